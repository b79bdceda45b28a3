package dev.jox.link;

import dev.jox.model.JoxException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A static libpython, or the objects that one is made of: one link of everything. */
final class StaticLinker implements ImageLinker {
    @Override
    public List<String> link(LinkRequest request, Path pack, Path image) throws IOException {
        throw JoxException.user(
                "executables for " + request.distribution().target().triple() + " of "
                        + request.distribution().source() + " cannot be linked yet",
                "choose a distribution with a shared libpython for x86_64-unknown-linux-gnu in <distribution>");
    }
}
