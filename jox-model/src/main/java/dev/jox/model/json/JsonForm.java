package dev.jox.model.json;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the JSON of a type looks like: its components' names and types, those of every record that it is made of, the kinds of every sealed
 * interface and the values of every enum. It changes whenever text that was written before could no longer be read, or would be read as
 * something else.
 */
final class JsonForm {
    private final Map<Class<?>, String> described = new LinkedHashMap<>();

    private JsonForm() {}

    static String of(Class<?> type) {
        JsonForm form = new JsonForm();
        form.name(type);
        return String.join("\n", form.described.values());
    }

    /** The type's name; what it is made of is described on the way. */
    private String name(Type type) {
        if (type instanceof ParameterizedType generic) {
            return name(generic.getRawType())
                    + Arrays.stream(generic.getActualTypeArguments())
                            .map(this::name)
                            .toList();
        }
        if (type instanceof GenericArrayType array) {
            return name(array.getGenericComponentType()) + "[]";
        }
        if (type instanceof Class<?> simple) {
            describe(simple);
            return simple.getName();
        }
        return type.getTypeName();
    }

    private void describe(Class<?> type) {
        if (type.isArray()) {
            describe(type.getComponentType());
        } else if (described.putIfAbsent(type, "") == null) {
            String parts = parts(type);
            if (parts.isEmpty()) {
                described.remove(type);
            } else {
                described.put(type, type.getName() + parts);
            }
        }
    }

    private String parts(Class<?> type) {
        if (type.isRecord()) {
            return Arrays.stream(type.getRecordComponents())
                    .map(this::component)
                    .toList()
                    .toString();
        }
        if (type.isSealed()) {
            return Arrays.stream(type.getPermittedSubclasses())
                    .map(this::name)
                    .toList()
                    .toString();
        }
        return type.isEnum() ? Arrays.toString(type.getEnumConstants()) : "";
    }

    private String component(RecordComponent component) {
        return component.getName() + " " + name(component.getGenericType());
    }
}
