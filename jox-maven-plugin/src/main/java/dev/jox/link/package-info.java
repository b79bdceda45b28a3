/**
 * From a plan to an executable and the files beside it: the C runtime compiled, resources packed, everything composed. Uses
 * {@code dev.jox.toolchain}, {@code dev.jox.fetch}, {@code dev.jox.process} and jox-model.
 */
@NullMarked
package dev.jox.link;

import org.jspecify.annotations.NullMarked;
