/**
 * The plan as people read it: tables, text, HTML. Uses {@code dev.jox.model}, {@code json}, {@code resource}, {@code plan} and {@code policy}.
 */
@NullMarked
package dev.jox.model.report;

import org.jspecify.annotations.NullMarked;
