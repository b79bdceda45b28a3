package dev.jox.model.binary;

import dev.jox.model.JoxException;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The shared objects that are laid into an executable, one behind the other. */
final class BoundObjects implements Closeable {
    private final List<BoundObject> all = new ArrayList<>();
    private final long start;

    private BoundObjects(long start) {
        this.start = start;
    }

    /**
     * Opens the files.
     *
     * @param start where the first one goes, at the start of a page
     * @throws JoxException naming the file that cannot be laid into an executable, and why
     */
    static BoundObjects open(List<ElfExecutable.Bound> wanted, long start) throws IOException {
        BoundObjects objects = new BoundObjects(start);
        try {
            for (ElfExecutable.Bound one : wanted) {
                ElfFile elf = ElfFile.open(one.file())
                        .orElseThrow(() -> new IOException(one.file() + " is no ELF file any more"));
                objects.all.add(BoundObject.of(elf, start + objects.size(), one.libraries()));
            }
            return objects;
        } catch (IOException | RuntimeException e) {
            objects.close();
            throw e;
        }
    }

    List<BoundObject> all() {
        return all;
    }

    /** In bytes, whole pages. */
    long size() {
        return all.isEmpty() ? 0 : all.get(all.size() - 1).end() - start;
    }

    @Override
    public void close() throws IOException {
        for (BoundObject object : all) {
            object.elf().close();
        }
    }
}
