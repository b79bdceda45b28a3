/**
 * What is collected for an application: modules, extension modules, shared libraries, files. Uses {@code dev.jox.model} and {@code binary}.
 */
@NullMarked
package dev.jox.model.resource;

import org.jspecify.annotations.NullMarked;
