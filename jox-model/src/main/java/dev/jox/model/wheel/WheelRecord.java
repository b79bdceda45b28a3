package dev.jox.model.wheel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A wheel's RECORD: its files with their hashes and sizes (PyPA specification "Recording installed projects", section "The RECORD
 * file"; comma-separated values as Python's csv module writes them).
 */
public record WheelRecord(List<Row> rows) {
    /**
     * A file.
     *
     * @param path with slashes, relative to the wheel's root
     * @param algorithm of the hash, such as {@code sha256}; empty for RECORD itself and signatures
     * @param hash urlsafe base64 without padding; empty where the algorithm is
     * @param size in bytes, where it is given
     */
    public record Row(String path, Optional<String> algorithm, String hash, OptionalLong size) {
        String text() {
            String quoted = path.matches("[^,\"\\r\\n]*") ? path : '"' + path.replace("\"", "\"\"") + '"';
            String digest = algorithm.map(a -> a + "=" + hash).orElse("");
            return quoted + "," + digest + "," + (size.isPresent() ? String.valueOf(size.getAsLong()) : "");
        }
    }

    public WheelRecord {
        rows = List.copyOf(rows);
    }

    /**
     * Parses the file's text.
     *
     * @throws IllegalArgumentException naming the line that has not the three columns
     */
    public static WheelRecord parse(String text) {
        List<Row> rows = new ArrayList<>();
        for (List<String> fields : csv(text)) {
            if (fields.size() != 3) {
                throw new IllegalArgumentException("a RECORD line has path, hash and size, not " + fields);
            }
            String digest = fields.get(1);
            int equals = digest.indexOf('=');
            rows.add(new Row(
                    fields.get(0),
                    equals < 0 ? Optional.empty() : Optional.of(digest.substring(0, equals)),
                    equals < 0 ? "" : digest.substring(equals + 1).replace("=", ""),
                    size(fields.get(2))));
        }
        return new WheelRecord(rows);
    }

    /** The form that {@link #parse} reads. */
    public String text() {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(row.text()).append('\n'));
        return text.toString();
    }

    private static OptionalLong size(String text) {
        return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    }

    private static List<List<String>> csv(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    field.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                fields.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    addLine(lines, fields);
                    fields = new ArrayList<>();
                }
            } else if (c != '\r') {
                field.append(c);
            }
        }
        if (field.length() > 0 || !fields.isEmpty()) {
            fields.add(field.toString());
            addLine(lines, fields);
        }
        return lines;
    }

    private static void addLine(List<List<String>> lines, List<String> fields) {
        if (fields.size() > 1 || !fields.get(0).isEmpty()) {
            lines.add(fields);
        }
    }
}
