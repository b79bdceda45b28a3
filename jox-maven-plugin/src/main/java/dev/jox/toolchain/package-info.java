/**
 * Compilers for a target: the machine's own where they fit, else zig's, which jox brings. Uses {@code dev.jox.fetch},
 * {@code dev.jox.process} and jox-model.
 */
@NullMarked
package dev.jox.toolchain;

import org.jspecify.annotations.NullMarked;
