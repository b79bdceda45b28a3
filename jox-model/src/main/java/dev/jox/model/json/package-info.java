/** How values are written under {@code target/jox/} and read again: JSON with a fixed order of keys. Uses {@code dev.jox.model} and Jackson. */
@NullMarked
package dev.jox.model.json;

import org.jspecify.annotations.NullMarked;
