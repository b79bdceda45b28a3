package dev.jox.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.fetch.Cache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowsHeadersTest {
    @TempDir
    Path folder;

    @Test
    void leadToTheFilesInLowerCase() throws IOException {
        Path headers = WindowsHeaders.in(new Cache(folder));

        assertThat(headers.resolve("Windows.h")).hasContent("#include <windows.h>");
        assertThat(headers.resolve("WinSock2.h")).hasContent("#include <winsock2.h>");
        try (var files = Files.list(headers)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("winternl.h")))
                    .as("one that leads to itself would be included for ever")
                    .allMatch(name -> !name.equals(name.toLowerCase(java.util.Locale.ROOT)));
        }
    }

    @Test
    void whatGoesBeyondMicrosoftsHeaderLeavesItsNamesToOthers() throws IOException {
        assertThat(Files.readAllLines(WindowsHeaders.in(new Cache(folder)).resolve("winternl.h")))
                .containsSubsequence(
                        "#define Executive jox_mingw_Executive", "#include_next <winternl.h>", "#undef Executive");
    }
}
