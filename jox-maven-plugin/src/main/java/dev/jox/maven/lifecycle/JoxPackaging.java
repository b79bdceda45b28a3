package dev.jox.maven.lifecycle;

import java.util.Map;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import org.apache.maven.lifecycle.mapping.LifecycleMapping;

/** Packaging {@code jox}: the project is an application, its main artifact the executable. */
@Named("jox")
@Singleton
public final class JoxPackaging implements Provider<LifecycleMapping> {
    private final LifecycleMapping mapping =
            Packagings.mapping(Map.of("generate-resources", "distribution", "compile", "compile", "package", "link"));

    @Override
    public LifecycleMapping get() {
        return mapping;
    }
}
