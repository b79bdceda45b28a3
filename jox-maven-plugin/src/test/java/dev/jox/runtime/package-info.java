/** Runs the C and Python runtime of executables as itself, linked against a real libpython. */
@NullMarked
package dev.jox.runtime;

import org.jspecify.annotations.NullMarked;
