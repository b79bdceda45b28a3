package dev.jox.python;

import dev.jox.model.Sha256;
import dev.jox.model.wheel.WheelRecord;
import dev.jox.model.wheel.WheelRecord.Row;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Wheels as a build backend would write them, and ones that none would. */
final class TestWheel {
    private final String project;
    private final String version;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private String requires = "";
    private boolean recorded = true;

    TestWheel(String project, String version) {
        this.project = project;
        this.version = version;
    }

    TestWheel requires(String requirement) {
        requires = "Requires-Dist: " + requirement + "\n";
        return this;
    }

    TestWheel file(String path, String text) {
        return file(path, bytes(text));
    }

    TestWheel file(String path, byte[] content) {
        files.put(path, content);
        byte[] hash = HexFormat.of().parseHex(Sha256.of(content).hex());
        return row(path, Base64.getUrlEncoder().withoutPadding().encodeToString(hash), content.length);
    }

    /** A file that RECORD does not name. */
    TestWheel unrecorded(String path, String text) {
        files.put(path, bytes(text));
        return this;
    }

    TestWheel row(String path, String hash, long size) {
        rows.removeIf(row -> row.path().equals(path));
        rows.add(new Row(path, Optional.of("sha256"), hash, OptionalLong.of(size)));
        return this;
    }

    TestWheel withoutRecord() {
        recorded = false;
        return this;
    }

    /** Writes it, with its metadata, under a name for any Python. */
    Path write(Path folder) {
        String info = project + "-" + version + ".dist-info/";
        file(info + "METADATA", "Metadata-Version: 2.1\nName: " + project + "\nVersion: " + version + "\n" + requires);
        file(info + "WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
        if (recorded) {
            rows.add(new Row(info + "RECORD", Optional.empty(), "", OptionalLong.empty()));
            files.put(info + "RECORD", bytes(new WheelRecord(rows).text()));
        }
        Path wheel = folder.resolve(project + "-" + version + "-py3-none-any.whl");
        try (OutputStream out = Files.newOutputStream(wheel);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return wheel;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
