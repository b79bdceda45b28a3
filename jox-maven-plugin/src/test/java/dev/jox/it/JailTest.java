package dev.jox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs the right to make mount namespaces, which containers often lack: runs with the integration tests. */
@Tag("namespaces")
class JailTest {
    private static final Program SHELL = Program.of(Path.of("/bin/sh")).in(Jail.empty());

    @Test
    void hasNothingButTheProgramAndLibcsFamily() {
        SHELL.run("-c", "pwd; echo /*; echo /app/*; echo /usr/* /etc/* /bin/*; echo $HOME")
                .succeeds()
                .prints("""
                        /
                        /app /dev /lib /lib64 /proc /tmp
                        /app/sh
                        /usr/* /etc/* /bin/*
                        /nonexistent
                        """);
        assertThat(SHELL.run("-c", "echo /lib/*/*").out()).contains("libc.so.6").doesNotContain("libz", "libstdc++");
    }

    @Test
    void argumentsMayBeDashesAndHaveSpaces() {
        SHELL.run("-c", "echo \"$1|$2|$3\"", "sh", "--", "a b", "").succeeds().prints("--|a b|\n");
    }

    @Test
    void whatLiesBesideIsThereAndCannotBeChanged(@TempDir Path folder) throws Exception {
        Files.writeString(Files.createDirectory(folder.resolve("lib")).resolve("data"), "text");
        Program shell = SHELL.in(Jail.empty().withBeside(folder.resolve("lib")));
        shell.run("-c", "read line </app/lib/data; echo $line").prints("text\n");
        assertThat(shell.run("-c", "echo x >/app/lib/data").err()).contains("Read-only file system");
    }

    @Test
    void restrictionsHold(@TempDir Path folder) throws Exception {
        assertThat(SHELL.run("-c", "echo x >/tmp/x && echo fine").out()).isEqualTo("fine\n");
        assertThat(SHELL.in(Jail.empty().withReadOnlyFiles())
                        .run("-c", "echo x >/tmp/x")
                        .err())
                .contains("Read-only file system");
        assertThat(SHELL.in(Jail.empty().withoutProc()).run("-c", "echo /pro*").out())
                .isEqualTo("/pro*\n");
        assertThat(SHELL.in(Jail.empty().withNoexecTmp())
                        .run("-c", "while read -r line; do echo $line; done </proc/self/mounts")
                        .out())
                .containsPattern("tmp /tmp tmpfs rw,(\\w+,)*noexec");
    }

    @Test
    void anotherUserOwnsNothing(@TempDir Path folder) throws Exception {
        Path source = Files.writeString(folder.resolve("id.c"), """
                #include <stdio.h>
                #include <unistd.h>
                int main(void) { return printf("%d %d %d\\n", getuid(), getgid(), getgroups(0, 0)) < 0; }
                """);
        Program.of(Compiler.program(source))
                .in(Jail.empty().withOtherUser())
                .run()
                .prints("65534 65534 0\n");
    }

    @Test
    void memfdIsRefused(@TempDir Path folder) throws Exception {
        Path source = Files.writeString(folder.resolve("memfd.c"), """
                #define _GNU_SOURCE
                #include <stdio.h>
                #include <sys/mman.h>
                int main(void) { if (memfd_create("x", 0) < 0) perror("memfd_create"); return 0; }
                """);
        Program program = Program.of(Compiler.program(source));
        program.in(Jail.empty()).run().succeeds();
        program.in(Jail.empty().withMemfdRefused()).run().complains("Operation not permitted");
    }
}
