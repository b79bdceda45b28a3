/**
 * The plan as people read it: tables, text, HTML. Uses {@code dev.jox.model}, {@code resource} and {@code plan}.
 */
@NullMarked
package dev.jox.model.report;

import org.jspecify.annotations.NullMarked;
