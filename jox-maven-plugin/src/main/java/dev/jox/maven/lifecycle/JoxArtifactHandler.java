package dev.jox.maven.lifecycle;

import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import org.apache.maven.artifact.handler.ArtifactHandler;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;

/** The executable of a project with packaging {@code jox}: an {@code .exe} on every platform, as protoc's artifacts are. */
@Named("jox")
@Singleton
public final class JoxArtifactHandler implements Provider<ArtifactHandler> {
    private final DefaultArtifactHandler handler = new DefaultArtifactHandler("jox");

    public JoxArtifactHandler() {
        handler.setExtension("exe");
        handler.setLanguage("python");
        handler.setIncludesDependencies(false);
        handler.setAddedToClasspath(false);
    }

    @Override
    public ArtifactHandler get() {
        return handler;
    }
}
