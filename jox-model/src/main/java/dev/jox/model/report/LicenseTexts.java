package dev.jox.model.report;

import dev.jox.model.report.Component.Notice;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The licences of what is in an executable, with their texts, for those who get it. */
public final class LicenseTexts {
    private static final String RULE = "=".repeat(80) + "\n";

    private LicenseTexts() {}

    /** A list, then the texts. */
    public static String of(String executable, List<Component> components) {
        StringBuilder text = new StringBuilder(executable + " contains:\n\n");
        for (Component component : components) {
            text.append(component.title())
                    .append(": ")
                    .append(component.license())
                    .append('\n');
        }
        for (Component component : components) {
            for (Notice notice : component.notices()) {
                text.append('\n').append(RULE).append(component.title()).append(": ");
                text.append(notice.name()).append('\n').append(RULE).append('\n');
                new String(notice.content().read(), StandardCharsets.UTF_8)
                        .lines()
                        .forEach(line -> text.append(line.stripTrailing()).append('\n'));
            }
        }
        return text.toString();
    }
}
