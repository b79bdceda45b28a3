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
        // not \R\R, which takes one line end of Windows for two
        String headers = text.split("\r\n\r\n|\n\n", 2)[0];
        return new WheelMetadata(field(headers, "Name"), field(headers, "Version"));
    }

    private static String field(String headers, String name) {
        return headers.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("METADATA has no field " + name));
    }
}
