package dev.jox.model.object;

/**
 * GCC's link-time optimisation: objects hold intermediate code in sections {@code .gnu.lto_*}, beside machine code ("fat") or
 * without it ("slim"). The linker plugin takes the intermediate code wherever it sees those sections, with the old names.
 */
final class GccLto {
    static final String SECTION_PREFIX = ".gnu.lto_";
    /** GCC 10 and later: {@code struct lto_section} of lto-streamer.h, whose fifth byte is {@code slim_object}. */
    private static final String HEADER_SECTION = ".gnu.lto_.lto.";

    /** GCC up to 9 marks slim objects by this common symbol. */
    private static final String SLIM_SYMBOL = "__gnu_lto_slim";

    private GccLto() {}

    static boolean isSlim(ObjectFile object) {
        for (Section section : object.sections()) {
            if (section.name().startsWith(HEADER_SECTION)
                    && section.stored()
                    && section.size() > 4
                    && object.bytes()[(int) section.offset() + 4] != 0) {
                return true;
            }
        }
        return object.symbols().stream().anyMatch(symbol -> symbol.name().equals(SLIM_SYMBOL));
    }
}
