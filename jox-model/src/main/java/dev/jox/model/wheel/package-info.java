/** Wheels as files: their names, RECORD, METADATA and entry points. Uses {@code dev.jox.model}. */
@NullMarked
package dev.jox.model.wheel;

import org.jspecify.annotations.NullMarked;
