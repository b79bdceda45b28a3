package dev.jox.model.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jox.model.JoxException;
import dev.jox.model.distribution.PythonJson.Core;
import dev.jox.model.distribution.PythonJson.Extension;
import dev.jox.model.distribution.PythonJson.Link;
import dev.jox.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads PYTHON.json. Keys that are not known are passed over; format versions that are not are refused. */
public final class PythonJsonReader {
    private static final int OLDEST = 5;
    private static final int NEWEST = 8;

    private final Path file;

    private PythonJsonReader(Path file) {
        this.file = file;
    }

    /**
     * Reads the file.
     *
     * @throws JoxException when its version is none that jox knows, or when it lacks something
     */
    public static PythonJson read(Path file) throws IOException {
        return new PythonJsonReader(file).parse(Files.readString(file));
    }

    private PythonJson parse(String text) {
        JsonNode json;
        try {
            json = Json.parse(text, JsonNode.class);
        } catch (IOException e) {
            throw JoxException.user(file + " is no JSON: " + e.getMessage(), "take another distribution", e);
        }
        int version = json.path("version").asInt();
        if (version < OLDEST || version > NEWEST) {
            throw JoxException.user(
                    file + " has the format version '" + json.path("version").asText() + "'; jox reads the versions "
                            + OLDEST + " to " + NEWEST,
                    "take a distribution of another date");
        }
        JsonNode build = object(json, "build_info");
        return new PythonJson(
                version,
                text(json, "target_triple"),
                text(json, "python_version"),
                text(json, "python_implementation_name"),
                json.path("python_abi_tag").asText(""),
                text(json, "python_implementation_cache_tag"),
                json.path("build_options").asText(json.path("optimizations").asText("")),
                text(json, "python_exe"),
                map(object(json, "python_paths")),
                texts(json, "python_stdlib_test_packages"),
                texts(object(json, "python_suffixes"), "extension"),
                texts(json, "python_extension_module_loading"),
                texts(json, "licenses"),
                optional(json, "license_path"),
                build.path("object_file_format")
                        .asText(json.path("object_file_format").asText("")),
                core(build),
                extensions(object(build, "extensions")));
    }

    private Core core(JsonNode build) {
        JsonNode core = object(build, "core");
        return new Core(
                texts(core, "objs"),
                links(core),
                optional(core, "shared_lib"),
                optional(core, "static_lib"),
                optional(build, "inittab_object").or(() -> optional(core, "inittab_object")),
                optional(build, "inittab_source").or(() -> optional(core, "inittab_source")),
                build.has("inittab_cflags") ? texts(build, "inittab_cflags") : texts(core, "inittab_cflags"));
    }

    private Map<String, List<Extension>> extensions(JsonNode json) {
        Map<String, List<Extension>> extensions = new LinkedHashMap<>();
        json.properties().forEach(entry -> {
            List<Extension> candidates = new ArrayList<>();
            entry.getValue().forEach(candidate -> candidates.add(extension(candidate)));
            extensions.put(entry.getKey(), List.copyOf(candidates));
        });
        return extensions;
    }

    private Extension extension(JsonNode json) {
        return new Extension(
                json.path("variant").asText("default"),
                json.path("in_core").asBoolean(),
                optional(json, "init_fn").filter(name -> !name.equals("NULL")),
                json.path("licenses").isArray() ? Optional.of(texts(json, "licenses")) : Optional.empty(),
                texts(json, json.has("license_paths") ? "license_paths" : "license_path"),
                json.path("license_public_domain").asBoolean(),
                links(json),
                texts(json, "objs"),
                json.path("required").asBoolean(),
                optional(json, "shared_lib"),
                optional(json, "static_lib"));
    }

    private List<Link> links(JsonNode json) {
        List<Link> links = new ArrayList<>();
        for (JsonNode link : json.path("links")) {
            links.add(new Link(
                    text(link, "name"),
                    optional(link, "path_static"),
                    optional(link, "path_dynamic"),
                    link.path("system").asBoolean()));
        }
        return List.copyOf(links);
    }

    private JsonNode object(JsonNode json, String key) {
        if (!json.path(key).isObject()) {
            throw lacks(key);
        }
        return json.path(key);
    }

    private String text(JsonNode json, String key) {
        if (!json.path(key).isTextual()) {
            throw lacks(key);
        }
        return json.path(key).asText();
    }

    private static Optional<String> optional(JsonNode json, String key) {
        return Optional.of(json.path(key).asText("")).filter(text -> !text.isEmpty());
    }

    private static List<String> texts(JsonNode json, String key) {
        List<String> texts = new ArrayList<>();
        if (json.path(key).isTextual()) {
            texts.add(json.path(key).asText());
        }
        json.path(key).forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }

    private static Map<String, String> map(JsonNode json) {
        Map<String, String> map = new LinkedHashMap<>();
        json.properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return map;
    }

    private JoxException lacks(String key) {
        return JoxException.user(file + " lacks '" + key + "'", "the distribution is incomplete; take another one");
    }
}
