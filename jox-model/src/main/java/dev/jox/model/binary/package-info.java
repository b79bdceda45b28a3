/**
 * Readers and rewriters of ELF, PE/COFF and ar files. Uses {@code dev.jox.model} only.
 */
@NullMarked
package dev.jox.model.binary;

import org.jspecify.annotations.NullMarked;
