/** What tests of several packages need of the machine: the Pythons that Maven fetched for them, and programs. */
@NullMarked
package dev.jox.testing;

import org.jspecify.annotations.NullMarked;
