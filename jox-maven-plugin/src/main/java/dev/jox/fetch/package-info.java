/**
 * What comes from elsewhere and is kept: the per-user cache, downloads, unpacking. Uses {@code jox-model} and Maven's resolver.
 */
@NullMarked
package dev.jox.fetch;

import org.jspecify.annotations.NullMarked;
