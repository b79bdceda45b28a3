package dev.jox.model.wheel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EntryPointsTest {
    @Test
    void commandsAreFoundByName() {
        EntryPoints points = EntryPoints.parse("""
                # generated
                [console_scripts]
                flask = flask.cli:main
                black=black:patched_main [d]

                [gui_scripts]
                paint = paint.app:run
                [flask.commands]
                other = x:y
                """);
        assertThat(points.command("flask")).contains("flask.cli:main");
        assertThat(points.command("black")).contains("black:patched_main");
        assertThat(points.command("paint")).contains("paint.app:run");
        assertThat(points.command("other")).isEmpty();
    }

    @Test
    void metadataHasNameAndVersion() {
        String text = "Metadata-Version: 2.4\nname: Flask\nVersion: 3.0\n\nName: not this\n";
        assertThat(WheelMetadata.parse(text)).isEqualTo(new WheelMetadata("Flask", "3.0"));
        assertThat(WheelMetadata.parse(text.replace("\n", "\r\n"))).isEqualTo(new WheelMetadata("Flask", "3.0"));
        assertThatThrownBy(() -> WheelMetadata.parse("Name: x\n\nVersion: 1")).hasMessageContaining("Version");
    }
}
