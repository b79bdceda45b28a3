/**
 * The concepts that every stage of jox shares: hashes, names, versions, targets, file contents and the one exception.
 * This package uses nothing but the JDK; all other packages may use it.
 */
@NullMarked
package dev.jox.model;

import org.jspecify.annotations.NullMarked;
