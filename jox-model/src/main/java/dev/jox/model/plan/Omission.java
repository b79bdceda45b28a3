package dev.jox.model.plan;

import dev.jox.model.resource.Origin;

/**
 * A resource that was collected and is left out.
 *
 * @param reason which rule or default decided, or what was missing, in words
 * @param reported whether the build's table names it, because the user may not expect it
 */
public record Omission(String path, Origin origin, String reason, boolean reported) {}
