/**
 * Watching builds of packages with compiled code: the compiler wrapper, the shim for setuptools, and what they need around them; the
 * decision is in {@code docs/decisions/capture.md}. Uses {@code jox-model}, {@code dev.jox.fetch}, {@code process} and {@code toolchain}.
 */
@NullMarked
package dev.jox.capture;

import org.jspecify.annotations.NullMarked;
