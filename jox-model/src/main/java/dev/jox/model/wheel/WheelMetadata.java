package dev.jox.model.wheel;

/**
 * The fields of METADATA that jox uses (PyPA specification "Core metadata": e-mail headers, then a body).
 *
 * @param name the project's name as it writes it
 */
public record WheelMetadata(String name, String version) {
    /**
     * Parses the file's text.
     *
     * @throws IllegalArgumentException when a mandatory field is missing
     */
    public static WheelMetadata parse(String text) {
        Headers headers = Headers.of(text);
        return new WheelMetadata(field(headers, "Name"), field(headers, "Version"));
    }

    private static String field(Headers headers, String name) {
        return headers.all(name).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("METADATA has no field " + name));
    }
}
