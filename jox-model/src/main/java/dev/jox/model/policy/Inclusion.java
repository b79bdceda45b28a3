package dev.jox.model.policy;

import dev.jox.model.ModuleName;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.policy.Matched.Setting;
import dev.jox.model.resource.Origin;
import dev.jox.model.resource.Resource;
import dev.jox.model.resource.ResourceCollection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides by rules and policy whether a resource other than a binary is included. */
final class Inclusion {
    /**
     * A decision.
     *
     * @param by for what is included: words to put before the location's reason, may be empty; else who left it out
     */
    record Decision(boolean included, String by) {}

    private static final Decision ORDINARY = new Decision(true, "");

    private final Policy policy;
    private final Set<String> testPackages = new HashSet<>();

    Inclusion(Policy policy, Distribution distribution, ResourceCollection collection) {
        this.policy = policy;
        distribution.testPackages().forEach(name -> testPackages.add(name.dotted()));
        for (Resource resource : collection.resources()) {
            if (resource instanceof Resource.ModuleSource module && module.test() && module.isPackage()) {
                testPackages.add(module.name().dotted());
            }
        }
    }

    /** Whether files of this origin are taken as they are instead of being classified. */
    boolean staysFile(Resource resource) {
        return resource instanceof Resource.FileResource
                || (!policy.fileScannerClassifyFiles() && !isMachinery(resource.origin()));
    }

    Decision ofPlainFile(Matched matched) {
        Optional<Decision> ruled = ruled(matched);
        if (ruled.isPresent()) {
            return ruled.get();
        }
        List<String> off = new ArrayList<>();
        if (!policy.allowFiles()) {
            off.add("policy.allowFiles");
        }
        if (!policy.fileScannerEmitFiles()) {
            off.add("policy.fileScannerEmitFiles");
        }
        if (!policy.includeFileResources()) {
            off.add("policy.includeFileResources");
        }
        return off.isEmpty()
                ? new Decision(true, "policy.includeFileResources; ")
                : new Decision(false, String.join(", ", off) + (off.size() == 1 ? " is false" : " are false"));
    }

    Decision ofClassified(Resource resource, Matched matched) {
        return ruled(matched).orElseGet(() -> byPolicy(resource));
    }

    /** The word of the last rule that says whether to include. */
    static Optional<Decision> ruled(Matched matched) {
        return matched.include()
                .map((Setting<Boolean> include) -> include.value()
                        ? new Decision(true, "included by " + include.by() + "; ")
                        : new Decision(false, include.by()));
    }

    /** Whether an extension module of a package or of the application is included. */
    static Decision ofPackageBinary(Matched matched, Policy policy) {
        return ruled(matched)
                .orElseGet(() -> policy.includeClassifiedResources()
                        ? ORDINARY
                        : new Decision(false, "policy.includeClassifiedResources is false"));
    }

    private Decision byPolicy(Resource resource) {
        if (!policy.includeClassifiedResources() && !isMachinery(resource.origin())) {
            return new Decision(false, "policy.includeClassifiedResources is false");
        }
        if (!policy.includeTest() && isTest(resource)) {
            return new Decision(false, "policy.includeTest is false");
        }
        if (!policy.includeDistributionResources()
                && resource instanceof Resource.PackageResource
                && resource.origin().kind() == Origin.Kind.DISTRIBUTION) {
            return new Decision(false, "policy.includeDistributionResources is false");
        }
        return ORDINARY;
    }

    private boolean isTest(Resource resource) {
        if (resource instanceof Resource.ModuleSource module) {
            return module.test();
        }
        if (resource.origin().kind() == Origin.Kind.DISTRIBUTION && resource instanceof Resource.PackageResource file) {
            Optional<ModuleName> at = Optional.of(file.packageName());
            while (at.isPresent()) {
                if (testPackages.contains(at.get().dotted())) {
                    return true;
                }
                at = at.get().parent();
            }
        }
        return false;
    }

    /** What is there for Python itself: neither the file scanner's attributes nor those on classified resources touch it. */
    private static boolean isMachinery(Origin origin) {
        return origin.kind() == Origin.Kind.DISTRIBUTION || origin.kind() == Origin.Kind.SYSTEM;
    }
}
