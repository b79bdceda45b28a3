package dev.jox.model.capture;

import dev.jox.model.resource.LinkItem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Takes a recorded link line apart: GCC's manual, "Options for Linking"; GNU ld's, "Command-line Options". */
public final class LinkLine {
    private static final Set<String> WITH_VALUE = Set.of(
            "-o",
            "-L",
            "-u",
            "-z",
            "-T",
            "-e",
            "-I",
            "-D",
            "-U",
            "-B",
            "-x",
            "-Xassembler",
            "-Xpreprocessor",
            "-Xclang",
            "-include",
            "-isystem",
            "-MF",
            "-MT",
            "-MQ",
            "-target",
            "-arch",
            "-framework",
            "--param",
            "-soname",
            "--soname",
            "-rpath",
            "--rpath",
            "-rpath-link",
            "--rpath-link",
            "-dynamic-linker",
            "--dynamic-linker",
            "--version-script");
    private static final String TO_LINKER = "-Wl,";

    private final LinkRecord record;
    private final List<LinkItem> items = new ArrayList<>();
    private final Deque<State> saved = new ArrayDeque<>();
    private State state = new State(false, false);

    /** What holds for the libraries from here on. */
    private record State(boolean whole, boolean staticOnly) {}

    private LinkLine(LinkRecord record) {
        this.record = record;
    }

    public static List<LinkItem> of(LinkRecord record) {
        LinkLine line = new LinkLine(record);
        List<String> arguments = record.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            i = line.argument(i, arguments);
        }
        return List.copyOf(line.items);
    }

    /** Reads one argument, with its value if it has one, and gives the index of the last that was read. */
    private int argument(int index, List<String> arguments) {
        String argument = arguments.get(index);
        boolean more = index + 1 < arguments.size();
        if (argument.equals("-l") && more) {
            library(index + 1, arguments.get(index + 1));
            return index + 1;
        }
        if (argument.equals("-Xlinker") && more) {
            parts(index, List.of(arguments.get(index + 1)));
            return index + 1;
        }
        if (argument.startsWith("-l")) {
            library(index, argument.substring(2));
        } else if (argument.startsWith(TO_LINKER)) {
            parts(index, List.of(argument.substring(TO_LINKER.length()).split(",", -1)));
        } else if (record.tool().equals("ld") && isState(argument)) {
            change(argument);
        } else if (argument.equals("-static")) {
            state = new State(state.whole, true);
        } else if (WITH_VALUE.contains(argument) && more) {
            items.add(new LinkItem.Option(List.of(argument, arguments.get(index + 1))));
            return index + 1;
        } else if (argument.startsWith("-") || files(index, "").isEmpty()) {
            items.add(new LinkItem.Option(List.of(argument)));
        } else {
            items.addAll(files(index, ""));
        }
        return index;
    }

    private void parts(int index, List<String> parts) {
        List<String> others = new ArrayList<>();
        for (String part : parts) {
            List<LinkItem.File> files = part.startsWith("-") ? List.of() : files(index, part);
            if (isState(part)) {
                change(part);
            } else if (part.startsWith("-l")) {
                library(index, part.substring(2));
            } else if (!files.isEmpty()) {
                items.addAll(files);
            } else {
                others.add(part);
            }
        }
        if (!others.isEmpty()) {
            items.add(new LinkItem.Option(List.of(TO_LINKER + String.join(",", others))));
        }
    }

    private void library(int index, String name) {
        String file = name.startsWith(":") ? name.substring(1) : "lib" + name + ".";
        items.add(new LinkItem.Library(name, files(index, file), state.whole, state.staticOnly));
    }

    /** The files that an argument brought, of which the name begins so. */
    private List<LinkItem.File> files(int index, String begin) {
        String name = begin.substring(begin.lastIndexOf('/') + 1);
        return record.inputs().stream()
                .filter(input -> input.index() == index)
                .filter(input -> String.valueOf(input.path().getFileName()).startsWith(name))
                .map(input -> new LinkItem.File(input.path(), input.copy(), state.whole))
                .toList();
    }

    private static boolean isState(String option) {
        return switch (option.replaceFirst("^--?", "")) {
            case "whole-archive",
                    "no-whole-archive",
                    "Bstatic",
                    "dn",
                    "non_shared",
                    "static",
                    "Bdynamic",
                    "dy",
                    "call_shared",
                    "push-state",
                    "pop-state" -> option.startsWith("-");
            default -> false;
        };
    }

    private void change(String option) {
        switch (option.replaceFirst("^--?", "")) {
            case "whole-archive" -> state = new State(true, state.staticOnly);
            case "no-whole-archive" -> state = new State(false, state.staticOnly);
            case "Bdynamic", "dy", "call_shared" -> state = new State(state.whole, false);
            case "push-state" -> saved.push(state);
            case "pop-state" -> state = saved.isEmpty() ? state : saved.pop();
            default -> state = new State(state.whole, true);
        }
    }
}
