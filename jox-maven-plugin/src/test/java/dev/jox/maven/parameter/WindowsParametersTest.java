package dev.jox.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.model.JoxException;
import dev.jox.model.windows.Subsystem;
import dev.jox.model.windows.WindowsProgram;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowsParametersTest {
    private static final WindowsParameters.Defaults PROJECT =
            new WindowsParameters.Defaults("1.2.3-SNAPSHOT", "The Atlas", Optional.of("Example Ltd"), "atlas.exe");

    @TempDir
    Path folder;

    private final WindowsParameters parameters = new WindowsParameters();

    @Test
    void theProjectSaysWhatThePomLeavesOpen() {
        WindowsProgram program = parameters.toProgram(PROJECT);

        assertThat(program.subsystem()).isEqualTo(Subsystem.CONSOLE);
        assertThat(program.icon()).isEmpty();
        assertThat(program.information().texts())
                .containsEntry("FileVersion", "1.2.3-SNAPSHOT")
                .containsEntry("ProductName", "The Atlas")
                .containsEntry("FileDescription", "The Atlas")
                .containsEntry("CompanyName", "Example Ltd")
                .containsEntry("OriginalFilename", "atlas.exe")
                .containsEntry("InternalName", "atlas")
                .doesNotContainKey("LegalCopyright");
    }

    @Test
    void thePomSaysOtherwise() {
        parameters.subsystem = "windows";
        parameters.version = "7.65535";
        parameters.productName = "Rivers";
        parameters.companyName = "Others";
        parameters.copyright = "© 2026";
        WindowsProgram program = parameters.toProgram(PROJECT);

        assertThat(program.subsystem()).isEqualTo(Subsystem.WINDOWS);
        assertThat(program.information().texts())
                .containsEntry("ProductVersion", "7.65535")
                .containsEntry("ProductName", "Rivers")
                .containsEntry("FileDescription", "The Atlas")
                .containsEntry("CompanyName", "Others")
                .containsEntry("LegalCopyright", "© 2026");
    }

    @Test
    void wrongValuesAreNamed() {
        parameters.version = "7.65536";
        refused("windows.version", "7.65536");
        parameters.version = null;
        parameters.subsystem = "gui";
        refused("windows.subsystem", "gui");
    }

    @Test
    void wrongFilesAreNamed() throws IOException {
        File text = Files.writeString(folder.resolve("atlas.ico"), "no icon").toFile();
        parameters.icon = text;
        refused("windows.icon", text.getPath());
        parameters.icon = folder.resolve("missing.ico").toFile();
        refused("windows.icon", "missing.ico is not there");
        parameters.icon = null;
        parameters.manifest = text;
        refused("windows.manifest", text.getPath());
    }

    private void refused(String parameter, String value) {
        assertThatThrownBy(() -> parameters.toProgram(PROJECT))
                .isInstanceOf(JoxException.class)
                .hasMessageContaining("-Djox." + parameter)
                .hasMessageContaining(value);
    }
}
