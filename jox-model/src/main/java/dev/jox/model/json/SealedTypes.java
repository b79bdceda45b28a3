package dev.jox.model.json;

import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets Jackson find the subtypes of a sealed interface where the language already lists them. */
final class SealedTypes extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
        Class<?> type = annotated.getRawType();
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .map(NamedType::new)
                        .toList()
                : super.findSubtypes(annotated);
    }
}
