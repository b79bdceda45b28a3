package dev.jox.model.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jox.model.Content;
import dev.jox.model.Sha256;
import dev.jox.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BomTest {
    @TempDir
    Path folder;

    private static Component component(String name, License license, Component.Notice... notices) {
        return new Component(
                Component.Type.LIBRARY,
                name,
                name.equals("lib.so") ? "" : "1.0",
                name.equals("lib.so") ? Optional.empty() : Optional.of("pkg:pypi/" + name + "@1.0"),
                license,
                List.of(notices),
                Optional.of(name).filter("lib.so"::equals).map(Sha256::of));
    }

    @Test
    void theDocumentHasWhatIsKnownAndNothingElse() throws IOException {
        String text = Json.text(Bom.of(
                "hello",
                "2",
                List.of(
                        component("one", License.ofAll(List.of("MIT OR Apache-2.0", "Zlib"))),
                        component("two", new License(Optional.empty(), List.of("BSD"))),
                        component("lib.so", License.UNKNOWN))));
        JsonNode bom = Json.parse(text, JsonNode.class);

        assertThat(text).doesNotContain("null");
        assertThat(bom.at("/bomFormat").asText() + bom.at("/specVersion").asText())
                .isEqualTo("CycloneDX1.6");
        assertThat(bom.at("/metadata/component/name").asText()).isEqualTo("hello");
        assertThat(bom.at("/components/0/licenses").toString())
                .isEqualTo("[{\"expression\":\"(MIT OR Apache-2.0) AND Zlib\"}]");
        assertThat(bom.at("/components/0/bom-ref").asText()).isEqualTo("pkg:pypi/one@1.0");
        assertThat(bom.at("/components/1/licenses").toString()).isEqualTo("[{\"license\":{\"name\":\"BSD\"}}]");
        assertThat(bom.at("/components/2/hashes/0/content").asText())
                .isEqualTo(Sha256.of("lib.so").hex());
        assertThat(bom.at("/components/2").has("licenses")).isFalse();
        assertThat(bom.at("/dependencies/0/dependsOn").size()).isEqualTo(3);
    }

    @Test
    void theTextsFollowTheList() throws IOException {
        Path file = Files.writeString(folder.resolve("LICENSE"), "Do as you like.  \r\n\tTruly.");
        String text = LicenseTexts.of(
                "hello",
                List.of(
                        component(
                                "one",
                                License.ofAll(List.of("MIT")),
                                new Component.Notice("licenses/LICENSE", Content.of(file))),
                        component("lib.so", License.UNKNOWN)));

        assertThat(text)
                .startsWith("hello contains:\n\none 1.0: MIT\nlib.so: jox knows of no licence\n")
                .contains("\none 1.0: licenses/LICENSE\n")
                .endsWith("\n\nDo as you like.\n\tTruly.\n");
    }
}
