/**
 * The stages as a build runs them: each value is written as JSON under {@code target/jox/} beside the inputs that it came from,
 * and a stage whose inputs stand is skipped. May use everything of jox but the goals.
 */
@NullMarked
package dev.jox.stage;

import org.jspecify.annotations.NullMarked;
