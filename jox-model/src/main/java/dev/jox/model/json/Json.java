package dev.jox.model.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Writes and reads jox's values as JSON. The text is the same whenever the value is. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .annotationIntrospector(new SealedTypes())
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule().addSerializer(Path.class, new ToStringSerializer(Path.class)))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Json() {}

    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /** The digest of a value: that of its JSON text. */
    public static Sha256 digest(Object value) {
        return Sha256.of(text(value));
    }

    /**
     * What the text of such values looks like. Part of the key of everything that is kept as JSON, so that no version of jox reads what
     * another one wrote in another form.
     */
    public static String form(Class<?> type) {
        return JsonForm.of(type);
    }

    public static <T> T parse(String text, Class<T> type) throws IOException {
        return MAPPER.readValue(text, type);
    }

    /** Writes the value so that the file appears whole or not at all. */
    public static void write(Path file, Object value) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path temporary = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + ".", ".tmp");
        try {
            Files.writeString(temporary, text(value));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Reads a value that jox wrote.
     *
     * @throws JoxException when the file holds no such value: it was damaged, or another version of jox wrote it
     */
    public static <T> T read(Path file, Class<T> type) throws IOException {
        try {
            return MAPPER.readValue(file.toFile(), type);
        } catch (JsonProcessingException e) {
            throw JoxException.environment(
                    file + " does not hold what jox wrote into it: it is damaged, or of another version of jox",
                    "delete it; it is made again",
                    e);
        }
    }

    /** Reads the value if the file is there and holds one of this form; files of other versions of jox do not. */
    public static <T> Optional<T> readIfValid(Path file, Class<T> type) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(file, type));
        } catch (IOException | JoxException e) {
            return Optional.empty();
        }
    }
}
