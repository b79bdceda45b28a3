package dev.jox.model.object;

import dev.jox.model.JoxException;
import dev.jox.model.ModuleName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An extension's own names in a link that it shares with others: whatever its objects define gets a prefix made from the
 * module's name, whatever they take from outside keeps its own.
 *
 * <p>All definitions count, the weak and the COMDAT ones of inline functions and templates too, those of the C++ standard
 * library included: two extensions may have been compiled by different compilers or with different flags. Inside of one
 * extension objects still share them, so exceptions, guards and dynamic casts work across its objects; types of the C++
 * library's own are references to outside and stay one for all.
 *
 * @param initFunction the new name of the module's init function
 * @param renaming for each of the extension's objects
 */
public record Namespace(ModuleName module, String initFunction, Renaming renaming) {
    /**
     * The names for an extension.
     *
     * @param objects all that the extension is linked from
     * @throws JoxException when none of them defines the module's init function
     */
    public static Namespace of(ModuleName module, List<ObjectFile> objects) {
        return of(module, originalInitFunctions(module, Optional.empty()), objects);
    }

    /** Names for an extension of which the init function has one of these names. */
    public static Namespace of(ModuleName module, List<String> initFunctions, List<ObjectFile> objects) {
        return new Names(module, initFunctions, objects).namespace();
    }

    /**
     * The names that a module's init function may have before it is renamed, the usual one first.
     *
     * @param given the name that it is said to have
     */
    public static List<String> originalInitFunctions(ModuleName module, Optional<String> given) {
        List<String> names = new ArrayList<>();
        given.ifPresentOrElse(names::add, () -> names.addAll(ModuleMangling.initFunctions(module)));
        return List.copyOf(names);
    }

    /** The name that a module's init function has in a link with others. */
    public static String initFunction(ModuleName module) {
        return "jox_init_" + ModuleMangling.mangled(module);
    }

    /** The object with its new names. */
    public byte[] apply(ObjectFile object) throws ObjectFormatException {
        return object.renamed(renaming);
    }

    private static final class Names {
        private static final String LINK_ONCE = ".gnu.linkonce.";
        /** Sections of COFF where the part after the dollar is an order and no name. */
        private static final Set<String> SORTED_BY_SUFFIX = Set.of(".CRT", ".idata", ".tls", ".rtc", ".gfids");

        private final ModuleName module;
        private final List<String> initFunctions;
        private final List<ObjectFile> objects;
        private final String mangled;
        private final Map<String, String> symbols = new HashMap<>();
        private final Map<String, String> sections = new HashMap<>();
        private final Set<String> defined = new HashSet<>();
        private final Set<String> mentioned = new HashSet<>();

        Names(ModuleName module, List<String> initFunctions, List<ObjectFile> objects) {
            this.module = module;
            this.initFunctions = List.copyOf(initFunctions);
            this.objects = objects;
            this.mangled = ModuleMangling.mangled(module);
            for (ObjectFile object : objects) {
                object.groups().forEach(group -> defined.add(group.signature()));
                object.symbols().stream().filter(Symbol::global).forEach(symbol -> mentioned.add(symbol.name()));
                object.symbols().stream().filter(Symbol::supplies).forEach(symbol -> defined.add(symbol.name()));
            }
        }

        Namespace namespace() {
            String initFunction = Namespace.initFunction(module);
            symbols.put(oldInitFunction(), initFunction);
            for (String name : defined) {
                if (SymbolNames.pointee(name).isEmpty()) {
                    symbols.putIfAbsent(name, renamed(name));
                }
            }
            mentioned.forEach(this::versionedReference);
            mentioned.forEach(this::pointer);
            defined.forEach(this::pointer);
            objects.forEach(this::sections);
            Set<String> hidden = new HashSet<>(symbols.values());
            hidden.remove(initFunction);
            return new Namespace(module, initFunction, new Renaming(symbols, sections, hidden));
        }

        private String oldInitFunction() {
            Optional<String> found =
                    initFunctions.stream().filter(defined::contains).findFirst();
            return found.orElseThrow(() -> {
                SortedSet<String> others = defined.stream()
                        .filter(name -> name.startsWith("PyInit"))
                        .collect(Collectors.toCollection(TreeSet::new));
                return JoxException.user(
                        "the extension module " + module + " has no function " + initFunctions.get(0)
                                + (others.isEmpty() ? "" : ", but " + String.join(", ", others)),
                        "check the module's name, and that all of its objects are given");
            });
        }

        /** Versions mean nothing among own symbols: each versioned name becomes a name by itself. */
        private String renamed(String name) {
            Optional<String> version = SymbolNames.version(name);
            String base = SymbolNames.unversioned(name);
            boolean plain = version.isEmpty() || (SymbolNames.defaultVersion(name) && !defined.contains(base));
            return "jox_" + mangled + "." + base + (plain ? "" : "." + version.get());
        }

        /** {@code foo} or {@code foo@V} refers to what is defined as {@code foo@@V}. */
        private void versionedReference(String name) {
            if (SymbolNames.version(name).isPresent()) {
                String own = symbols.get(name);
                if (own != null) {
                    SymbolNames.answersTo(name).forEach(answer -> symbols.putIfAbsent(answer, own));
                }
            }
        }

        /** Pointers follow what they point to; those to outside may be shared, and linkers know their names. */
        private void pointer(String name) {
            SymbolNames.pointerPrefix(name).ifPresent(prefix -> {
                String target = symbols.get(name.substring(prefix.length()));
                if (target != null) {
                    symbols.put(name, prefix + target);
                }
            });
        }

        private void sections(ObjectFile object) {
            for (Section section : object.sections()) {
                String name = section.name();
                Optional<String> own = object instanceof ElfObject ? elfSection(name) : coffSection(name);
                own.ifPresent(other -> sections.put(name, other));
            }
        }

        /** Sections whose names linkers go by, and GCC's intermediate code, which has the old names. */
        private Optional<String> elfSection(String name) {
            if (name.startsWith(GccLto.SECTION_PREFIX)) {
                return Optional.of(".jox" + name);
            }
            if (LinkerSymbols.hasBounds(name)) {
                return bounds(name);
            }
            // .gnu.linkonce.t.function is what came before groups; a group may have a section's name for its signature.
            int at = name.startsWith(LINK_ONCE) ? name.indexOf('.', LINK_ONCE.length()) : -1;
            return follow(name, at);
        }

        /** In {@code .text$function} GNU's linker takes what is after the dollar for the name of the COMDAT. */
        private Optional<String> coffSection(String name) {
            if (name.startsWith(GccLto.SECTION_PREFIX)) {
                return Optional.of(".jox" + name);
            }
            int at = name.indexOf('$');
            return at < 0 || SORTED_BY_SUFFIX.contains(name.substring(0, at)) ? Optional.empty() : follow(name, at);
        }

        private Optional<String> follow(String section, int at) {
            return Optional.ofNullable(symbols.get(section.substring(at + 1)))
                    .map(own -> section.substring(0, at + 1) + own);
        }

        /** A section whose bounds the extension asks for is its own: another extension's would lie in between. */
        private Optional<String> bounds(String name) {
            String start = LinkerSymbols.START + name;
            String stop = LinkerSymbols.STOP + name;
            if (!mentioned.contains(start) && !mentioned.contains(stop)) {
                return Optional.empty();
            }
            String own = "jox_" + mangled + "_" + name;
            symbols.put(start, LinkerSymbols.START + own);
            symbols.put(stop, LinkerSymbols.STOP + own);
            return Optional.of(own);
        }
    }
}
