package dev.jox.maven.parameter;

import dev.jox.model.pack.Finalization;
import dev.jox.model.pack.PackSettings;
import dev.jox.model.pack.Run;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code <interpreter>}: fields of CPython's PyPreConfig and PyConfig, whose documentation says what they do
 * (https://docs.python.org/3/c-api/init_config.html). A field {@code optimization_level} is an element {@code <optimizationLevel>}.
 * What is left open is as an executable needs it: isolated from the environment's PYTHON* variables and from the user's site.
 */
public final class InterpreterParameters {
    /** Fields of PyPreConfig only. */
    private static final Set<String> PRECONFIG =
            Set.of("configureLocale", "coerceCLocale", "coerceCLocaleWarn", "utf8Mode", "allocator");

    /** Fields of both: what the environment says of encodings is read before PyConfig is. */
    private static final Set<String> BOTH = Set.of("isolated", "useEnvironment", "devMode");

    /** The launcher's own. */
    private static final Set<String> OWN = Set.of("finalization", "sysFrozen");

    /** Whether the locale is taken from the environment. */
    @Nullable
    Boolean configureLocale;

    /** Whether a C locale becomes a UTF-8 one (PEP 538). */
    @Nullable
    Boolean coerceCLocale;

    /** Whether that is warned of. */
    @Nullable
    Boolean coerceCLocaleWarn;

    /** Whether text is UTF-8 whatever the locale says (PEP 540). */
    @Nullable
    Boolean utf8Mode;

    /** The memory allocators, by their number in PyMemAllocatorName. */
    @Nullable
    Integer allocator;

    /** Whether neither the environment nor the user's folders count. */
    @Nullable
    Boolean isolated;

    /** Whether PYTHON* variables count. */
    @Nullable
    Boolean useEnvironment;

    /** Python's development mode. */
    @Nullable
    Boolean devMode;

    /** Whether Python handles SIGINT and ignores SIGPIPE. */
    @Nullable
    Boolean installSignalHandlers;

    /** The seed of hashes; random where there is none. */
    @Nullable
    Long hashSeed;

    /** Whether faults print a traceback. */
    @Nullable
    Boolean faulthandler;

    /** How many frames tracemalloc keeps. */
    @Nullable
    Integer tracemalloc;

    /** Whether imports are timed. */
    @Nullable
    Boolean importTime;

    /** Whether {@code -X} options and the like are read from the command line, as {@code python} does. */
    @Nullable
    Boolean parseArgv;

    /** {@code -X} options. */
    @Nullable
    List<String> xoptions;

    /** {@code -W} options. */
    @Nullable
    List<String> warnoptions;

    /** Whether {@code site} is imported at start. */
    @Nullable
    Boolean siteImport;

    /** 1 to warn, 2 to fail where bytes are compared with text. */
    @Nullable
    Integer bytesWarning;

    /** Whether an interpreter comes up after the program, as of {@code -i}. */
    @Nullable
    Boolean inspect;

    /** Whether the program is interactive, as of {@code -i}. */
    @Nullable
    Boolean interactive;

    /** 0, 1 or 2, as of {@code -O}; which bytecode is used follows from it. */
    @Nullable
    Integer optimizationLevel;

    /** Whether bytecode of modules in files is written beside them. */
    @Nullable
    Boolean writeBytecode;

    /** As of {@code -v}. */
    @Nullable
    Integer verbose;

    /** As of {@code -q}. */
    @Nullable
    Boolean quiet;

    /** Whether standard output and error are buffered. */
    @Nullable
    Boolean bufferedStdio;

    /** The encoding of standard streams. */
    @Nullable
    String stdioEncoding;

    /** How encoding errors of standard streams are handled. */
    @Nullable
    String stdioErrors;

    /** The encoding of file names. */
    @Nullable
    String filesystemEncoding;

    /** How encoding errors of file names are handled. */
    @Nullable
    String filesystemErrors;

    /** Whether the folder of what is run stays off {@code sys.path}. */
    @Nullable
    Boolean safePath;

    /** {@code sys.path}; {@code $ORIGIN} is the executable's folder. */
    @Nullable
    List<String> moduleSearchPaths;

    /** Whether everything is torn down at the end: {@code auto}, {@code report}, {@code full}. No field of CPython's. */
    @Nullable
    String finalization;

    /** Whether {@code sys.frozen} is true, as programs of PyInstaller and cx_Freeze have it. No field of CPython's. */
    @Nullable
    Boolean sysFrozen;

    /** What is run, and the interpreter's configuration, as the launcher reads them. */
    public PackSettings toSettings(Run run) {
        Map<String, List<String>> config = new TreeMap<>();
        Map<String, List<String>> preconfig = new TreeMap<>();
        for (Field field : InterpreterParameters.class.getDeclaredFields()) {
            Object value = Modifier.isStatic(field.getModifiers()) ? null : value(field);
            String name = field.getName();
            if (value != null && !OWN.contains(name)) {
                if (!PRECONFIG.contains(name)) {
                    config.put(snake(name), texts(value));
                }
                if (PRECONFIG.contains(name) || BOTH.contains(name)) {
                    preconfig.put(snake(name), texts(value));
                }
            }
        }
        if (hashSeed != null) {
            config.put("use_hash_seed", List.of("1"));
        }
        Map<String, List<String>> other = new TreeMap<>();
        if (finalization != null) {
            Finalization chosen = Parsed.of("interpreter.finalization", finalization, Finalization::parse);
            other.put("finalization", List.of(chosen.text()));
        }
        if (sysFrozen != null) {
            other.put("sys.frozen", List.of(sysFrozen.toString()));
        }
        return new PackSettings(run, config, preconfig, other);
    }

    private @Nullable Object value(Field field) {
        try {
            return field.get(this);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code optimizationLevel} as CPython writes it: {@code optimization_level}. */
    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static List<String> texts(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        if (value instanceof Boolean bool) {
            return List.of(bool ? "1" : "0");
        }
        return List.of(value.toString());
    }
}
