@org.jspecify.annotations.NullMarked
package dev.jox.model.capture;
