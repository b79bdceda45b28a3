package dev.jox.model.policy;

import static dev.jox.model.policy.Sample.APPLICATION;
import static dev.jox.model.policy.Sample.NUMPY;
import static dev.jox.model.policy.Sample.PYTHON;
import static dev.jox.model.policy.Sample.SYSTEM;
import static dev.jox.model.policy.Sample.extensionPath;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.model.Golden;
import dev.jox.model.Sha256;
import dev.jox.model.json.Json;
import dev.jox.model.plan.Location;
import dev.jox.model.plan.Plan;
import dev.jox.model.resource.Origin;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan with something of everything; the tests of reports start from its file. */
class GoldenPlanTest {
    private static final Origin VTK = new Origin(Origin.Kind.PACKAGE, "vtk", "9.6");

    @Test
    void hasItsForm() throws IOException {
        Plan plan = everything().plan();
        Golden.check("plan.json", Json.text(withDigest(plan, Sha256.of("plan"))));
        assertThat(everything().plan().digest()).isEqualTo(plan.digest());
    }

    /** The digest follows every value that a plan comes from, so it would change with each new field of any of them. */
    private static Plan withDigest(Plan plan, Sha256 digest) {
        return new Plan(digest, plan.entries(), plan.omissions(), plan.fallbacks(), plan.glibcFloor(), plan.warnings());
    }

    private static Sample everything() {
        Sample sample = new Sample()
                .builtIn("_thread", "default", List.of(), List.of(), true)
                .module(PYTHON, "os.py")
                .module(PYTHON, "sqlite3/__init__.py")
                .testModule("test/__init__.py")
                .testModule("test/test_os.py")
                .describe("zlib", "default", List.of("z"), false, false)
                .extension(PYTHON, "zlib")
                .library(SYSTEM, "jox.libs/libz.so.1")
                .needs(extensionPath("zlib"), "jox.libs/libz.so.1")
                .describe("_sqlite3", "default", List.of("sqlite3"), false, false)
                .extension(PYTHON, "_sqlite3")
                .misses(extensionPath("_sqlite3"), "libsqlite3.so.0", "libsqlite3-0 on Debian");
        sample.module(NUMPY, "numpy/__init__.py")
                .extension(NUMPY, "numpy._core", Sample.Image.plain().floor("2.17"))
                .library(NUMPY, "numpy.libs/libgfortran.so.5")
                .library(NUMPY, "numpy.libs/libopenblas.so.0")
                .needs(extensionPath("numpy._core"), "numpy.libs/libopenblas.so.0")
                .needs("numpy.libs/libopenblas.so.0", "numpy.libs/libgfortran.so.5")
                .packageFile(NUMPY, "numpy/py.typed")
                .metadata(NUMPY, "numpy-2.4.0.dist-info/METADATA")
                .file(NUMPY, "bin/f2py", true);
        sample.module(VTK, "vtk/__init__.py")
                .uncompiled(VTK, "vtk/<template> & \"co\".py", "invalid syntax (line 1)")
                .extension(VTK, "vtk.core")
                .library(VTK, "vtk/liba.so")
                .library(VTK, "vtk/libb.so")
                .needs(extensionPath("vtk.core"), "vtk/liba.so")
                .needs("vtk/liba.so", "vtk/libb.so")
                .needs("vtk/libb.so", "vtk/liba.so");
        sample.module(APPLICATION, "hello.py").packageFile(APPLICATION, "hello_data/manual.txt");
        return sample.policy(Policy.builder()
                .includeDistributionSources(false)
                .rules(List.of(
                        Rule.builder()
                                .match("hello_data/**")
                                .location(new Location.FilesystemRelative("share"))
                                .build(),
                        Rule.builder()
                                .match("vtk/liba.so")
                                .location(new Location.FilesystemRelative("lib"))
                                .build())));
    }
}
