package dev.jox.model.resource;

import dev.jox.model.Content;
import dev.jox.model.Sha256;
import dev.jox.model.Target.ObjectFormat;
import dev.jox.model.binary.NativeImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files as tests need them: the path stands for the content. */
final class Found {
    private Found() {}

    static FoundFile file(String path) {
        return new FoundFile(path, content(path), false, Optional.empty());
    }

    static Content content(String text) {
        return new Content(Path.of("/files", text), text.length(), Sha256.of(text));
    }

    static FoundFile library(String path, String soname, String... needed) {
        return binary(path, image(Optional.of(soname), List.of(), List.of(needed), List.of()));
    }

    static FoundFile extension(String path, String initFunction, String... needed) {
        return binary(path, image(Optional.empty(), List.of(initFunction), List.of(needed), List.of()));
    }

    static FoundFile binary(String path, NativeImage image) {
        return new FoundFile(path, content(path), true, Optional.of(image));
    }

    static NativeImage image(
            Optional<String> soname, List<String> initFunctions, List<String> needed, List<String> runpath) {
        return new NativeImage(
                ObjectFormat.ELF,
                "EM_X86_64",
                soname,
                needed,
                runpath,
                Optional.empty(),
                false,
                initFunctions,
                Optional.empty());
    }
}
