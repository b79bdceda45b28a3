package dev.jox.model.spec;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which Python packages an application wants. Paths are absolute.
 *
 * @param requirements as PEP 508 writes them, one each
 * @param requirementsFile in pip's format
 * @param wheels a folder of wheels and sdists: each project in it is wanted, and requirements may be met from it
 * @param handedWheels wheels that other modules of the reactor made: each is wanted
 * @param index where packages come from; pip's own configuration where empty
 * @param buildConstraintsFile which versions of build requirements will do, in pip's format for constraints
 * @param pipArguments handed to {@code pip wheel} as they are
 * @param environment variables that pip and build backends see besides the build's own; not part of the JSON form, since they may
 *     hold passwords
 */
public record PackagesRequest(
        List<String> requirements,
        Optional<Path> requirementsFile,
        Optional<Path> wheels,
        List<Path> handedWheels,
        Optional<PackageIndex> index,
        Optional<Path> buildConstraintsFile,
        List<String> pipArguments,
        @JsonIgnore Map<String, String> environment) {

    /** No packages. */
    public static final PackagesRequest NONE = new PackagesRequest(
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Map.of());

    public PackagesRequest {
        requirements = List.copyOf(requirements);
        handedWheels = List.copyOf(handedWheels);
        pipArguments = List.copyOf(pipArguments);
        environment = Map.copyOf(environment);
    }

    /** A request for these requirements, with nothing else said. */
    public static PackagesRequest of(String... requirements) {
        return new PackagesRequest(
                List.of(requirements),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of());
    }

    /** Whether nothing is wanted, so that pip need not run. */
    public boolean isEmpty() {
        return requirements.isEmpty() && requirementsFile.isEmpty() && wheels.isEmpty() && handedWheels.isEmpty();
    }
}
