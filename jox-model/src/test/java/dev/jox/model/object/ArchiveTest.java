package dev.jox.model.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.object.LinkFile.Archive;
import dev.jox.model.object.LinkFile.Import;
import dev.jox.model.object.LinkFile.Reason;
import dev.jox.model.object.LinkFile.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    private static final String LONG_NAME = "a_member_with_a_long_name.o";

    @TempDir
    Path folder;

    @BeforeEach
    void objects() throws IOException {
        Tool.named("gcc").compile(folder, "s.o", "int common_one; int s(void) { return 1; }", "-fcommon");
        Tool.named("gcc").compile(folder, LONG_NAME, "int s(void); int l(void) { return s(); }");
    }

    @Test
    void readsWhatGnuWrites() throws IOException {
        Tool.named("ar").run(folder, "rcs", "lib.a", "s.o", LONG_NAME);
        assertMembers("lib.a");
        assertThat(((Archive) LinkFiles.read(folder.resolve("lib.a"))).isImportLibrary())
                .isFalse();
    }

    @Test
    void readsBsdAndLlvm() throws IOException {
        for (String format : List.of("gnu", "bsd", "darwin")) {
            Tool.named("llvm-ar").run(folder, "rcs", "--format=" + format, format + ".a", "s.o", LONG_NAME);
            assertMembers(format + ".a");
        }
    }

    @Test
    void refusesThinArchives() throws IOException {
        Tool.named("ar").run(folder, "rcsT", "thin.a", "s.o");
        assertThat(((Refused) LinkFiles.read(folder.resolve("thin.a"))).reason())
                .isEqualTo(Reason.THIN_ARCHIVE);
    }

    @Test
    void linkersTakeWhatIsWritten() throws IOException {
        byte[] archive = new ArchiveWriter()
                .add("s.o", Files.readAllBytes(folder.resolve("s.o")))
                .add(LONG_NAME, Files.readAllBytes(folder.resolve(LONG_NAME)))
                .bytes();
        Files.write(folder.resolve("ours.a"), archive);
        assertMembers("ours.a");
        assertThat(Tool.named("nm").run(folder, "-s", "ours.a"))
                .contains("s in s.o", "common_one in s.o", "l in " + LONG_NAME);
        Files.writeString(folder.resolve("m.c"), "int l(void); int main(void) { return l() - 1; }");
        Tool.named("gcc").run(folder, "m.c", "ours.a", "-o", "program");
        new Tool(List.of(folder.resolve("program").toString())).run(folder);
    }

    @Test
    void readsImportLibraries() throws IOException {
        Files.writeString(folder.resolve("p.def"), "LIBRARY python3.dll\nEXPORTS\nPy_Initialize\nPyList_Type DATA\n");
        Tool.zig("dlltool").run(folder, "-m", "i386:x86-64", "-d", "p.def", "-l", "p.lib");
        Archive library = (Archive) LinkFiles.read(folder.resolve("p.lib"));
        assertThat(library.isImportLibrary()).isTrue();
        assertThat(library.members())
                .filteredOn(Import.class::isInstance)
                .extracting(m -> ((Import) m).symbol())
                .containsExactly("Py_Initialize", "PyList_Type");
        assertThat(library.members())
                .filteredOn(Import.class::isInstance)
                .allSatisfy(m -> assertThat(((Import) m).dll()).isEqualTo("python3.dll"));
    }

    @Test
    void damageIsNamed() {
        String header = String.format("%-16s%-12d%-6d%-6d%-8s%-10s`\n", "a.o/", 0, 0, 0, "644", "100");
        for (String text : List.of("", "short", header, header.substring(0, 40), header.replace("100", "1x0"))) {
            byte[] data = ("!<arch>\n" + text).getBytes(StandardCharsets.US_ASCII);
            if (!text.isEmpty()) {
                assertThatThrownBy(() -> LinkFiles.read("lib.a", data))
                        .isInstanceOf(ObjectFormatException.class)
                        .hasMessageContaining("lib.a");
            }
        }
    }

    private void assertMembers(String file) throws IOException {
        Archive archive = (Archive) LinkFiles.read(folder.resolve(file));
        assertThat(archive.members()).hasSize(2);
        assertThat(archive.members().get(0).name()).isEqualTo(folder.resolve(file) + "(s.o)");
        assertThat(archive.members().get(1).name()).isEqualTo(folder.resolve(file) + "(" + LONG_NAME + ")");
        ObjectFile last = (ObjectFile) archive.members().get(1);
        assertThat(last.bytes()).isEqualTo(Files.readAllBytes(folder.resolve(LONG_NAME)));
    }
}
