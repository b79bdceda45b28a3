/**
 * What the pom says, with its defaults filled in. Uses {@code dev.jox.model}, {@code plan} and {@code policy}.
 */
@NullMarked
package dev.jox.model.spec;

import org.jspecify.annotations.NullMarked;
