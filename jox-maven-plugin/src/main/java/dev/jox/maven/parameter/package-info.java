/** The nested elements of the plugin's {@code <configuration>} as Maven fills them in, and how they become values of jox-model. */
@NullMarked
package dev.jox.maven.parameter;

import org.jspecify.annotations.NullMarked;
