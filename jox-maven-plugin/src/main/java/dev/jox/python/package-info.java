/**
 * Running Python at build time: the private build interpreter, pip, wheels, bytecode; and the collection of everything that an
 * application may need. Uses {@code jox-model}, {@code dev.jox.fetch} and {@code dev.jox.process}.
 */
@NullMarked
package dev.jox.python;

import org.jspecify.annotations.NullMarked;
