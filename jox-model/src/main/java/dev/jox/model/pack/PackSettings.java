package dev.jox.model.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the executable does, and how its interpreter is configured.
 *
 * @param run what is run
 * @param interpreter fields of CPython's PyConfig and what they are set to: numbers in decimal, texts, or lists of texts;
 *     what is not named keeps the launcher's default
 * @param preinterpreter fields of PyPreConfig, likewise; numbers only
 * @param other further settings of the launcher, by their keys
 * @param compression of what is packed
 */
public record PackSettings(
        Run run,
        Map<String, List<String>> interpreter,
        Map<String, List<String>> preinterpreter,
        Map<String, List<String>> other,
        Compression compression) {

    public PackSettings {
        interpreter = Map.copyOf(interpreter);
        preinterpreter = Map.copyOf(preinterpreter);
        other = Map.copyOf(other);
    }

    /** Settings of a pack that is not compressed. */
    public PackSettings(
            Run run,
            Map<String, List<String>> interpreter,
            Map<String, List<String>> preinterpreter,
            Map<String, List<String>> other) {
        this(run, interpreter, preinterpreter, other, Compression.NONE);
    }

    /** The same with another compression. */
    public PackSettings with(Compression other) {
        return new PackSettings(run, interpreter, preinterpreter, this.other, other);
    }

    /** The same with the version of jox, which programs find in {@code sys.jox}. */
    public PackSettings madeBy(String version) {
        Map<String, List<String>> further = new TreeMap<>(other);
        further.put("jox.version", List.of(version));
        return new PackSettings(run, interpreter, preinterpreter, further, compression);
    }

    /** Settings with the launcher's defaults. */
    public static PackSettings of(Run run) {
        return new PackSettings(run, Map.of(), Map.of(), Map.of());
    }

    /** All settings by the keys that the launcher reads. */
    SortedMap<String, List<String>> keyed() {
        SortedMap<String, List<String>> all = new TreeMap<>();
        other.forEach((key, values) -> all.put(key, new ArrayList<>(values)));
        interpreter.forEach((field, values) -> all.put("interpreter." + field, values));
        preinterpreter.forEach((field, values) -> all.put("preinterpreter." + field, values));
        all.put("run", run.values());
        return all;
    }
}
