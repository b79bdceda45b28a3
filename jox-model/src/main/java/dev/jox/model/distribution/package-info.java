/**
 * What Python a build uses: version, target, libpython, standard library and its extension modules, and the formats that describe them. Uses {@code dev.jox.model}, {@code json} and {@code binary}.
 */
@NullMarked
package dev.jox.model.distribution;

import org.jspecify.annotations.NullMarked;
