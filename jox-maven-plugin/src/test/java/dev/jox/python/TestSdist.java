package dev.jox.python;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/** Source distributions with a build backend of their own (PEP 517, "In-tree build backends"), so that no index is asked. */
final class TestSdist {
    /** Compiles each {@code x.c} to a module {@code x} by the compiler of CC, and runs {@code hook.py} before that. */
    private static final String BACKEND = """
            import base64, glob, hashlib, os, subprocess, sysconfig, zipfile

            def get_requires_for_build_wheel(settings=None):
                return []

            METADATA = b"Metadata-Version: 2.1\\nName: %(project)s\\nVersion: %(version)s\\n"

            def prepare_metadata_for_build_wheel(folder, settings=None):
                info = "%(project)s-%(version)s.dist-info"
                os.mkdir(os.path.join(folder, info))
                with open(os.path.join(folder, info, "METADATA"), "wb") as out:
                    out.write(METADATA)
                return info

            def build_wheel(folder, settings=None, metadata=None):
                hook = {}
                if os.path.exists("hook.py"):
                    with open("hook.py") as file:
                        exec(compile(file.read(), "hook.py", "exec"), hook)
                files = {n: t.encode() for n, t in hook.get("FILES", {}).items()}
                for source in sorted(glob.glob("*.c")):
                    name = source[:-2] + sysconfig.get_config_var("EXT_SUFFIX")
                    compiler = os.environ.get("CC", "cc")
                    include = "-I" + sysconfig.get_path("include")
                    path = os.path.abspath(source)
                    subprocess.run([compiler, include, "-g", "-fPIC", "-c", path, "-o", source + ".o"], check=True)
                    subprocess.run([compiler, "-shared", source + ".o", "-o", name], check=True)
                    with open(name, "rb") as file:
                        files[name] = file.read()
                info = "%(project)s-%(version)s.dist-info/"
                tag = "py3-none-any" if not glob.glob("*.c") else "py3-none-linux_x86_64"
                files[info + "METADATA"] = METADATA
                files[info + "WHEEL"] = ("Wheel-Version: 1.0\\nRoot-Is-Purelib: false\\nTag: " + tag + "\\n").encode()
                record = "".join("%%s,sha256=%%s,%%d\\n" %% (
                    n, base64.urlsafe_b64encode(hashlib.sha256(d).digest()).decode().rstrip("="), len(d))
                    for n, d in files.items())
                files[info + "RECORD"] = (record + info + "RECORD,,\\n").encode()
                wheel = "%(project)s-%(version)s-" + tag + ".whl"
                with zipfile.ZipFile(os.path.join(folder, wheel), "w") as out:
                    for name, data in files.items():
                        out.writestr(name, data)
                return wheel
            """;

    private final String project;
    private final String version;
    private final Map<String, String> files = new LinkedHashMap<>();
    private List<String> requires = List.of();

    TestSdist(String project, String version) {
        this.project = project;
        this.version = version;
    }

    TestSdist file(String path, String text) {
        files.put(path, text);
        return this;
    }

    /** Build requirements. */
    TestSdist requires(String... requirements) {
        requires = List.of(requirements);
        return this;
    }

    Path write(Path folder) {
        file("PKG-INFO", "Metadata-Version: 2.1\nName: " + project + "\nVersion: " + version + "\n");
        file(
                "backend.py",
                BACKEND.replace("%(project)s", project)
                        .replace("%(version)s", version)
                        .replace("%%", "%"));
        String needed = requires.stream().map(r -> '"' + r + '"').collect(Collectors.joining(", "));
        file(
                "pyproject.toml",
                "[build-system]\nrequires = [" + needed + "]\nbuild-backend = \"backend\"\nbackend-path = [\".\"]\n");
        Path sdist = folder.resolve(project + "-" + version + ".tar.gz");
        try (OutputStream out = Files.newOutputStream(sdist);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(out))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(project + "-" + version + "/" + file.getKey());
                entry.setSize(bytes.length);
                tar.putArchiveEntry(entry);
                tar.write(bytes);
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return sdist;
    }
}
