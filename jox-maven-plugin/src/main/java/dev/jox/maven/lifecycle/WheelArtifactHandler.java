package dev.jox.maven.lifecycle;

import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import org.apache.maven.artifact.handler.ArtifactHandler;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;

/** A wheel as a Maven artifact. */
@Named("whl")
@Singleton
public final class WheelArtifactHandler implements Provider<ArtifactHandler> {
    private final DefaultArtifactHandler handler = new DefaultArtifactHandler("whl");

    public WheelArtifactHandler() {
        handler.setExtension("whl");
        handler.setLanguage("python");
        handler.setIncludesDependencies(false);
        handler.setAddedToClasspath(false);
    }

    @Override
    public ArtifactHandler get() {
        return handler;
    }
}
