package dev.jox.model.wheel;

import dev.jox.model.PythonVersion;
import dev.jox.model.Target;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a wheel's file name says (PyPA specification "Binary distribution format", section "File name convention").
 *
 * @param project the normalised name (PEP 503)
 * @param version as it is written
 * @param pythons Python tags, such as {@code cp314}, {@code py3}
 * @param abis ABI tags, such as {@code cp314}, {@code abi3}, {@code none}
 * @param platforms platform tags, such as {@code manylinux_2_17_x86_64}, {@code any}
 */
public record WheelName(
        String project, String version, List<String> pythons, List<String> abis, List<String> platforms) {
    private static final Pattern FILE =
            Pattern.compile("([^-]+)-([^-]+)(?:-(\\d[^-]*))?-([^-]+)-([^-]+)-([^-]+)\\.whl");
    private static final Pattern PYTHON = Pattern.compile("(cp|py)(\\d)(\\d*)");
    private static final Pattern GLIBC = Pattern.compile("(manylinux(1|2010|2014|_2_\\d+)|linux)_x86_64");

    public WheelName {
        pythons = List.copyOf(pythons);
        abis = List.copyOf(abis);
        platforms = List.copyOf(platforms);
    }

    /**
     * Parses a file name.
     *
     * @throws IllegalArgumentException when it is not one of a wheel
     */
    public static WheelName parse(String fileName) {
        Matcher matcher = FILE.matcher(fileName);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "not a wheel's file name such as markupsafe-3.0.3-cp314-cp314-linux_x86_64.whl: " + fileName);
        }
        return new WheelName(
                normalized(matcher.group(1)),
                matcher.group(2),
                List.of(matcher.group(4).split("\\.")),
                List.of(matcher.group(5).split("\\.")),
                List.of(matcher.group(6).split("\\.")));
    }

    /** A project's name as indexes compare it (PEP 503). */
    public static String normalized(String project) {
        return project.replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT);
    }

    /** Whether this Python on this platform can use the wheel, as far as its name says. */
    public boolean fits(PythonVersion python, Target target) {
        return platforms.stream().anyMatch(platform -> fits(platform, target))
                && pythons.stream().anyMatch(tag -> abis.stream().anyMatch(abi -> fits(tag, abi, python)));
    }

    /** Whether the wheel has code for one platform only. */
    public boolean isNative() {
        return !platforms.equals(List.of("any"));
    }

    private static boolean fits(String platform, Target target) {
        if (platform.equals("any")) {
            return true;
        }
        return switch (target) {
            case LINUX_GNU -> GLIBC.matcher(platform).matches();
            case LINUX_MUSL -> platform.matches("(musllinux_\\d+_\\d+|linux)_x86_64");
            case WINDOWS_MSVC, WINDOWS_GNU -> platform.equals("win_amd64");
        };
    }

    private static boolean fits(String tag, String abi, PythonVersion python) {
        Matcher matcher = PYTHON.matcher(tag);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) != python.major()) {
            return false;
        }
        int minor = matcher.group(3).isEmpty() ? 0 : Integer.parseInt(matcher.group(3));
        boolean lower = minor <= python.minor();
        boolean same = minor == python.minor();
        return switch (abi) {
            case "none" ->
                matcher.group(1).equals("py") ? lower : same || matcher.group(3).isEmpty();
            case "abi3" -> lower;
            default -> same && abi.equals("cp" + python.major() + python.minor());
        };
    }
}
