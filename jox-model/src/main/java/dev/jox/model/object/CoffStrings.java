package dev.jox.model.object;

/** The string table of a COFF object and the two ways in which names use it. */
final class CoffStrings {
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    /** Seven decimal digits after the slash of a section's name reach this far; six in base 64 further than any file. */
    private static final int DECIMAL_LIMIT = 9_999_999;

    private final Bytes bytes;
    private final long offset;
    private final long size;

    private CoffStrings(Bytes bytes, long offset, long size) {
        this.bytes = bytes;
        this.offset = offset;
        this.size = size;
    }

    static CoffStrings read(Bytes bytes, CoffLayout layout) throws ObjectFormatException {
        if (layout.symbolTable() == 0) {
            return new CoffStrings(bytes, 0, 0);
        }
        long at = layout.stringTable();
        // Some tools leave an empty table out.
        long size = at == bytes.size() ? 0 : bytes.u32(at, "size of the string table");
        bytes.check(at, size, "string table");
        return new CoffStrings(bytes, at, size);
    }

    /** Where the table begins in the file. */
    long offset() {
        return offset;
    }

    /** Bytes, the four of the size included; 0 when there is no table. */
    long size() {
        return size;
    }

    /** The name in the first eight bytes of a symbol's record. */
    String symbolName(long record) throws ObjectFormatException {
        return bytes.u32(record, "name of a symbol") == 0
                ? at(bytes.u32(record + 4, "name of a symbol"))
                : bytes.fixed(record, 8, "name of a symbol");
    }

    /** A section's name, of which a long one is {@code /} and its place in decimal, or {@code //} and it in base 64. */
    String sectionName(String field) throws ObjectFormatException {
        if (!field.startsWith("/") || field.length() == 1) {
            return field;
        }
        long place = 0;
        boolean wide = field.startsWith("//");
        for (char c : field.substring(wide ? 2 : 1).toCharArray()) {
            int digit = wide ? BASE64.indexOf(c) : Character.digit(c, 10);
            if (digit < 0) {
                throw bytes.malformed("the name of a section is '" + field + "'");
            }
            place = place * (wide ? 64 : 10) + digit;
        }
        return at(place);
    }

    /** The text for a section's name that is at {@code place} of the table. */
    static String sectionField(int place) {
        if (place <= DECIMAL_LIMIT) {
            return "/" + place;
        }
        StringBuilder digits = new StringBuilder();
        for (int i = 0, rest = place; i < 6; i++, rest >>>= 6) {
            digits.insert(0, BASE64.charAt(rest & 63));
        }
        return "//" + digits;
    }

    private String at(long place) throws ObjectFormatException {
        if (place < 4 || place >= size) {
            throw bytes.malformed("no name at " + place + " of the string table");
        }
        return bytes.name(offset + place, offset + size, "name");
    }
}
