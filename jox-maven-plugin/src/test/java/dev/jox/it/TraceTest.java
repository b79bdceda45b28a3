package dev.jox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TraceTest {
    private static final Result NOTHING = new Result(List.of(), 0, "", "");

    @Test
    void readsWhatStraceWrites() {
        Trace trace = Trace.of("""
                417   execve("/app/hello", ["/app/hello"], 0x7ffd /* 2 vars */) = 0
                417   openat(AT_FDCWD, "/etc/ld.so.cache", O_RDONLY|O_CLOEXEC) = 3
                418   access("/etc/a \\"name\\"", R_OK) = -1 ENOENT (No such file or directory)
                418   memfd_create("libz", MFD_CLOEXEC) = 4
                417   write(1, "/not/opened", 11)       = 11
                417   +++ exited with 0 +++
                """, NOTHING);
        assertThat(trace.files()).containsExactlyInAnyOrder("/app/hello", "/etc/ld.so.cache", "/etc/a \\\"name\\\"");
        assertThat(trace.calls("memfd_create")).hasSize(1);
        assertThat(trace.calls("write")).hasSize(1);
    }
}
