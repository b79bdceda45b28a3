/**
 * The packed-resources format, which the launcher maps and the importer reads. Uses {@code dev.jox.model} and {@code plan}.
 *
 * <h2>The format, version 2</h2>
 *
 * <p>One block of bytes, little endian, used where it is mapped: nothing is copied or converted at run time. All offsets
 * count from the start of the block, which lies at a multiple of 4096. {@code u8}, {@code u16}, {@code u32} and {@code u64}
 * are unsigned numbers. Its C side is {@code pack.h} of the runtime.
 *
 * <pre>
 * header    "JOXPACK" 00, u32 version, u32 number of sections, u64 size of the block, u64 0
 * sections  {u32 id, u32 elements, u64 offset, u64 bytes} each; a reader skips ids it does not know; offsets are
 *           multiples of 8
 * </pre>
 *
 * <table>
 * <caption>Sections</caption>
 * <tr><th>Id</th><th>Holds</th><th>An element</th></tr>
 * <tr><td>1</td><td>strings</td><td>a byte; texts in UTF-8, a NUL after each</td></tr>
 * <tr><td>2</td><td>blobs</td><td>u64 offset (a multiple of 16), u64 stored bytes, u64 bytes, u32 encoding (0: as it is, 1: deflate, RFC 1951), u32 0</td></tr>
 * <tr><td>3</td><td>modules</td><td>text name, text path, text place, text init function, u8 kind, u8 is package, u16 0, u32 library,
 *     u32 source, 3 × u32 bytecode by optimisation level; in the order of the names' bytes</td></tr>
 * <tr><td>4</td><td>index of modules by name</td><td>a slot</td></tr>
 * <tr><td>5</td><td>nodes</td><td>text path, text place, u32 parent, u32 first child, u32 children, u32 blob, u8 kind (0 folder, 1 file),
 *     u8 is executable, u16 bytes of the path's last segment, u32 0; the root first, children consecutive and in the order
 *     of their names' bytes</td></tr>
 * <tr><td>6</td><td>index of nodes by path</td><td>a slot</td></tr>
 * <tr><td>7</td><td>libraries</td><td>text soname, text path, text place, u32 blob, u32 flags (1 static TLS, 2 extension module,
 *     4 bound), u32 first need, u32 needs</td></tr>
 * <tr><td>8</td><td>needs</td><td>u32 library; what to load first, in this order</td></tr>
 * <tr><td>9</td><td>settings</td><td>text key, u32 first value, u32 values; in the order of the keys' bytes</td></tr>
 * <tr><td>10</td><td>values</td><td>text</td></tr>
 * <tr><td>11</td><td>built-ins</td><td>u32 module; the built-in modules whose code is in a library</td></tr>
 * <tr><td>12</td><td>circles</td><td>u32 library, u32 other library, u64 offset in the first one's bytes: there the runtime writes
 *     where the other one is, in 32 bytes, see {@link dev.jox.model.pack.CircleLink}</td></tr>
 * <tr><td>13</td><td>contents of blobs</td><td>a byte</td></tr>
 * </table>
 *
 * <p>A <i>text</i> is {u32 offset into the strings, u32 bytes}. An index that points nowhere is FFFFFFFF. A <i>slot</i> is
 * {u32 hash, u32 index + 1, or 0 when it is empty}; the number of slots is a power of two, an element's first slot is its
 * hash modulo that number, then the next ones in turn; the hash is 32-bit FNV-1a.
 *
 * <p>Kinds of modules are 1 Python (source or bytecode), 2 extension in a shared object, 3 built-in, 4 namespace package.
 * A path is relative to the virtual root {@code /<jox>}, with slashes; a place is relative to the executable's folder and
 * empty for what is in memory. Bytecode is marshalled code without the header of {@code .pyc} files; a module with a place
 * has its bytecode here too and its source there.
 *
 * <p>The code of a built-in module is part of the executable, or in the library that the module names: its init function is
 * looked for there at the module's first import. Such a library has no node. A <i>bound</i> one is part of the executable and
 * has the number that it is known by there in place of the blob; what it needs is no business of the pack.
 *
 * <p>The nodes are the tree that a real folder with everything would show, for {@code importlib.resources} and
 * {@code importlib.metadata}: sources, extension modules, libraries, package resources, metadata, files.
 *
 * <p>The setting {@code run} says what the program runs, see {@link dev.jox.model.pack.Run}; {@code interpreter.<field>} sets a
 * field of CPython's PyConfig, {@code preinterpreter.<field>} one of PyPreConfig.
 */
@NullMarked
package dev.jox.model.pack;

import org.jspecify.annotations.NullMarked;
