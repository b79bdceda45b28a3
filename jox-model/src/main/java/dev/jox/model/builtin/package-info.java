/**
 * Extension modules on their way into a link that they share with others: what they are linked from is read, closed over and given
 * names of its own. Uses {@code dev.jox.model}, {@code json}, {@code resource} and {@code object}.
 */
@NullMarked
package dev.jox.model.builtin;

import org.jspecify.annotations.NullMarked;
