@org.jspecify.annotations.NullMarked
package dev.jox.capture;
