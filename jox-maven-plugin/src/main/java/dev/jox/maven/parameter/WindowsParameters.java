package dev.jox.maven.parameter;

import dev.jox.model.Content;
import dev.jox.model.JoxException;
import dev.jox.model.windows.Subsystem;
import dev.jox.model.windows.VersionInformation;
import dev.jox.model.windows.VersionNumber;
import dev.jox.model.windows.WindowsProgram;
import java.io.File;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code <windows>}: what Windows shows of an executable. Executables for other systems have nothing of it. */
public final class WindowsParameters {
    /** {@code console}, or {@code windows} for a program without one. */
    @Nullable
    String subsystem;

    /** The icon: a file of the format .ico. */
    @Nullable
    File icon;

    /** The manifest, instead of the one that jox writes. */
    @Nullable
    File manifest;

    /** Up to four numbers, which a word may follow; default: the project's version. */
    @Nullable
    String version;

    /** Default: the project's name. */
    @Nullable
    String productName;

    /** What Explorer and the task manager call it; default: the project's name. */
    @Nullable
    String fileDescription;

    /** Default: the project's organization. */
    @Nullable
    String companyName;

    @Nullable
    String copyright;

    @Nullable
    String trademarks;

    @Nullable
    String comments;

    /**
     * What the project says.
     *
     * @param fileName the executable's
     */
    public record Defaults(String version, String name, Optional<String> organization, String fileName) {}

    /** What the executable gets. */
    public WindowsProgram toProgram(Defaults project) {
        return new WindowsProgram(
                subsystem == null ? Subsystem.CONSOLE : Parsed.of("windows.subsystem", subsystem, Subsystem::parse),
                file("windows.icon", icon, WindowsProgram::icon),
                file("windows.manifest", manifest, WindowsProgram::manifest),
                information(project));
    }

    private VersionInformation information(Defaults project) {
        VersionNumber number = version == null
                ? VersionNumber.ofAny(project.version())
                : Parsed.of("windows.version", version, VersionNumber::parse);
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put("FileVersion", number.text());
        texts.put("ProductVersion", number.text());
        texts.put("OriginalFilename", project.fileName());
        texts.put("InternalName", project.fileName().replaceFirst("\\.exe$", ""));
        texts.put("ProductName", productName == null ? project.name() : productName);
        texts.put("FileDescription", fileDescription == null ? project.name() : fileDescription);
        Parsed.ifSet(
                companyName == null ? project.organization().orElse(null) : companyName,
                text -> texts.put("CompanyName", text));
        Parsed.ifSet(copyright, text -> texts.put("LegalCopyright", text));
        Parsed.ifSet(trademarks, text -> texts.put("LegalTrademarks", text));
        Parsed.ifSet(comments, text -> texts.put("Comments", text));
        try {
            return new VersionInformation(number, texts);
        } catch (IllegalArgumentException e) {
            throw JoxException.user("<windows>: " + e.getMessage() + ".", "Shorten them in the pom.", e);
        }
    }

    /** What reads a file, and says what is wrong with it. */
    private interface Reader {
        Content read(Path file) throws IOException;
    }

    private static Optional<Content> file(String parameter, @Nullable File file, Reader reader) {
        if (file == null) {
            return Optional.empty();
        }
        String subject = Parsed.element(parameter) + " (-Djox." + parameter + "): " + file + " ";
        String hint = "Correct the file, or the path in the pom's <configuration> or the property.";
        try {
            return Optional.of(reader.read(file.toPath()));
        } catch (IllegalArgumentException e) {
            throw JoxException.user(subject + e.getMessage() + ".", hint, e);
        } catch (NoSuchFileException e) {
            throw JoxException.user(subject + "is not there.", hint, e);
        } catch (IOException e) {
            throw JoxException.environment(subject + "cannot be read: " + e, hint, e);
        }
    }
}
