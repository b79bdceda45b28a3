package dev.jox.model.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Import statements by the look of a module's text: every line that begins with one. That finds all statements of the module itself,
 * and takes lines inside strings for some: what is not found here need not be parsed.
 */
public final class ImportLines {
    private static final Pattern IMPORT = Pattern.compile("(?m)^import[ \\t]+([^\\n#;]+)");
    private static final Pattern FROM =
            Pattern.compile("(?m)^from[ \\t]*(\\.*)[ \\t]*([\\w.]*)[ \\t]+import[ \\t]*(\\([^)]*\\)|[^\\n#;]+)");

    private ImportLines() {}

    /**
     * Names that the text imports, or seems to.
     *
     * @param path the module's path, which relative imports start from
     */
    public static List<String> names(String path, String text) {
        // a statement may be a line of its own after a semicolon, or go on after a backslash
        String lines = text.replace("\\\n", " ").replaceAll(";[ \\t]*(?=import|from)", "\n");
        List<String> names = new ArrayList<>();
        Matcher plain = IMPORT.matcher(lines);
        while (plain.find()) {
            addAll(names, "", plain.group(1));
        }
        Matcher from = FROM.matcher(lines);
        while (from.find()) {
            String module = absolute(path, from.group(1).length(), from.group(2));
            if (!module.isEmpty()) {
                names.add(module);
                addAll(names, module + ".", from.group(3).replaceAll("#[^\\n]*|[()]", ""));
            }
        }
        return names.stream()
                .filter(name -> name.matches("\\w+(\\.\\w+)*"))
                .distinct()
                .toList();
    }

    private static void addAll(List<String> names, String prefix, String list) {
        for (String part : list.split(",")) {
            names.add(prefix + part.strip().split("\\s+")[0]);
        }
    }

    private static String absolute(String path, int level, String module) {
        if (level == 0) {
            return module;
        }
        String[] folders = path.split("/");
        // the last part is the file's name; each further dot goes up by one
        int kept = folders.length - level;
        if (kept < 0) {
            return "";
        }
        String base = String.join(".", List.of(folders).subList(0, kept));
        return base.isEmpty() || module.isEmpty() ? base + module : base + "." + module;
    }
}
