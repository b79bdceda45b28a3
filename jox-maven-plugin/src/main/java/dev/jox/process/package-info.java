/**
 * Running programs: their output line by line, their last lines kept for messages; the folders that they work in, and the plugin's
 * own files that are put there. Uses {@code dev.jox.model} only.
 */
@NullMarked
package dev.jox.process;

import org.jspecify.annotations.NullMarked;
