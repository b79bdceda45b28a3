/** What Maven knows of jox besides goals: the packagings {@code jox} and {@code jox-library}. Uses Maven only. */
@NullMarked
package dev.jox.maven.lifecycle;

import org.jspecify.annotations.NullMarked;
