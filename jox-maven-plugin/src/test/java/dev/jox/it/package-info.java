/**
 * What the verify scripts of {@code src/it} call: runs an executable from outside, in the place that a case asks for, and
 * looks at what it did. Knows nothing of the plugin's own classes.
 */
@NullMarked
package dev.jox.it;

import org.jspecify.annotations.NullMarked;
