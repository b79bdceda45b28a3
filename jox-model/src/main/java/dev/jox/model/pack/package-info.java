/**
 * The packed-resources format, which the launcher maps and the importer reads. Uses {@code dev.jox.model} and {@code plan}.
 */
@NullMarked
package dev.jox.model.pack;

import org.jspecify.annotations.NullMarked;
