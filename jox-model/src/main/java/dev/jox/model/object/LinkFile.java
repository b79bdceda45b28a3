package dev.jox.model.object;

import java.util.List;

/** A file that was given to a linker, by what it holds. */
public sealed interface LinkFile permits ObjectFile, LinkFile.Archive, LinkFile.Import, LinkFile.Refused {
    /** Where it is from, for messages: a path, or {@code libz.a(inflate.o)} for a member of an archive. */
    String name();

    /** A library of link files, from which a linker takes members as it needs them. */
    record Archive(String name, List<LinkFile> members) implements LinkFile {
        public Archive {
            members = List.copyOf(members);
        }

        /**
         * Whether it stands for a DLL: its members are names of what the DLL has, in Microsoft's short form or as objects with parts of a
         * table of imports. Source: Microsoft, "PE Format", "The .idata Section" and "Import Library Format".
         */
        public boolean isImportLibrary() {
            return !members.isEmpty() && members.stream().allMatch(Archive::isOfImports);
        }

        private static boolean isOfImports(LinkFile member) {
            return member instanceof Import
                    || member instanceof ObjectFile object
                            && object.sections().stream()
                                    .anyMatch(section -> section.name().startsWith(".idata$"));
        }
    }

    /** A member of a Windows import library: {@code symbol} is found in {@code dll} when the program starts. */
    record Import(String name, String symbol, String dll) implements LinkFile {}

    /**
     * A file that cannot be used.
     *
     * @param detail what was seen, for messages; may be empty
     */
    record Refused(String name, Reason reason, String detail) implements LinkFile {}

    /** Why a file cannot be used. */
    enum Reason {
        LLVM_BITCODE("LLVM bitcode, as -flto makes it"),
        GCC_LTO("GCC's intermediate code without machine code, as -flto makes it without -ffat-lto-objects"),
        MSVC_LTCG("Microsoft's intermediate code, as /GL makes it"),
        THIN_ARCHIVE("a thin archive, which holds paths instead of objects"),
        LINKED("already linked: a shared library or an executable"),
        OTHER_FORMAT("an object file of another format"),
        TEXT("text, such as a linker script"),
        UNKNOWN("neither an object file nor an archive");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** The reason in words that follow "it is". */
        public String text() {
            return text;
        }
    }
}
