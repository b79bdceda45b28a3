package dev.jox.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** README's table "Every parameter" has every parameter of the goals' descriptor and every nested element, and no others. */
class ReadmeTest {
    private static final Path BASE = Path.of(System.getProperty("basedir", "."));
    private static final Path DESCRIPTOR = BASE.resolve("target/classes/META-INF/maven/plugin.xml");
    private static final Pattern PARAMETER = Pattern.compile(
            "<parameter>\\s*<name>(\\w+)</name>.*?<type>([^<]+)</type>.*?<editable>(\\w+)</editable>", Pattern.DOTALL);

    @Test
    void namesEveryParameter() throws IOException, ClassNotFoundException {
        SortedSet<String> elements = new TreeSet<>();
        Matcher parameters = PARAMETER.matcher(Files.readString(DESCRIPTOR));
        while (parameters.find()) {
            if (parameters.group(3).equals("true")) {
                elements.add(parameters.group(1));
                elements.addAll(fields(parameters.group(2)));
            }
        }
        // elements of lists, whose types the descriptor does not say
        for (String type : List.of("Rule", "SharedLibrary", "File")) {
            elements.addAll(fields("dev.jox.maven.parameter." + type + "Parameters"));
        }
        assertThat(elements).contains("executable", "toolchain", "resourcesLocation", "minimumSize", "hashSeed");
        // of jox:help, which every plugin has
        elements.removeAll(List.of("detail", "goal", "indentSize", "lineLength"));

        String table = section(Files.readString(BASE.resolve("../README.md")), "## Every parameter");
        SortedSet<String> missing = new TreeSet<>(elements);
        missing.removeIf(name -> table.contains("<" + name + ">") || table.contains("<" + name + "/>"));
        missing.removeAll(List.of("bytecodeOptimizeLevelOne", "bytecodeOptimizeLevelTwo"));
        assertThat(missing).as("parameters that README.md does not name").isEmpty();

        SortedSet<String> properties = new TreeSet<>();
        Matcher named = Pattern.compile("`jox\\.([\\w.]+)`").matcher(table);
        while (named.find()) {
            String last = named.group(1).replaceFirst(".*\\.", "");
            if (!elements.contains(last)) {
                properties.add(named.group(1));
            }
        }
        assertThat(properties).as("properties in README.md without a parameter").isEmpty();
    }

    private static SortedSet<String> fields(String type) throws ClassNotFoundException {
        SortedSet<String> names = new TreeSet<>();
        if (type.startsWith("dev.jox.maven.parameter.")) {
            for (Field field : Class.forName(type).getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    names.add(field.getName());
                }
            }
        }
        return names;
    }

    private static String section(String text, String heading) {
        int start = text.indexOf(heading);
        assertThat(start).as(heading).isPositive();
        int end = text.indexOf("\n## ", start);
        return text.substring(start, end);
    }
}
