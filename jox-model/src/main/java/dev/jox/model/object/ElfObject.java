package dev.jox.model.object;

import java.util.List;
import java.util.Optional;

/** An ELF64 relocatable object file. */
public final class ElfObject implements ObjectFile {
    private final Bytes bytes;
    private final int machine;
    private final List<ElfSection> headers;
    private final int sectionNames;
    private final Optional<ElfSection> symbolTable;
    private final List<Section> sections;
    private final List<Symbol> symbols;
    private final List<Group> groups;

    ElfObject(
            Bytes bytes,
            int machine,
            List<ElfSection> headers,
            int sectionNames,
            Optional<ElfSection> symbolTable,
            List<Section> sections,
            List<Symbol> symbols,
            List<Group> groups) {
        this.bytes = bytes;
        this.machine = machine;
        this.headers = headers;
        this.sectionNames = sectionNames;
        this.symbolTable = symbolTable;
        this.sections = sections;
        this.symbols = symbols;
        this.groups = groups;
    }

    @Override
    public String name() {
        return bytes.file();
    }

    @Override
    public int machine() {
        return machine;
    }

    @Override
    public List<Section> sections() {
        return sections;
    }

    @Override
    public List<Symbol> symbols() {
        return symbols;
    }

    @Override
    public List<Group> groups() {
        return groups;
    }

    @Override
    public byte[] bytes() {
        return bytes.array();
    }

    @Override
    public byte[] renamed(Renaming names) throws ObjectFormatException {
        return new ElfRewriter(this).write(names);
    }

    List<ElfSection> headers() {
        return headers;
    }

    /** The section with the sections' names. */
    ElfSection sectionNames() {
        return headers.get(sectionNames);
    }

    /** The symbol table; its {@code link} is the section with the symbols' names. */
    Optional<ElfSection> symbolTable() {
        return symbolTable;
    }
}
