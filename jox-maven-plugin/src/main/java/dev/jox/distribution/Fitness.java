package dev.jox.distribution;

import dev.jox.fetch.Purpose;
import dev.jox.model.Flavor;
import dev.jox.model.JoxException;
import dev.jox.model.PythonVersion;
import dev.jox.model.Target;
import dev.jox.model.binary.NativeImage;
import dev.jox.model.binary.NativeImageReader;
import dev.jox.model.distribution.Distribution;
import dev.jox.model.distribution.DistributionRequest;
import dev.jox.model.distribution.WantedPython;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Refuses what does not fit the request, or what jox cannot pack at all, naming both sides. */
final class Fitness {
    static final List<String> KNOWN_PYTHONS = List.of("3.11", "3.12", "3.13", "3.14");
    private static final String PYTHON = "<distribution><python> (-Djox.distribution.python)";
    private static final String TARGET = "<distribution><target> (-Djox.distribution.target)";
    private static final String FLAVOR = "<distribution><flavor> (-Djox.distribution.flavor)";

    private Fitness() {}

    /** Refuses requests that nothing can satisfy. */
    static void checkRequest(DistributionRequest request) {
        request.python().map(WantedPython::majorMinor).ifPresent(wanted -> {
            if (!KNOWN_PYTHONS.contains(wanted)) {
                throw JoxException.user(
                        PYTHON + " asks for Python " + request.python().get() + ", which jox does not pack",
                        "take one of " + String.join(", ", KNOWN_PYTHONS));
            }
        });
        if (request.target() == Target.WINDOWS_MSVC && request.flavor() == Flavor.STANDALONE_STATIC) {
            throw JoxException.user(
                    FLAVOR + " is standalone_static, which jox does not make for "
                            + request.target().triple()
                            + ": its objects are Visual C++'s, compiled for the static C runtime that comes with Visual Studio alone",
                    "take <distribution><target>" + Target.WINDOWS_GNU.triple()
                            + "</target> (-Djox.distribution.target)"
                            + " for a static executable, or leave <flavor> out for standalone_dynamic, which is the easy"
                            + " way: it loads wheels as they are");
        }
        if (request.flavor() != request.target().defaultFlavor()) {
            throw JoxException.user(
                    FLAVOR + " is " + request.flavor().text() + ", which jox does not make for "
                            + request.target().triple(),
                    "leave it out, for " + request.target().defaultFlavor().text() + ", or take another " + TARGET);
        }
    }

    /** Refuses a distribution that is another one than was asked for. */
    static void check(Distribution distribution, DistributionRequest request) {
        checkVersion(distribution.source(), distribution.version(), request);
        checkTarget(distribution.source(), distribution.target(), request);
        checkFlavor(distribution.source(), distribution.flavor(), request);
    }

    /**
     * Checks a version that a distribution says it has.
     *
     * @throws JoxException when jox cannot pack it
     */
    static PythonVersion version(String source, String found, Purpose purpose) {
        PythonVersion version;
        try {
            version = PythonVersion.parse(found);
        } catch (IllegalArgumentException e) {
            throw refused(source, "is Python " + found + ", and jox packs released versions", purpose);
        }
        if (!KNOWN_PYTHONS.contains(version.majorMinor())) {
            throw JoxException.user(
                    source + " is Python " + found + ", which jox does not pack",
                    "take one of " + String.join(", ", KNOWN_PYTHONS));
        }
        return version;
    }

    /**
     * Checks the target that a distribution says it is for.
     *
     * @throws JoxException when jox makes nothing for it
     */
    static Target target(String source, String triple, Purpose purpose) {
        try {
            return Target.ofTriple(triple);
        } catch (IllegalArgumentException e) {
            throw JoxException.user(
                    source + " is for " + triple + ": " + e.getMessage(),
                    "give another one in " + purpose.parameter(),
                    e);
        }
    }

    private static void checkVersion(String source, PythonVersion found, DistributionRequest request) {
        request.python().filter(wanted -> !wanted.matches(found)).ifPresent(wanted -> {
            throw JoxException.user(
                    PYTHON + " asks for Python " + wanted + ", and " + source + " is Python " + found,
                    "correct one of them");
        });
    }

    private static void checkTarget(String source, Target found, DistributionRequest request) {
        if (!found.equals(request.target())) {
            throw JoxException.user(
                    TARGET + " is " + request.target().triple() + ", and " + source + " is for " + found.triple(),
                    "correct one of them; without <target> it is this machine's");
        }
    }

    private static void checkFlavor(String source, Flavor found, DistributionRequest request) {
        if (found != request.flavor()) {
            throw JoxException.user(
                    FLAVOR + " is " + request.flavor().text() + ", and " + source + " is " + found.text(),
                    "correct one of them; " + request.target().triple() + " has "
                            + request.target().defaultFlavor().text() + " by default");
        }
    }

    /** Refuses programs for other processors, before anything tries to run them. */
    static void checkMachine(String source, Path program, Purpose purpose) throws IOException {
        String machine =
                NativeImageReader.read(program).map(NativeImage::machine).orElse("no known one");
        if (!machine.equals("EM_X86_64")) {
            throw refused(source, "is for another processor (" + program + " is for " + machine + ")", purpose);
        }
    }

    /** Refuses other implementations, and builds with another ABI. */
    static void checkKind(String source, String implementation, boolean freeThreaded, Purpose purpose) {
        if (!implementation.equals("cpython")) {
            throw refused(source, "is " + implementation + ", and jox packs CPython", purpose);
        }
        if (freeThreaded) {
            throw refused(source, "is a free-threaded build, whose extension modules are others", purpose);
        }
    }

    private static JoxException refused(String source, String what, Purpose purpose) {
        return JoxException.user(source + " " + what, "give another one in " + purpose.parameter());
    }
}
