package dev.jox.python;

import dev.jox.model.Target;

/**
 * Where modules in memory seem to lie: an absolute path of the target's form that no file system can have. The runtime knows it as
 * JOX_ROOT (jox.h).
 *
 * @param prefix of every path, with the separator after the root
 * @param separator between folders
 */
record VirtualRoot(String prefix, String separator) {
    private static final VirtualRoot POSIX = new VirtualRoot("/<jox>/", "/");
    private static final VirtualRoot WINDOWS = new VirtualRoot("C:\\<jox>\\", "\\");

    static VirtualRoot of(Target target) {
        return target.isWindows() ? WINDOWS : POSIX;
    }
}
