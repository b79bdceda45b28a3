package dev.jox.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A platform that executables can be made for, by its target triple. */
public enum Target {
    LINUX_GNU("x86_64-unknown-linux-gnu", "linux-x86_64", ObjectFormat.ELF, "", Flavor.STANDALONE_DYNAMIC),
    LINUX_MUSL("x86_64-unknown-linux-musl", "linux-x86_64-musl", ObjectFormat.ELF, "", Flavor.STANDALONE_STATIC),
    WINDOWS_MSVC("x86_64-pc-windows-msvc", "windows-x86_64", ObjectFormat.COFF, ".exe", Flavor.STANDALONE_DYNAMIC),
    WINDOWS_GNU("x86_64-pc-windows-gnu", "windows-x86_64-gnu", ObjectFormat.COFF, ".exe", Flavor.STANDALONE_STATIC);

    /** The format of objects and images. */
    public enum ObjectFormat {
        ELF,
        COFF
    }

    private final String triple;
    private final String classifier;
    private final ObjectFormat objectFormat;
    private final String executableSuffix;
    private final Flavor defaultFlavor;

    Target(String triple, String classifier, ObjectFormat objectFormat, String executableSuffix, Flavor defaultFlavor) {
        this.triple = triple;
        this.classifier = classifier;
        this.objectFormat = objectFormat;
        this.executableSuffix = executableSuffix;
        this.defaultFlavor = defaultFlavor;
    }

    /**
     * The target with this triple.
     *
     * @throws IllegalArgumentException naming the triples that exist
     */
    @JsonCreator
    public static Target ofTriple(String triple) {
        return Choices.parse("target", values(), Target::triple, triple);
    }

    @JsonValue
    public String triple() {
        return triple;
    }

    /** The Maven classifier of an executable for this target. */
    public String classifier() {
        return classifier;
    }

    public ObjectFormat objectFormat() {
        return objectFormat;
    }

    /** What an executable's file name ends with: empty or {@code .exe}. */
    public String executableSuffix() {
        return executableSuffix;
    }

    public Flavor defaultFlavor() {
        return defaultFlavor;
    }

    /** The target of the same system whose executables load shared libraries. */
    public Target dynamic() {
        return isWindows() ? WINDOWS_MSVC : LINUX_GNU;
    }

    public boolean isWindows() {
        return objectFormat == ObjectFormat.COFF;
    }
}
