package dev.jox.python;

import dev.jox.capture.CaptureFolder;
import dev.jox.capture.RealTools;
import dev.jox.capture.WindowsHeaders;
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
        if (job.toolchain().target().isWindows()) {
            compile.add("-I" + WindowsHeaders.in(cache));
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
        return new Set(capture, variables);
    }
}
