package dev.jox.capture;

import dev.jox.process.CarriedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The plugin's own files for capturing. */
final class CaptureResources {
    private CaptureResources() {}

    /** The wrapper's C sources. */
    static CarriedFiles wrapper() {
        return load(
                "/dev/jox/native/wrapper/",
                List.of(
                        "arguments.c",
                        "config.c",
                        "dialect.c",
                        "directives.c",
                        "folders.c",
                        "main.c",
                        "process.c",
                        "record.c",
                        "util.c",
                        "wrapper.h"));
    }

    /** What goes into site-packages. */
    static CarriedFiles shim() {
        return load(
                "/dev/jox/python/capture/",
                List.of(
                        "jox_capture.pth",
                        "jox_capture/__init__.py",
                        "jox_capture/_build_ext.py",
                        "jox_capture/_hook.py",
                        "jox_capture/_own.py",
                        "jox_capture/_platform.py",
                        "jox_capture/_record.py",
                        "jox_capture/_suffixes.py",
                        "jox_capture/_sysconfig.py"));
    }

    private static CarriedFiles load(String folder, Collection<String> names) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String name : names) {
            try (InputStream in = CaptureResources.class.getResourceAsStream(folder + name)) {
                if (in == null) {
                    throw new IllegalStateException("the plugin lacks its file " + folder + name);
                }
                files.put(name, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new CarriedFiles(files);
    }
}
