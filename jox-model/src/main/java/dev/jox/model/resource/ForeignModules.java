package dev.jox.model.resource;

import dev.jox.model.Target;
import dev.jox.model.binary.NativeImage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Extension modules for another system or processor than the target's: nothing can load them there. One that has no counterpart is
 * an import that fails; packages that bring one for each system have one.
 */
public final class ForeignModules {
    private ForeignModules() {}

    /**
     * The first one among the files of one origin for which the target has neither an extension module of the same init function nor
     * Python source.
     *
     * @return in words, its path first
     */
    public static Optional<String> first(List<FoundFile> files, Target target) {
        Set<String> served = new HashSet<>();
        for (FoundFile file : files) {
            file.image().filter(image -> isFor(target, image)).ifPresent(image -> served.addAll(image.initFunctions()));
            if (file.fileName().endsWith(".py")) {
                served.add(module(file));
            }
        }
        for (FoundFile file : files) {
            Optional<NativeImage> foreign = file.image().filter(image -> !isFor(target, image));
            if (foreign.isPresent()
                    && isModule(file, foreign.get())
                    && !served.contains(module(file))
                    && foreign.get().initFunctions().stream().noneMatch(served::contains)) {
                return Optional.of(file.path() + ", an extension module for " + words(foreign.get()));
            }
        }
        return Optional.empty();
    }

    private static boolean isFor(Target target, NativeImage image) {
        return image.format() == target.objectFormat()
                && image.machine().equals(NativeImage.machineOf(target.objectFormat()));
    }

    /** Exports of images for 32 bits are not read; their names say what they are. */
    private static boolean isModule(FoundFile file, NativeImage image) {
        return !image.initFunctions().isEmpty() || file.fileName().endsWith(".pyd");
    }

    /** The path of the module that a file's name means, whatever tags follow it. */
    private static String module(FoundFile file) {
        String name = file.fileName();
        return file.folder() + "/" + name.substring(0, name.indexOf('.'));
    }

    private static String words(NativeImage image) {
        return switch (image.format()) {
            case ELF -> "Linux (" + image.machine() + ")";
            case COFF -> "Windows (" + image.machine() + ")";
        };
    }
}
