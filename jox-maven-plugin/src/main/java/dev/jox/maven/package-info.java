/**
 * The goals: each validates its parameters, calls one thing, and translates the exception. May use everything of jox; nothing of
 * jox uses it.
 */
@NullMarked
package dev.jox.maven;

import org.jspecify.annotations.NullMarked;
