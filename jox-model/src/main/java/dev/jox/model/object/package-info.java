/**
 * Relocatable object files and archives: reading, closing over the symbols they need, and renaming those they define. Bytes
 * in, bytes out: nothing is run. Uses {@code dev.jox.model} only.
 */
@NullMarked
package dev.jox.model.object;

import org.jspecify.annotations.NullMarked;
