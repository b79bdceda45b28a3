/**
 * Finds, fetches, unpacks and describes the Python that a build uses. Uses {@code jox-model}, {@code fetch} and {@code process}.
 */
@NullMarked
package dev.jox.distribution;

import org.jspecify.annotations.NullMarked;
