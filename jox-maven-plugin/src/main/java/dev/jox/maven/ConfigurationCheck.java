package dev.jox.maven;

import dev.jox.model.JoxException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what Maven passes over without a word: elements of {@code <configuration>} that no goal has, and properties that no
 * parameter has or whose parameter is set in the pom.
 */
final class ConfigurationCheck {
    private static final String NESTED = "dev.jox.maven.parameter.";

    /** The names of every goal's parameters, each with its nested elements and their types. */
    private final SortedMap<String, SortedMap<String, String>> parameters = new TreeMap<>();

    /** The types of the parameters themselves. */
    private final SortedMap<String, String> types = new TreeMap<>();

    private final List<Xpp3Dom> configurations;

    /**
     * Reads what there is.
     *
     * @param mojos all goals: one configuration serves several, so each may have elements of the others
     * @param configurations of the plugin and of the execution, as the pom writes them; null where it has none
     */
    ConfigurationCheck(List<MojoDescriptor> mojos, List<? extends @Nullable Object> configurations) {
        for (MojoDescriptor mojo : mojos) {
            for (Parameter parameter : mojo.getParameters()) {
                if (parameter.isEditable()) {
                    parameters.put(parameter.getName(), nested(parameter.getType()));
                    types.put(parameter.getName(), parameter.getType());
                }
            }
        }
        this.configurations = configurations.stream()
                .filter(Xpp3Dom.class::isInstance)
                .map(Xpp3Dom.class::cast)
                .toList();
    }

    /** What is to check where a goal is executed. */
    static ConfigurationCheck of(MojoExecution execution) {
        var plugin = execution.getPlugin();
        List<@Nullable Object> configurations = new ArrayList<>();
        configurations.add(plugin.getConfiguration());
        var own = plugin.getExecutionsAsMap().get(execution.getExecutionId());
        configurations.add(own == null ? null : own.getConfiguration());
        return new ConfigurationCheck(
                execution.getMojoDescriptor().getPluginDescriptor().getMojos(), configurations);
    }

    /**
     * Refuses unknown elements, and truth values that are neither: Maven takes them for false. What they should have said would be
     * missing in the executable.
     *
     * @throws JoxException naming the first one
     */
    void elements() {
        for (Xpp3Dom configuration : configurations) {
            for (Xpp3Dom element : configuration.getChildren()) {
                String path = "<" + element.getName() + ">";
                SortedMap<String, String> nested = parameters.get(element.getName());
                if (nested == null) {
                    throw unknown(path, element.getName(), parameters.keySet());
                }
                truth(path, element, types.getOrDefault(element.getName(), ""));
                for (Xpp3Dom child : nested.isEmpty() ? new Xpp3Dom[0] : element.getChildren()) {
                    String type = nested.get(child.getName());
                    if (type == null) {
                        throw unknown(path + "<" + child.getName() + ">", child.getName(), nested.keySet());
                    }
                    truth(path + "<" + child.getName() + ">", child, type);
                }
            }
        }
    }

    private static void truth(String path, Xpp3Dom element, String type) {
        String text = element.getValue() == null ? "" : element.getValue().strip();
        if ((type.equals("boolean") || type.equals("java.lang.Boolean"))
                && !List.of("", "true", "false").contains(text)
                && !text.contains("${")) {
            throw JoxException.user(
                    "The pom's <configuration> has " + path + text + ", which must be true or false.",
                    "Correct the value.");
        }
    }

    private static JoxException unknown(String path, String name, Iterable<String> known) {
        return JoxException.user(
                "The pom's <configuration> has " + path + ", which jox does not know.",
                Spelling.nearest(name, known)
                        .map(near -> "Did you mean <" + near + ">?")
                        .orElse("Known are: " + String.join(", ", known) + "."));
    }

    /** What to tell about user properties that begin with {@code jox.} and change nothing. */
    List<String> warnings(Properties userProperties) {
        SortedMap<String, String> known = new TreeMap<>();
        parameters.forEach((name, nested) -> {
            known.put("jox." + name, name);
            nested.keySet().forEach(child -> known.put("jox." + name + "." + child, name + "." + child));
        });
        List<String> warnings = new ArrayList<>();
        for (String property : new TreeSet<>(userProperties.stringPropertyNames())) {
            if (!property.startsWith("jox.")) {
                continue;
            }
            String path = known.get(property);
            if (path == null) {
                warnings.add("-D" + property + " is no parameter of jox"
                        + Spelling.nearest(property, known.keySet())
                                .map(near -> "; did you mean -D" + near + "?")
                                .orElse("."));
                continue;
            }
            String given = userProperties.getProperty(property);
            inPom(path)
                    .filter(said -> !said.equals(given))
                    .ifPresent(said -> warnings.add("-D" + property + "=" + given + " is not used: the pom says <"
                            + path.replace(".", "><") + ">" + said + ", and what the pom says holds."));
        }
        return warnings;
    }

    /** The text of an element; an execution's stands before the plugin's. */
    private Optional<String> inPom(String path) {
        @Nullable String text = null;
        for (Xpp3Dom configuration : configurations) {
            @Nullable Xpp3Dom element = configuration;
            for (String name : path.split("\\.", -1)) {
                element = element == null ? null : element.getChild(name);
            }
            if (element != null && element.getValue() != null) {
                text = element.getValue().strip();
            }
        }
        return Optional.ofNullable(text);
    }

    /** The elements that a parameter of one of jox's own types has, and their types. */
    private static SortedMap<String, String> nested(String type) {
        SortedMap<String, String> elements = new TreeMap<>();
        if (type.startsWith(NESTED)) {
            try {
                for (Field field : Class.forName(type).getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())) {
                        elements.put(field.getName(), field.getType().getName());
                    }
                }
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        return elements;
    }
}
