package dev.jox.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @Test
    void knowsWhatLibcOpensByItself() {
        Trace trace = hello("""
                9 openat(AT_FDCWD, "/etc/ld.so.cache", O_RDONLY|O_CLOEXEC) = 3
                9 openat(AT_FDCWD, "/lib/x86_64-linux-gnu/libc.so.6", O_RDONLY|O_CLOEXEC) = 3
                9 openat(AT_FDCWD, "/usr/lib/locale/locale-archive", O_RDONLY|O_CLOEXEC) = 3
                """);
        assertThat(trace.opensOnly(Trace.LIBC).loadsNothingFromFiles()).isSameAs(trace);
        assertThatThrownBy(() -> hello("9 newfstatat(AT_FDCWD, \"/usr/lib/python3.14\", {}, 0) = -1 ENOENT\n")
                        .opensOnly(Trace.LIBC))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/usr/lib/python3.14");
    }

    @Test
    void noticesWhatIsWritten() {
        for (String call : List.of(
                "openat(AT_FDCWD, \"/tmp/x\", O_RDWR|O_CREAT|O_EXCL, 0600) = 3",
                "mkdir(\"/tmp/x\", 0700) = 0",
                "renameat2(AT_FDCWD, \"/tmp/x\", AT_FDCWD, \"/tmp/y\", 0) = 0")) {
            assertThatThrownBy(() -> hello("9 " + call + "\n").writesNoFile()).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void noticesALibraryThatIsLoadedByName() {
        assertThatThrownBy(() -> hello("9 openat(AT_FDCWD, \"/opt/x/libz.so.1\", O_RDONLY|O_CLOEXEC) = 3\n")
                        .loadsNothingFromFiles())
                .isInstanceOf(AssertionError.class);
        Trace memory = hello("9 openat(AT_FDCWD, \"/proc/self/fd/4\", O_RDONLY|O_CLOEXEC) = 5\n");
        assertThat(memory.loadsNothingFromFiles()).isSameAs(memory);
    }

    private static Trace hello(String calls) {
        String start = "9 execve(\"/app/hello\", [\"/app/hello\"], 0x7ffd /* 2 vars */) = 0\n";
        return Trace.of(start + calls, new Result(List.of("strace", "/app/hello"), 0, "", ""));
    }
}
