/**
 * What becomes of each resource: where it goes, as what, and why. Uses {@code dev.jox.model} and {@code resource}.
 */
@NullMarked
package dev.jox.model.plan;

import org.jspecify.annotations.NullMarked;
