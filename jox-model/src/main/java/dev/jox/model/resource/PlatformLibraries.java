package dev.jox.model.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which libraries belong to the machine that an executable runs on, and which system packages have the others. */
public final class PlatformLibraries {
    /**
     * glibc's own libraries (glibc manual, appendix "Library Summary", and its {@code shlib-versions}): they use each other's private
     * symbols, so they come together or not at all. libcrypt left glibc in 2.28 and libnsl.so.2 is not part of it: those
     * are carried.
     */
    private static final Pattern GLIBC = Pattern.compile("ld-linux.*\\.so\\.\\d+"
            + "|(libc|libm)\\.so\\.6"
            + "|(libdl|libresolv|libnss_\\w+)\\.so\\.2"
            + "|(librt|libmvec|libanl|libutil|libBrokenLocale|libthread_db|libnsl)\\.so\\.1"
            + "|(libpthread|libc_malloc_debug)\\.so\\.0");

    /**
     * What comes with the drivers of graphics and computing devices: they must fit the machine's kernel and hardware, and load parts
     * of themselves by name. Chosen from what the manylinux policies take for granted (PEP 513, PEP 600) and what AppImage's list of
     * libraries leaves out; X11, GLib and fonts are on those lists too and are carried, since a machine need not have them.
     */
    private static final Pattern DRIVERS = Pattern.compile("(libGL|libGLX|libEGL|libGLESv1_CM)\\.so\\.\\d+"
            + "|(libGLX|libEGL)_\\w+\\.so\\.\\d+"
            + "|(libOpenGL|libGLdispatch|libglapi)\\.so\\.0"
            + "|(libGLESv2|libdrm|libva|libva-drm|libva-x11|libva-wayland)\\.so\\.2"
            + "|libdrm_\\w+\\.so\\.\\d+"
            + "|(libgbm|libvulkan|libvdpau|libOpenCL|libze_loader)\\.so\\.1"
            + "|(libcuda|libnvcuvid|libnvidia-[\\w-]+)\\.so\\.\\d+");

    /** Packages of Debian and of Fedora. */
    private static final Map<String, String[]> PACKAGES = new TreeMap<>(Map.ofEntries(
            Map.entry("libbz2.so.1.0", new String[] {"libbz2-1.0", "bzip2-libs, which calls it libbz2.so.1"}),
            Map.entry("libbz2.so.1", new String[] {"libbz2-1.0, which calls it libbz2.so.1.0", "bzip2-libs"}),
            Map.entry("libcrypt.so.1", new String[] {"libcrypt1", "libxcrypt-compat"}),
            Map.entry("libcrypt.so.2", new String[] {"libcrypt2", "libxcrypt"}),
            Map.entry("libexpat.so.1", new String[] {"libexpat1", "expat"}),
            Map.entry("libffi.so.7", new String[] {"libffi7", "libffi"}),
            Map.entry("libffi.so.8", new String[] {"libffi8", "libffi"}),
            Map.entry("libgcc_s.so.1", new String[] {"libgcc-s1", "libgcc"}),
            Map.entry("libgdbm.so.6", new String[] {"libgdbm6", "gdbm-libs"}),
            Map.entry("libGL.so.1", new String[] {"libgl1", "libglvnd-glx"}),
            Map.entry("libgomp.so.1", new String[] {"libgomp1", "libgomp"}),
            Map.entry("liblzma.so.5", new String[] {"liblzma5", "xz-libs"}),
            Map.entry("libncurses.so.6", new String[] {"libncurses6", "ncurses-libs"}),
            Map.entry("libncursesw.so.6", new String[] {"libncursesw6", "ncurses-libs"}),
            Map.entry("libnsl.so.2", new String[] {"libnsl2", "libnsl2"}),
            Map.entry("libpanelw.so.6", new String[] {"libncursesw6", "ncurses-libs"}),
            Map.entry("libreadline.so.8", new String[] {"libreadline8", "readline"}),
            Map.entry("libsqlite3.so.0", new String[] {"libsqlite3-0", "sqlite-libs"}),
            Map.entry("libssl.so.3", new String[] {"libssl3", "openssl-libs"}),
            Map.entry("libcrypto.so.3", new String[] {"libssl3", "openssl-libs"}),
            Map.entry("libstdc++.so.6", new String[] {"libstdc++6", "libstdc++"}),
            Map.entry("libtcl8.6.so", new String[] {"libtcl8.6", "tcl"}),
            Map.entry("libtk8.6.so", new String[] {"libtk8.6", "tk"}),
            Map.entry("libtinfo.so.6", new String[] {"libtinfo6", "ncurses-libs"}),
            Map.entry("libtirpc.so.3", new String[] {"libtirpc3", "libtirpc"}),
            Map.entry("libuuid.so.1", new String[] {"libuuid1", "libuuid"}),
            Map.entry("libz.so.1", new String[] {"zlib1g", "zlib-ng-compat"}),
            Map.entry("libzstd.so.1", new String[] {"libzstd1", "libzstd"})));

    /** What Windows calls "API sets": names for parts of it, which no file need have (learn.microsoft.com, "Windows API sets"). */
    private static final Pattern API_SET = Pattern.compile("(api|ext)-ms-.*");

    private static final Set<String> WINDOWS = windows();

    /** Libraries of Visual C++ that Python does not come with. */
    private static final Pattern VISUAL_CPP = Pattern.compile("(msvcp|concrt|vcomp|vccorlib|mfc)\\d+.*\\.dll");

    private PlatformLibraries() {}

    private static Set<String> windows() {
        try (InputStream in = PlatformLibraries.class.getResourceAsStream("windows-libraries.txt")) {
            if (in == null) {
                throw new IllegalStateException("jox lacks its list of Windows' own libraries");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it comes with the drivers of the machine that the executable runs on. */
    public static boolean isOfDrivers(String library) {
        return DRIVERS.matcher(library).matches();
    }

    /** Whether every machine has it: with its C library, or with Windows. */
    public static boolean has(String library) {
        String lower = library.toLowerCase(Locale.ROOT);
        return GLIBC.matcher(library).matches() || API_SET.matcher(lower).matches() || WINDOWS.contains(lower);
    }

    /** Which packages have it, for messages; empty when that is not known. */
    static String hint(String library) {
        if (VISUAL_CPP.matcher(library.toLowerCase(Locale.ROOT)).matches()) {
            return "add <requirement>msvc-runtime</requirement>, which brings the Visual C++ runtime";
        }
        String[] names = PACKAGES.get(library);
        return names == null ? "" : "Debian: " + names[0] + "; Fedora: " + names[1];
    }

    /** The libraries that hints are known for. */
    static Set<String> known() {
        return PACKAGES.keySet();
    }
}
