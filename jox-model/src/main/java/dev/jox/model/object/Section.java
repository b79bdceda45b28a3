package dev.jox.model.object;

/**
 * A section of an object file.
 *
 * @param index its number in the format's own counting: ELF from 0 (the empty one), COFF from 1
 * @param offset where its bytes are in the file; without meaning where {@code stored} is false
 * @param size in bytes
 * @param stored whether the file holds its bytes; {@code .bss} has none
 */
public record Section(int index, String name, long offset, long size, boolean stored) {}
