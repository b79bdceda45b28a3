package dev.jox.python;

import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.wheel.WheelMetadata;
import dev.jox.model.wheel.WheelName;
import dev.jox.model.wheel.WheelRecord;
import dev.jox.model.wheel.WheelRecord.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Unpacks a wheel as an installer would (PyPA specification "Binary distribution format"): every file checked against RECORD, those of
 * the {@code purelib} and {@code platlib} schemes at the root, headers left out, those of other schemes below {@code <name>.data}.
 */
final class WheelUnpacker {
    private static final Pattern RECORD = Pattern.compile("([^/]+\\.dist-info)/RECORD");
    private static final Pattern SIGNATURE = Pattern.compile("[^/]+\\.dist-info/RECORD(\\.jws|\\.p7s)?");
    private static final Pattern LIBRARY_SCHEME = Pattern.compile("[^/]+\\.data/(?:purelib|platlib)/(.+)");
    private static final Pattern HEADERS = Pattern.compile("[^/]+\\.data/headers/.+");
    private static final Pattern SCRIPT = Pattern.compile("[^/]+\\.data/scripts/.+");
    private static final String INSTALLER = "jox\n";

    private final Path wheel;
    private final Map<String, IndexedFile> files = new TreeMap<>();
    private final List<Row> installed = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    WheelUnpacker(Path wheel) {
        this.wheel = wheel;
    }

