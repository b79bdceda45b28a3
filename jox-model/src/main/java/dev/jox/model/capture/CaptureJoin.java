package dev.jox.model.capture;

import dev.jox.model.ModuleName;
import dev.jox.model.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the records say about the shared libraries of built wheels. A library is found by its content; where a build stripped or
 * patched it after the link, by as many of its path's last parts as agree.
 *
 * @param extensions in the order of the wheel's files
 * @param findings what did not fit together
 */
public record CaptureJoin(List<CapturedExtension> extensions, List<CaptureFinding> findings) {
    public CaptureJoin {
        extensions = List.copyOf(extensions);
        findings = List.copyOf(findings);
    }

    /** Joins records with the shared libraries of the wheels that came of the same builds. */
    public static CaptureJoin of(CaptureRecords records, List<BuiltFile> files) throws IOException {
        return new Joining(records).join(files);
    }

    private static final class Joining {
        /** The last link of each output: a build may link again. */
        private final Map<Path, LinkRecord> links = new LinkedHashMap<>();

        private final Map<Path, Sha256> digests = new LinkedHashMap<>();
        private final Map<ModuleName, ExtensionRecord> declared = new LinkedHashMap<>();
        private final Set<LinkRecord> used = new HashSet<>();
        private final List<CaptureFinding> findings = new ArrayList<>();

        Joining(CaptureRecords records) throws IOException {
            for (LinkRecord link : records.links()) {
                links.put(link.output(), link);
                digests.put(link.output(), Sha256.ofFile(link.outputCopy()));
            }
            records.extensions().forEach(extension -> declared.put(extension.module(), extension));
        }

        CaptureJoin join(List<BuiltFile> files) throws IOException {
            List<CapturedExtension> extensions = new ArrayList<>();
            Set<ModuleName> found = new HashSet<>();
            for (BuiltFile file : files) {
                Optional<LinkRecord> link = link(file);
                Optional<ModuleName> module = WheelPaths.module(file.path());
                module.ifPresent(found::add);
                link.ifPresent(used::add);
                if (link.isPresent() && module.isPresent()) {
                    extensions.add(new CapturedExtension(
                            module.get(), file.path(), link.get(), Optional.ofNullable(declared.get(module.get()))));
                }
            }
            links.values().stream()
                    .filter(link -> !used.contains(link))
                    .forEach(link -> findings.add(new CaptureFinding.NotShipped(link.output())));
            declared.values().stream()
                    .filter(extension -> !extension.built() && !found.contains(extension.module()))
                    .forEach(extension ->
                            findings.add(new CaptureFinding.NotBuilt(extension.module(), extension.optional())));
            return new CaptureJoin(extensions, findings);
        }

        private Optional<LinkRecord> link(BuiltFile file) throws IOException {
            Sha256 digest = Sha256.ofFile(file.content());
            Map<Integer, List<LinkRecord>> candidates = links.values().stream()
                    .collect(Collectors.groupingBy(link -> WheelPaths.commonEnd(file.path(), link.output())));
            List<LinkRecord> same = links.values().stream()
                    .filter(link -> digest.equals(digests.get(link.output())))
                    .toList();
            int most = candidates.keySet().stream()
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElse(0);
            List<LinkRecord> nearest = most == 0 ? List.of() : candidates.getOrDefault(most, List.of());
            List<LinkRecord> best = same.isEmpty() ? nearest : same;
            if (best.isEmpty()) {
                findings.add(new CaptureFinding.NotCaptured(file.path()));
                return Optional.empty();
            }
            // Equal bytes were linked from equal parts: any of them will do.
            if (same.isEmpty() && best.size() > 1) {
                findings.add(new CaptureFinding.Ambiguous(file.path(), best.size()));
                return Optional.empty();
            }
            return Optional.of(best.get(best.size() - 1));
        }
    }
}
