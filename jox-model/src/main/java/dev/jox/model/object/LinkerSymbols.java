package dev.jox.model.object;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Symbols that linkers and the C start-up files make themselves. */
final class LinkerSymbols {
    static final String START = "__start_";
    static final String STOP = "__stop_";
    private static final Pattern C_IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Set<String> ELF = Set.of(
            "_GLOBAL_OFFSET_TABLE_",
            "_PROCEDURE_LINKAGE_TABLE_",
            "_DYNAMIC",
            "_TLS_MODULE_BASE_",
            "__dso_handle",
            "__TMC_END__",
            "__ehdr_start",
            "__executable_start",
            "__GNU_EH_FRAME_HDR",
            "__bss_start",
            "_edata",
            "edata",
            "_end",
            "end",
            "_etext",
            "etext",
            "__etext",
            "__preinit_array_start",
            "__preinit_array_end",
            "__init_array_start",
            "__init_array_end",
            "__fini_array_start",
            "__fini_array_end",
            "__rela_iplt_start",
            "__rela_iplt_end");
    private static final Set<String> COFF = Set.of(
            "__ImageBase",
            "__CTOR_LIST__",
            "__DTOR_LIST__",
            "__RUNTIME_PSEUDO_RELOC_LIST__",
            "__RUNTIME_PSEUDO_RELOC_LIST_END__");

    private LinkerSymbols() {}

    /** The linker, for a link of these objects. */
    static Provider provider(List<ObjectFile> objects) {
        Set<String> names = new HashSet<>();
        for (ObjectFile object : objects) {
            names.addAll(object instanceof ElfObject ? ELF : COFF);
            for (Section section : object.sections()) {
                if (hasBounds(section.name())) {
                    names.add(START + section.name());
                    names.add(STOP + section.name());
                }
            }
        }
        return Provider.of("the linker", names);
    }

    /** Whether an ELF linker marks the section's begin and end by symbols: when it is named like a variable of C. */
    static boolean hasBounds(String section) {
        return C_IDENTIFIER.matcher(section).matches();
    }
}