    /**
     * Unpacks into an existing empty folder.
     *
     * @throws JoxException naming the wheel and what is wrong with it
     */
    WheelStore.Index unpack(Path target) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(wheel).get()) {
            Map<String, ZipArchiveEntry> entries = entries(zip);
            String info = metadataFolder(entries);
            Map<String, Row> record = record(text(zip, entries, info + "/RECORD"), entries);
            for (ZipArchiveEntry entry : entries.values()) {
                if (!SIGNATURE.matcher(entry.getName()).matches()) {
                    unpack(zip, entry, Optional.ofNullable(record.get(entry.getName())), target);
                }
            }
            WheelMetadata metadata = WheelMetadata.parse(text(zip, entries, info + "/METADATA"));
            write(target, info + "/INSTALLER", INSTALLER);
            installed.add(new Row(info + "/RECORD", Optional.empty(), "", OptionalLong.empty()));
            installed.sort(Comparator.comparing(Row::path));
            write(target, info + "/RECORD", new WheelRecord(installed).text());
            return new WheelStore.Index(
                    WheelName.normalized(metadata.name()), metadata.version(), List.copyOf(files.values()), notes);
        } catch (IllegalArgumentException e) {
            throw damaged(String.valueOf(e.getMessage()), e);
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            throw damaged(String.valueOf(e.getMessage()), e);
        }
    }

    private Map<String, ZipArchiveEntry> entries(ZipFile zip) {
        Map<String, ZipArchiveEntry> entries = new TreeMap<>();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (!entry.isDirectory()) {
                checkPath(entry.getName());
                if (entries.put(entry.getName(), entry) != null) {
                    throw damaged("it has two entries " + entry.getName());
                }
            }
        }
        return entries;
    }

    private String metadataFolder(Map<String, ZipArchiveEntry> entries) {
        List<String> folders = entries.keySet().stream()
                .map(RECORD::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .toList();
        if (folders.size() != 1) {
            throw damaged("it has " + (folders.isEmpty() ? "no" : "several") + " .dist-info/RECORD");
        }
        return folders.get(0);
    }

    private Map<String, Row> record(String text, Map<String, ZipArchiveEntry> entries) {
        Map<String, Row> record = new HashMap<>();
        for (Row row : WheelRecord.parse(text).rows()) {
            checkPath(row.path());
            if (!entries.containsKey(row.path()) && !row.path().endsWith("/")) {
                throw damaged("its RECORD names " + row.path() + ", which is not in it");
            }
            record.put(row.path(), row);
        }
        return record;
    }

    private void unpack(ZipFile zip, ZipArchiveEntry entry, Optional<Row> row, Path target) throws IOException {
        String name = entry.getName();
        if (row.isEmpty()) {
            notes.add(wheel.getFileName() + " has a file that its RECORD does not name: " + name);
        }
        Matcher library = LIBRARY_SCHEME.matcher(name);
        String path = library.matches() ? library.group(1) : name;
        MessageDigest sha256 = Sha256.newDigest();
        MessageDigest recorded = digest(row.flatMap(Row::algorithm).orElse("sha256"));
        Path file = target.resolve(path);
        long size;
        try (InputStream in =
                new DigestInputStream(new DigestInputStream(zip.getInputStream(entry), sha256), recorded)) {
            if (HEADERS.matcher(name).matches()) {
                size = in.transferTo(OutputStream.nullOutputStream());
            } else {
                Files.createDirectories(file.getParent());
                size = Files.copy(in, file);
            }
        } catch (java.nio.file.FileAlreadyExistsException e) {
            throw damaged("two of its files go to " + path, e);
        }
        verify(name, row, size, recorded);
        if (!HEADERS.matcher(name).matches()) {
            boolean executable =
                    (entry.getUnixMode() & 0100) != 0 || SCRIPT.matcher(name).matches();
            if (executable && !file.toFile().setExecutable(true)) {
                throw new IOException("cannot make " + file + " executable");
            }
            add(file, path, Sha256.of(sha256), executable);
        }
    }

    private void verify(String name, Optional<Row> row, long size, MessageDigest digest) {
        if (row.isEmpty()) {
            return;
        }
        OptionalLong expected = row.get().size();
        if (expected.isPresent() && expected.getAsLong() != size) {
            throw damaged(name + " has " + size + " bytes; its RECORD says " + expected.getAsLong());
        }
        if (row.get().algorithm().isEmpty()) {
            notes.add(wheel.getFileName() + " has a file without a hash in its RECORD: " + name);
            return;
        }
        String hash = Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
        if (!hash.equals(row.get().hash())) {
            throw damaged(name + " has the " + digest.getAlgorithm() + " " + hash + "; its RECORD says "
                    + row.get().hash());
        }
    }

    private void write(Path target, String path, String text) throws IOException {
        files.remove(path);
        installed.removeIf(row -> row.path().equals(path) && !path.endsWith("/RECORD"));
        Path file = Files.writeString(target.resolve(path), text);
        if (path.endsWith("/RECORD")) {
            files.put(path, IndexedFile.of(path, file));
        } else {
            add(file, path, Sha256.ofFile(file), false);
        }
    }

    private void add(Path file, String path, Sha256 sha256, boolean executable) throws IOException {
        IndexedFile indexed = IndexedFile.of(path, file, sha256, executable);
        files.put(path, indexed);
        byte[] hash = java.util.HexFormat.of().parseHex(sha256.hex());
        installed.add(new Row(
                path,
                Optional.of("sha256"),
                Base64.getUrlEncoder().withoutPadding().encodeToString(hash),
                OptionalLong.of(indexed.size())));
    }

    private MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm.toUpperCase(Locale.ROOT).replaceFirst("^SHA(?=\\d)", "SHA-"));
        } catch (NoSuchAlgorithmException e) {
            throw damaged("its RECORD uses the hash " + algorithm + ", which Java does not know", e);
        }
    }

    private String text(ZipFile zip, Map<String, ZipArchiveEntry> entries, String name) throws IOException {
        ZipArchiveEntry entry = entries.get(name);
        if (entry == null) {
            throw damaged("it has no " + name);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void checkPath(String path) {
        boolean escapes = path.startsWith("/")
                || path.contains("\\")
                || path.contains("\0")
                || path.matches("[A-Za-z]:.*")
                || List.of(path.split("/", -1)).contains("..");
        if (escapes) {
            throw damaged("its entry " + path + " leaves its root");
        }
    }

    private JoxException damaged(String what) {
        return JoxException.user("the wheel " + wheel.getFileName() + " is damaged: " + what, HINT);
    }

    private JoxException damaged(String what, Exception cause) {
        return JoxException.user("the wheel " + wheel.getFileName() + " is damaged: " + what, HINT, cause);
    }

    private static final String HINT =
            "get it again: mvn -U asks the index anew; a wheel of <wheels> or of another module is to be built again";
}
