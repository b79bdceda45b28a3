package dev.jox.model.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.jox.model.Sha256;
import java.util.List;
import java.util.Optional;

/**
 * A software bill of materials, as JSON a CycloneDX document. Source: the CycloneDX specification, version 1.6, JSON. What the
 * document leaves out, such as a serial number and the time of day, would be other ones in each build.
 */
public record Bom(
        String bomFormat,
        String specVersion,
        int version,
        Metadata metadata,
        List<Part> components,
        List<Dependency> dependencies) {
    private static final String OWN = "application";

    /** What the document is about. */
    public record Metadata(Part component) {}

    /** The parts of another. */
    public record Dependency(String ref, List<String> dependsOn) {}

    /** One part; what is not known is left out. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Part(
            String type,
            @JsonProperty("bom-ref") String ref,
            String name,
            String version,
            List<Hash> hashes,
            List<LicenseChoice> licenses,
            Optional<String> purl) {}

    /** A digest. */
    public record Hash(String alg, Sha256 content) {}

    /** Either an expression, and then it is the only choice, or a name. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record LicenseChoice(Optional<String> expression, Optional<Named> license) {}

    /** A licence by its author's words. */
    public record Named(String name) {}

    /** The bill of an application's executable. */
    public static Bom of(String name, String version, List<Component> components) {
        List<Part> parts = components.stream().map(Bom::part).toList();
        return new Bom(
                "CycloneDX",
                "1.6",
                1,
                new Metadata(new Part(OWN, OWN, name, version, List.of(), List.of(), Optional.empty())),
                parts,
                List.of(new Dependency(OWN, parts.stream().map(Part::ref).toList())));
    }

    private static Part part(Component component) {
        return new Part(
                component.type().text(),
                component.purl().orElseGet(component::title),
                component.name(),
                component.version(),
                component.sha256().map(sha256 -> new Hash("SHA-256", sha256)).stream()
                        .toList(),
                choices(component.license()),
                component.purl());
    }

    private static List<LicenseChoice> choices(License license) {
        return license.expression().isPresent()
                ? List.of(new LicenseChoice(license.expression(), Optional.empty()))
                : license.names().stream()
                        .map(name -> new LicenseChoice(Optional.empty(), Optional.of(new Named(name))))
                        .toList();
    }
}
