/**
 * What Windows knows and shows of a program: its subsystem, icon, version information and manifest, as the resources that its file
 * has. Uses {@code dev.jox.model}.
 */
@NullMarked
package dev.jox.model.windows;

import org.jspecify.annotations.NullMarked;
