package dev.jox.model.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares with {@code objcopy --redefine-syms}: the same symbols, groups, relocations and section contents. */
class RenamingTest {
    private static final String SOURCE = """
            #include <string>
            #include <vector>
            #include <stdexcept>
            #include <map>
            struct Base { virtual ~Base(); virtual int value() const { return 1; } Base() {} };
            Base::~Base() {}
            struct Derived : Base { int value() const override { return 2; } std::map<std::string, int> all; };
            thread_local std::string name = "thread";
            extern thread_local int elsewhere;
            inline int &counter() { static int n = 3; return n; }
            template <class T> struct Box { static T kept; T t; Box(T t) : t(t) {} ~Box() { kept = t; } };
            template <class T> T Box<T>::kept = T();
            int tentative;
            Base *make(int n) {
              if (n < 0) throw std::out_of_range("n");
              std::vector<std::string> words(n, name);
              Box<int> box(counter() + elsewhere);
              return words.size() > 3 ? new Derived() : new Base();
            }
            """;

    @TempDir
    Path folder;

    @Test
    void agreesWithObjcopyOnGcc() throws IOException {
        for (List<String> flags :
                List.of(List.of("-O0"), List.of("-O2", "-g"), List.of("-O2", "-fPIC", "-ffunction-sections"))) {
            compare(Tool.named("g++").compile(folder, "a.o", SOURCE, flags.toArray(String[]::new)), "objcopy");
        }
    }

    @Test
    void agreesWithObjcopyOnZig() throws IOException {
        for (String target : List.of("x86_64-linux-musl", "x86_64-linux-gnu.2.17")) {
            ObjectFile object = Tool.zig("c++")
                    .compile(folder, "a.o", SOURCE, "-target", target, "-O2", "-g", "-fno-sanitize=undefined");
            compare(object, "objcopy");
        }
    }

    @Test
    void agreesWithObjcopyOnCoff() throws IOException {
        ObjectFile object = Tool.zig("c++")
                .compile(folder, "a.obj", SOURCE, "-target", "x86_64-windows-gnu", "-O2", "-fno-sanitize=undefined");
        assertThat(object).isInstanceOf(CoffObject.class);
        assertThat(object.groups()).extracting(Group::signature).contains("_ZTI4Base", "_ZZ7countervE1n");
        compare(object, "llvm-objcopy");
    }

    /** Renames every global symbol and signature, one of them to a short name, both ways. */
    private void compare(ObjectFile object, String objcopy) throws IOException {
        Map<String, String> names = new TreeMap<>();
        object.symbols().stream()
                .filter(Symbol::global)
                .forEach(symbol -> names.put(symbol.name(), "jox_pkg." + symbol.name()));
        object.groups().forEach(group -> names.put(group.signature(), "jox_pkg." + group.signature()));
        names.put("tentative", "t");
        Files.write(folder.resolve("original"), object.bytes());
        Files.write(folder.resolve("ours"), object.renamed(Renaming.ofSymbols(names)));
        Files.write(
                folder.resolve("names"),
                names.entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue())
                        .toList());
        Tool.named(objcopy).run(folder, "--redefine-syms=names", "original", "theirs");
        boolean elf = object instanceof ElfObject;
        List<String> ours = elf ? elfView("ours") : coffView("ours");
        List<String> theirs = elf ? elfView("theirs") : coffView("theirs");
        List<String> original = elf ? elfView("original") : coffView("original");
        assertThat(ours).hasSizeGreaterThan(100).anyMatch(line -> line.contains("jox_pkg._Z4makei"));
        assertThat(original).noneMatch(line -> line.contains("jox_pkg"));
        assertThat(without(ours, theirs)).as("only in ours").isEmpty();
        assertThat(without(theirs, ours)).as("only in objcopy's").isEmpty();
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> rest = new ArrayList<>(lines);
        rest.removeAll(Set.copyOf(others));
        return rest;
    }

    /** Symbols, relocations, contents and groups, each line with the section it is about. */
    private List<String> elfView(String file) throws IOException {
        String text = Tool.named("objdump").run(folder, "-t", "-r", "-s", "-w", file)
                + Tool.named("readelf").run(folder, "-g", "-W", file).replaceAll("\\[ *[0-9]+\\]", "[n]");
        List<String> view = new ArrayList<>();
        String section = "";
        for (String line : text.lines().toList()) {
            if (line.startsWith("Contents of") || line.startsWith("RELOCATION") || line.contains("group section")) {
                section = line;
            } else if (!line.contains("file format")
                    && !line.matches("\\S+ l +d .*")
                    && !section.equals("Contents of section .group:")) {
                // GNU objcopy adds the section symbols that clang leaves out, and numbers sections anew.
                view.add(section + line);
            }
        }
        return view;
    }

    private List<String> coffView(String file) throws IOException {
        String text = Tool.named("llvm-readobj").run(folder, "-h", "-S", "--sd", "-s", "-r", file);
        // objcopy leaves the linker options with the old names.
        return text.replaceFirst("(?s)  Section \\{(?:(?!  Section \\{).)*Name: .drectve.*?\n  }\n", "")
                .lines()
                .filter(line -> !line.contains("PointerTo") && !line.contains("StringTableSize"))
                .map(line -> line.replaceFirst("(    Name: .*) \\(.*", "$1").replaceFirst("^File: .*", ""))
                .toList();
    }
}
