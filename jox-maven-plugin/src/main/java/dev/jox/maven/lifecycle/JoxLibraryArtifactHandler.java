package dev.jox.maven.lifecycle;

import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import org.apache.maven.artifact.handler.ArtifactHandler;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;

/** The zip of Python sources of a project with packaging {@code jox-library}. */
@Named("jox-library")
@Singleton
public final class JoxLibraryArtifactHandler implements Provider<ArtifactHandler> {
    private final DefaultArtifactHandler handler = new DefaultArtifactHandler("jox-library");

    public JoxLibraryArtifactHandler() {
        handler.setExtension("zip");
        handler.setLanguage("python");
        handler.setIncludesDependencies(false);
        handler.setAddedToClasspath(false);
    }

    @Override
    public ArtifactHandler get() {
        return handler;
    }
}
