/**
 * What the user wants, and the pure function that turns a collection into a plan. Uses {@code dev.jox.model}, {@code json}, {@code binary}, {@code distribution}, {@code resource} and {@code plan}.
 */
@NullMarked
package dev.jox.model.policy;

import org.jspecify.annotations.NullMarked;
