package dev.jox.distribution;

import dev.jox.model.object.LinkFile;
import dev.jox.model.object.LinkFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Tells objects that hold LLVM bitcode, whatever their archive says of them. */
final class Bitcode {
    private Bitcode() {}

    static boolean any(List<Path> objects) throws IOException {
        for (Path object : objects) {
            if (LinkFiles.read(object) instanceof LinkFile.Refused refused
                    && refused.reason() == LinkFile.Reason.LLVM_BITCODE) {
                return true;
            }
        }
        return false;
    }
}
