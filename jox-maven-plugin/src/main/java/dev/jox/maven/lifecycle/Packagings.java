package dev.jox.maven.lifecycle;

import java.util.HashMap;
import java.util.Map;
import org.apache.maven.lifecycle.mapping.Lifecycle;
import org.apache.maven.lifecycle.mapping.LifecycleMapping;
import org.apache.maven.lifecycle.mapping.LifecyclePhase;

/** Makes a packaging's mapping from phases to goals; install and deploy are the same for all of jox's packagings. */
final class Packagings {
    private static final String PLUGIN = "dev.jox:jox-maven-plugin:";

    private Packagings() {}

    /**
     * The mapping of Maven's default lifecycle.
     *
     * @param goals goals of this plugin by phase; Maven takes the plugin's version from the project that uses the packaging
     */
    static LifecycleMapping mapping(Map<String, String> goals) {
        Map<String, LifecyclePhase> phases = new HashMap<>();
        goals.forEach((phase, goal) -> phases.put(phase, new LifecyclePhase(PLUGIN + goal)));
        phases.put("install", new LifecyclePhase("org.apache.maven.plugins:maven-install-plugin:3.1.4:install"));
        phases.put("deploy", new LifecyclePhase("org.apache.maven.plugins:maven-deploy-plugin:3.1.4:deploy"));
        Lifecycle lifecycle = new Lifecycle();
        lifecycle.setId("default");
        lifecycle.setLifecyclePhases(phases);
        return new DefaultOnly(lifecycle);
    }

    private record DefaultOnly(Lifecycle lifecycle) implements LifecycleMapping {
        @Override
        public Map<String, Lifecycle> getLifecycles() {
            return Map.of(lifecycle.getId(), lifecycle);
        }

        @Override
        @Deprecated
        public java.util.List<String> getOptionalMojos(String id) {
            return java.util.List.of();
        }

        @Override
        @Deprecated
        public Map<String, String> getPhases(String id) {
            Map<String, String> phases = new HashMap<>();
            if (id.equals(lifecycle.getId())) {
                lifecycle.getLifecyclePhases().forEach((phase, goals) -> phases.put(phase, goals.toString()));
            }
            return phases;
        }
    }
}
