package dev.jox.maven.lifecycle;

import java.util.Map;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import org.apache.maven.lifecycle.mapping.LifecycleMapping;

/** Packaging {@code jox-library}: the project's Python sources, zipped, for applications that depend on it. */
@Named("jox-library")
@Singleton
public final class JoxLibraryPackaging implements Provider<LifecycleMapping> {
    private final LifecycleMapping mapping = Packagings.mapping(Map.of("package", "library"));

    @Override
    public LifecycleMapping get() {
        return mapping;
    }
}
