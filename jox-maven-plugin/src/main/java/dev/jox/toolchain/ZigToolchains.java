package dev.jox.toolchain;

import dev.jox.fetch.Cache;
import dev.jox.fetch.Unpacker;
import dev.jox.model.JoxException;
import dev.jox.model.Sha256;
import dev.jox.model.Target;
import dev.jox.toolchain.Toolchain.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** zig's C compiler from the wheel {@code ziglang}, which has headers and libraries for every target. */
final class ZigToolchains {
    static final String PROJECT = "ziglang";
    static final String VERSION = "0.17.1";

    /** Of {@code ziglang-0.17.1-py3-none-manylinux_2_12_x86_64.manylinux2010_x86_64.musllinux_1_1_x86_64.whl}. */
    static final Sha256 WHEEL = new Sha256("ea6cc5d87b033cf0aedfbc8f9549a908cae6c50ac31f1698188fa48a74524b54");

    /** zig's names for targets; glibc's with the oldest version that executables are to run with. */
    private static final Map<Target, String> TARGETS = Map.of(
            Target.LINUX_GNU, "x86_64-linux-gnu.2.17",
            Target.LINUX_MUSL, "x86_64-linux-musl",
            Target.WINDOWS_MSVC, "x86_64-windows-gnu",
            Target.WINDOWS_GNU, "x86_64-windows-gnu");

    /** Part of the cache key: raised when the entry's content changes. */
    private static final String LAYOUT = "zig 1";

    private final Cache cache;
    private final WheelSource wheels;

    ZigToolchains(Cache cache, WheelSource wheels) {
        this.cache = cache;
        this.wheels = wheels;
    }

    Toolchain find(Target target) {
        Path folder = cache.entry("zig", Sha256.of(LAYOUT + WHEEL), this::unpack);
        return new Toolchain(
                "zig " + VERSION,
                PROJECT + " " + VERSION + " " + WHEEL,
                Kind.ZIG,
                target,
                List.of(
                        folder.resolve(PROJECT).resolve("zig").toString(),
                        "cc",
                        "-target",
                        TARGETS.get(target),
                        // without -O zig compiles a sanitizer in whose runtime nothing has
                        "-fno-sanitize=undefined",
                        "-Wno-error=date-time",
                        // zig takes it away from functions that ask for SSE 4.2, which has it with every other compiler
                        "-mcrc32"),
                new TreeMap<>(Map.of(
                        "ZIG_GLOBAL_CACHE_DIR",
                                cache.root().resolve("zig-cache/global").toString(),
                        "ZIG_LOCAL_CACHE_DIR",
                                cache.root().resolve("zig-cache/local").toString())));
    }

    private void unpack(Path target) throws IOException {
        Path download = Files.createDirectory(target.resolve("download"));
        Path wheel = wheels.fetch(PROJECT, VERSION, WHEEL, download);
        Sha256 found = Sha256.ofFile(wheel);
        if (!found.equals(WHEEL)) {
            throw JoxException.environment(
                    "the wheel " + wheel.getFileName() + " has the SHA-256 " + found + ", not " + WHEEL,
                    "have the package index checked; <toolchain>system</toolchain> (-Djox.toolchain=system) does without the wheel");
        }
        Unpacker.unpack(wheel, wheel.getFileName().toString(), target);
        Files.delete(wheel);
        Files.delete(download);
    }
}
