package dev.jox.model.wheel;

import java.util.List;

/** The headers of METADATA: fields of one line each, as far as jox reads them. */
record Headers(List<String> lines) {
    static Headers of(String text) {
        // not \R\R, which takes one line end of Windows for two
        return new Headers(text.split("\r\n\r\n|\n\n", 2)[0].lines().toList());
    }

    /** The values of a field, in the file's order. */
    List<String> all(String name) {
        return lines.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }
}
