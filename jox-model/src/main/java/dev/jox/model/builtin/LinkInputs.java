package dev.jox.model.builtin;

import dev.jox.model.object.LinkFile;
import dev.jox.model.object.LinkFile.Archive;
import dev.jox.model.object.LinkFile.Reason;
import dev.jox.model.object.LinkFile.Refused;
import dev.jox.model.object.LinkFiles;
import dev.jox.model.resource.LinkItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The files of a recorded link, read, and what has to be found elsewhere.
 *
 * @param files the extension's own objects and archives in the order of the link
 * @param shared shared libraries that the link named or that were in its folders of {@code -L}; for DLLs their import libraries
 * @param libraries libraries that were the system's or the toolchain's, by the names after {@code -l}
 * @param options all other arguments
 */
public record LinkInputs(
        List<LinkFile> files,
        List<LinkItem.File> shared,
        List<LinkItem.Library> libraries,
        List<LinkItem.Option> options) {

    /** What compilers add to each link by themselves, and a recorded {@code ld} line so names: no part of an extension. */
    private static final Set<String> START_FILES = Set.of(
            "crti.o",
            "crtn.o",
            "crt1.o",
            "Scrt1.o",
            "crtbegin.o",
            "crtbeginS.o",
            "crtbeginT.o",
            "crtend.o",
            "crtendS.o");

    public LinkInputs {
        files = List.copyOf(files);
        shared = List.copyOf(shared);
        libraries = List.copyOf(libraries);
        options = List.copyOf(options);
    }

    /**
     * Reads what a link was made from.
     *
     * @param preferShared whether a library that is there both ways is taken as a shared one: it must have been compiled
     *     position-independent for the other way, and only a dynamic executable can have it so
     */
    public static LinkInputs read(List<LinkItem> items, boolean preferShared) throws IOException {
        Reading reading = new Reading();
        for (LinkItem item : items) {
            if (item instanceof LinkItem.File file) {
                reading.add(file);
            } else if (item instanceof LinkItem.Library library) {
                reading.add(library, preferShared);
            } else if (item instanceof LinkItem.Option option) {
                reading.options.add(option);
            }
        }
        return new LinkInputs(reading.files, reading.shared, reading.libraries, reading.options);
    }

    private static final class Reading {
        private final List<LinkFile> files = new ArrayList<>();
        private final List<LinkItem.File> shared = new ArrayList<>();
        private final List<LinkItem.Library> libraries = new ArrayList<>();
        private final List<LinkItem.Option> options = new ArrayList<>();

        void add(LinkItem.File file) throws IOException {
            if (!START_FILES.contains(String.valueOf(file.path().getFileName()))) {
                add(file, read(file));
            }
        }

        private void add(LinkItem.File file, LinkFile read) {
            if (isShared(read)) {
                shared.add(file);
            } else if (read instanceof Archive archive && file.whole()) {
                files.addAll(archive.members());
            } else {
                files.add(read);
            }
        }

        void add(LinkItem.Library library, boolean preferShared) throws IOException {
            boolean added = false;
            for (boolean wantShared : new boolean[] {preferShared && !library.staticOnly(), !preferShared}) {
                for (LinkItem.File copy : library.copies()) {
                    LinkFile read = read(copy);
                    if (!added && isShared(read) == wantShared && !(wantShared && library.staticOnly())) {
                        add(copy, read);
                        added = true;
                    }
                }
            }
            if (!added) {
                libraries.add(library);
            }
        }

        private static boolean isShared(LinkFile file) {
            return file instanceof Refused refused && refused.reason() == Reason.LINKED
                    || file instanceof Archive archive && archive.isImportLibrary();
        }

        private static LinkFile read(LinkItem.File file) throws IOException {
            Path copy = file.copy();
            return LinkFiles.read(file.path().toString(), Files.readAllBytes(copy));
        }
    }
}
