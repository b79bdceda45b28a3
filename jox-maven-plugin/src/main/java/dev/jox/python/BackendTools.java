package dev.jox.python;

import dev.jox.capture.CaptureFolder;
import dev.jox.capture.RealTools;
import dev.jox.capture.WindowsDialect;
import dev.jox.capture.WrapperProgram;
import dev.jox.fetch.Cache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What build backends work with: tools that watch what is compiled and linked, and variables that say so and what the target is. */
final class BackendTools {
    /** The first of February 1980: a wheel is a zip archive, which has no time before 1980, in whatever time zone. */
    private static final String TIME = "318211200";

    /** What makes two builds of one source alike: no time of day, no order of sets that is another one in each process. */
    private static final Map<String, String> REPEATABLE = Map.of("SOURCE_DATE_EPOCH", TIME, "PYTHONHASHSEED", "0");

    private final Cache cache;
    private final Compilation compilation;
    private final PythonLog log;

    /**
     * The tools of one build.
     *
     * @param variables for the backend's processes
     */
    record Set(CaptureFolder capture, Map<String, String> variables) {}

    BackendTools(Cache cache, Compilation compilation, PythonLog log) {
        this.cache = cache;
        this.compilation = compilation;
        this.log = log;
    }

    /** @param folder an empty or absent one, for the tools and for what they see */
    Set in(Path folder, BuildJob job) throws IOException {
        Path wrapper = new WrapperProgram(cache, log::detail)
                .with(compilation.toolchains().find(job.pythons().build().target()));
        List<String> compile = new ArrayList<>(job.view().compile());
        // headers of the target's Python and of zig
        compile.add("-ffile-prefix-map=" + cache.root() + "=/jox");
        if (job.toolchain().target().isWindows()) {
            compile.addAll(WindowsDialect.arguments(cache));
        }
        CaptureFolder capture = CaptureFolder.create(
                folder,
                wrapper,
                RealTools.of(job.toolchain()).compilingWith(compile),
                List.of(),
                job.view().link());
        String path = Optional.ofNullable(job.request().environment().get("PATH"))
                .or(() -> Optional.ofNullable(System.getenv("PATH")))
                .orElse("/usr/bin:/bin");
        Map<String, String> variables = new TreeMap<>(capture.environment(path));
        variables.putAll(job.view().variables());
        REPEATABLE.forEach((name, value) -> {
            if (!job.request().environment().containsKey(name)) {
                variables.put(name, value);
            }
        });
        return new Set(capture, variables);
    }
}
