package dev.jox.model.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Explanations as a page for browsers. */
final class ExplainPage {
    private ExplainPage() {}

    static String of(String title, List<Explanation> explanations) {
        long out = explanations.stream()
                .filter(row -> row.where().equals(Explanation.LEFT_OUT))
                .count();
        long bytes =
                explanations.stream().mapToLong(row -> row.bytes().orElse(0L)).sum();
        String rows = explanations.stream().map(ExplainPage::row).collect(Collectors.joining("\n"));
        return template()
                .replace("@TITLE@", escaped(title))
                .replace(
                        "@SUMMARY@",
                        (explanations.size() - out) + " resources, " + Bytes.words(bytes) + "; " + out + " left out")
                .replace("@ROWS@", rows);
    }

    private static String row(Explanation row) {
        boolean out = row.where().equals(Explanation.LEFT_OUT);
        String after =
                row.after().isEmpty() ? "" : "<br><small>after " + escaped(String.join(", ", row.after())) + "</small>";
        return "<tr" + (out ? " class=\"out\"" : "") + ">" + cell(row.path()) + cell(row.from()) + cell(row.as())
                + cell(row.where()) + "<td class=\"bytes\">"
                + row.bytes().map(Bytes::words).orElse("") + "</td><td>"
                + escaped(row.why()) + after + "</td></tr>";
    }

    private static String cell(String text) {
        return "<td>" + escaped(text) + "</td>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String template() {
        try (InputStream in = Objects.requireNonNull(
                ExplainPage.class.getResourceAsStream("explain.html"), "explain.html is part of jox-model")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
