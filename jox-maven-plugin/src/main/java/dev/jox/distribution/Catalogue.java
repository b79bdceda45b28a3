package dev.jox.distribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.jox.model.Flavor;
import dev.jox.model.JoxException;
import dev.jox.model.PythonVersion;
import dev.jox.model.Sha256;
import dev.jox.model.Target;
import dev.jox.model.distribution.DistributionRequest;
import dev.jox.model.distribution.DistributionRequest.Source;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The distributions that jox knows by itself, with their hashes: Maven artifacts, and python-build-standalone's archives where there is no
 * artifact. Data of the plugin, renewed by {@code src/tools/renew-distributions.py}.
 */
final class Catalogue {
    private static final String ANY_ARCHIVE =
            "give <distribution><url> (-Djox.distribution.url) or <file>, with its <sha256>";

    private final List<Entry> artifacts = List.of(PluginData.json("artifacts.json", Entry[].class));

    private record Entry(
            @JsonProperty("python") PythonVersion python,
            @JsonProperty("target") Target target,
            @JsonProperty("flavor") Flavor flavor,
            @JsonProperty("artifact") @Nullable String artifact,
            @JsonProperty("url") @Nullable URI url,
            @JsonProperty("sha256") Sha256 sha256) {

        boolean serves(DistributionRequest request) {
            return target == request.target()
                    && flavor == request.flavor()
                    && request.python().map(wanted -> wanted.matches(python)).orElse(true);
        }

        Source source() {
            if (artifact != null) {
                return new DistributionRequest.Artifact(artifact, Optional.of(sha256));
            } else if (url != null) {
                return new DistributionRequest.Url(url, sha256);
            }
            throw new IllegalStateException("an entry of the plugin's catalogue has no place: Python " + python);
        }
    }

    /**
     * Where the default distribution for the request is: the newest patch among the artifacts, or among the archives.
     *
     * @throws JoxException when jox knows none
     */
    Source find(DistributionRequest request) {
        return newest(artifacts, request).or(() -> newest(archives(), request)).orElseThrow(() -> unknown(request));
    }

    private static List<Entry> archives() {
        return List.of(PluginData.json("archives.json", Entry[].class));
    }

    private static Optional<Source> newest(List<Entry> entries, DistributionRequest request) {
        return entries.stream()
                .filter(e -> e.serves(request))
                .max(Comparator.comparing(Entry::python))
                .map(Entry::source);
    }

    private JoxException unknown(DistributionRequest request) {
        String known = Stream.concat(artifacts.stream(), archives().stream())
                .filter(e -> e.target() == request.target() && e.flavor() == request.flavor())
                .map(Entry::python)
                .distinct()
                .sorted()
                .map(PythonVersion::toString)
                .collect(Collectors.joining(", "));
        String problem = "jox knows no distribution of Python"
                + request.python().map(p -> " " + p).orElse("") + " for "
                + request.target().triple() + " (" + request.flavor().text() + ")";
        return JoxException.user(problem, known.isEmpty() ? archiveHint(request) : "it knows " + known);
    }

    private static String archiveHint(DistributionRequest request) {
        return switch (request.target()) {
            case LINUX_MUSL ->
                "take an archive cpython-<version>+<date>-x86_64-unknown-linux-musl-noopt+static-full.tar.zst of"
                        + " python-build-standalone's releases, and give <distribution><url> (-Djox.distribution.url) or"
                        + " <file> with its <sha256>, from the release's SHA256SUMS; or build one by"
                        + " distributions/musl/build.sh of jox's sources (3.11 and 3.13) and give it in <file>"
                        + " (-Djox.distribution.file)";
            case WINDOWS_GNU ->
                "build one with distributions/windows/build.sh of jox's sources, and give <distribution><file>"
                        + " (-Djox.distribution.file) with its <sha256>; the easy way is"
                        + " <target>x86_64-pc-windows-msvc</target>, whose standalone_dynamic jox has a Python for";
            case LINUX_GNU, WINDOWS_MSVC -> ANY_ARCHIVE;
        };
    }
}
