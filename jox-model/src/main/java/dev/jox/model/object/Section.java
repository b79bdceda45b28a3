package dev.jox.model.object;

/**
 * A section of an object file.
 *
 * @param index its number in the format's own counting: ELF from 0 (the empty one), COFF from 1
 * @param offset where its bytes are in the file; without meaning where {@code stored} is false
 * @param size in bytes
 * @param stored whether the file holds its bytes; {@code .bss} has none
 * @param loaded whether a program that it is linked into has it in memory; symbol tables and debugging information are for tools
 */
public record Section(int index, String name, long offset, long size, boolean stored, boolean loaded) {}
