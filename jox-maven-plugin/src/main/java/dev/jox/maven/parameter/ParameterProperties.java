package dev.jox.maven.parameter;

import dev.jox.model.JoxException;
import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives nested parameters what {@code @Parameter(property)} gives the others: a scalar that the pom leaves open is read from the
 * user property of its path, such as {@code jox.policy.resourcesLocation}. The pom wins, as it does in Maven.
 */
public final class ParameterProperties {
    private final Function<String, @Nullable String> properties;
    private final File baseDirectory;

    /**
     * @param properties looks a user property up
     * @param baseDirectory what relative paths are relative to
     */
    public ParameterProperties(Function<String, @Nullable String> properties, File baseDirectory) {
        this.properties = properties;
        this.baseDirectory = baseDirectory;
    }

    /**
     * Fills what is still open.
     *
     * @param bean the nested element
     * @param path of the element, such as {@code jox.policy}
     * @return {@code bean}
     * @throws JoxException when a property's value is not of the parameter's type
     */
    public <T> T fill(T bean, String path) {
        for (Field field : bean.getClass().getDeclaredFields()) {
            String name = path + "." + field.getName();
            String text = properties.apply(name);
            if (text == null || Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            try {
                if (field.get(bean) == null) {
                    field.set(bean, convert(field.getType(), name, text));
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("parameters are visible in their package: " + field, e);
            }
        }
        return bean;
    }

    private Object convert(Class<?> type, String name, String text) {
        if (type == String.class) {
            return text;
        }
        if (type == File.class) {
            File file = new File(text);
            return file.isAbsolute() ? file : new File(baseDirectory, text);
        }
        if (type == Boolean.class && (text.equals("true") || text.equals("false"))) {
            return Boolean.valueOf(text);
        }
        if (type == Integer.class && text.matches("[0-9]{1,9}")) {
            return Integer.valueOf(text);
        }
        if (type == Long.class && text.matches("[0-9]{1,18}")) {
            return Long.valueOf(text);
        }
        if (type == RunParameters.Repl.class && text.equals("true")) {
            return new RunParameters.Repl();
        }
        String wanted = type == Boolean.class
                ? "true or false"
                : type == Integer.class || type == Long.class ? "a number" : "given in the pom, not as a property";
        throw JoxException.user(
                "-D" + name + "=" + text + ": its value must be " + wanted + ".", "Correct or remove the property.");
    }
}
