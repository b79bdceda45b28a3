package dev.jox.model.policy;

import dev.jox.model.plan.Location;
import java.util.Optional;

/**
 * A resource that the user adds by hand, and so wants included whatever the policy says of its kind.
 *
 * @param path the resource's
 * @param location where it goes; where rules and policy say when empty
 * @param by the element of the pom that adds it, for words
 */
public record Placement(String path, Optional<Location> location, String by) {}
