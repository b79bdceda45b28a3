package dev.jox.model.object;

import java.util.List;
import java.util.Map;

/** A COFF object file, ordinary or {@code /bigobj}. */
public final class CoffObject implements ObjectFile {
    private final Bytes bytes;
    private final CoffLayout layout;
    private final CoffStrings strings;
    private final List<CoffSection> headers;
    private final Map<Integer, Integer> sectionSymbols;
    private final List<Section> sections;
    private final List<Symbol> symbols;
    private final List<Group> groups;

    CoffObject(
            Bytes bytes,
            CoffLayout layout,
            CoffStrings strings,
            List<CoffSection> headers,
            Map<Integer, Integer> sectionSymbols,
            List<Section> sections,
            List<Symbol> symbols,
            List<Group> groups) {
        this.bytes = bytes;
        this.layout = layout;
        this.strings = strings;
        this.headers = headers;
        this.sectionSymbols = sectionSymbols;
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
        return layout.machine();
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
        return new CoffRewriter(this).write(names);
    }

    CoffLayout layout() {
        return layout;
    }

    CoffStrings strings() {
        return strings;
    }

    List<CoffSection> headers() {
        return headers;
    }

    /** The indices of the symbols that stand for sections, with the sections' numbers. */
    Map<Integer, Integer> sectionSymbols() {
        return sectionSymbols;
    }
}
