package dev.jox.python;

import dev.jox.model.JoxException;
import dev.jox.model.Target;
import dev.jox.model.spec.PackagesRequest;
import dev.jox.model.wheel.WheelName;
import dev.jox.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says what went wrong from what pip printed, in terms of the pom. Written against pip 22.3 to 25.3. */
final class PipDiagnosis {
    private static final Pattern NO_VERSION = Pattern.compile(
            "ERROR: Could not find a version that satisfies the requirement (.+?)(?: \\(from (?!versions).*\\))? \\(from versions: (.*)\\)");
    private static final Pattern UNREADABLE = Pattern.compile("jox-unreadable (\\S+) (.*)");
    private static final Pattern BUILD = Pattern.compile(
            "\\s*ERROR: (?:Failed building (?:wheel|editable) for (\\S+)|Failed to build '?(.+?)'? when .*)");
    private static final Pattern STEP = Pattern.compile("\\s*Processing (\\S+)|Collecting (\\S+).*");
    private static final Pattern INVALID = Pattern.compile("ERROR: (Invalid requirement.*|.*is not a valid .*)");
    private static final Pattern UNSUPPORTED = Pattern.compile("ERROR: (\\S+\\.whl) is not a supported wheel.*");
    private static final Pattern DAMAGED =
            Pattern.compile("ERROR: (Wheel '.*' located at .* is invalid\\.|.* has an invalid wheel, .*)");
    private static final Pattern UNPINNED = Pattern.compile(
            "ERROR: (?:In --require-hashes mode|Hashes are required in --require-hashes mode|Can't verify hashes for).*");

    private static final Pattern UNFIT = Pattern.compile("jox-unfit (\\S+)");
    /** pip's option that takes projects from their source only. */
    private static final String NO_BINARY = "--no-binary=";

    private final Pythons pythons;
    private final PackagesRequest request;
    private final LocalPackages local;
    private final Path generated;
    private final boolean offline;

    /** @param generated the file that the pom's requirements were written to */
    PipDiagnosis(Pythons pythons, PackagesRequest request, LocalPackages local, Path generated, boolean offline) {
        this.pythons = pythons;
        this.request = request;
        this.local = local;
        this.generated = generated;
        this.offline = offline;
    }

    /** The failure that these lines tell of. */
    JoxException of(List<String> output) {
        return hashes(output)
                .or(() -> noVersion(output))
                .or(() -> build(output))
                .or(() -> named(output))
                .orElseGet(() -> JoxException.user(
                        "pip could not collect the packages:" + excerpt(output), "run with -X for all of its output"));
    }

    private Optional<JoxException> hashes(List<String> output) {
        if (output.stream().anyMatch(line -> line.startsWith("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES"))) {
            return Optional.of(JoxException.user(
                    "a package does not have the hash that " + fileParameter() + " asks for:"
                            + block(output, "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES"),
                    "if the package was meant to change, write the new hash; otherwise find out who changed it"));
        }
        return first(output, UNPINNED)
                .map(match -> JoxException.user(
                        fileParameter() + " gives hashes, so pip wants one for every requirement:"
                                + block(output, match.group()),
                        "give a version and a hash to each, those of <requirements> and of dependencies included"));
    }

    private Optional<JoxException> noVersion(List<String> output) {
        return first(output, NO_VERSION).map(match -> {
            String requirement = match.group(1);
            Optional<Matcher> unreadable = output.stream()
                    .map(UNREADABLE::matcher)
                    .filter(Matcher::matches)
                    .filter(m -> !m.group(2).contains("404"))
                    .findFirst();
            String place = place(requirement);
            if (unreadable.isPresent()) {
                return unreadable(unreadable.get(), requirement, place);
            }
            if (offline) {
                return JoxException.environment(
                        "offline (-o), and no wheel of " + requirement + place + " is at hand",
                        "run once without -o: what pip finds then is kept");
            }
            Optional<JoxException> compiledOnly = compiledOnly(requirement, place, output);
            if (compiledOnly.isPresent()) {
                return compiledOnly.get();
            }
            if (wantsSource(requirement)) {
                return JoxException.user(
                        "there is no sdist of " + requirement + " on the index or in <wheels>",
                        "put one into <wheels>, or ask for a version that has one"
                                + (match.group(2).equals("none") ? "" : ": " + match.group(2)));
            }
            if (match.group(2).equals("none")) {
                return JoxException.user(
                        "no package " + requirement + place + " is on the index, or none that this Python can use",
                        "check the name; <index> and pip's configuration say which index is asked");
            }
            return JoxException.user(
                    "no version of " + requirement + place + " fits; there are " + match.group(2),
                    "ask for one of these" + requiresPython(output));
        });
    }

    /** For a target that loads no compiled code: there is a wheel of the project, and nothing that it could be built from. */
    private Optional<JoxException> compiledOnly(String requirement, String place, List<String> output) {
        Target target = pythons.target().target();
        if (!pythons.isStatic()) {
            return Optional.empty();
        }
        Optional<String> found = local.replaced().entrySet().stream()
                .filter(entry -> projectName(entry.getKey()).equals(projectName(requirement)))
                .map(entry ->
                        (request.handedWheels().contains(entry.getValue()) ? "another module's wheel " : "<wheels> ")
                                + entry.getValue() + " is compiled")
                .findFirst()
                .or(() -> output.stream()
                        .map(UNFIT::matcher)
                        .filter(Matcher::matches)
                        .map(match -> match.group(1))
                        .filter(name ->
                                projectName(name.replaceFirst("-.*", "")).equals(projectName(requirement)))
                        .filter(name ->
                                WheelName.parse(name).fits(pythons.target().version(), target.dynamic()))
                        .reduce((a, b) -> b)
                        .map(name -> "the index has compiled wheels only, such as " + name));
        return found.map(
                what -> JoxException.user(
                        "there is no sdist of " + requirement + place + "; " + what
                                + ", and an executable for " + target.triple()
                                + " cannot load compiled modules: each must be linked into it",
                        "put an sdist of it into <wheels>, or take <distribution><target> "
                                + target.dynamic().triple()
                                + " (-Djox.distribution.target) with the flavor standalone_dynamic, which loads wheels as they are"));
    }

    /** Whether wheels of the project are not asked for. */
    private boolean wantsSource(String requirement) {
        return request.pipArguments().stream()
                .filter(argument -> argument.startsWith(NO_BINARY))
                .flatMap(argument ->
                        Stream.of(argument.substring(NO_BINARY.length()).split(",")))
                .anyMatch(project ->
                        project.equals(":all:") || projectName(project).equals(projectName(requirement)));
    }

    private static JoxException unreadable(Matcher unreadable, String requirement, String place) {
        String problem =
                "pip cannot read " + unreadable.group(1) + " for " + requirement + place + ": " + unreadable.group(2);
        if (unreadable.group(2).matches("(?s).*\\b(401|403)\\b.*")) {
            return JoxException.environment(
                    problem, "give <index><serverId> the id of a <server> in settings.xml with a user and a password");
        }
        return JoxException.environment(
                problem, "check the network and the index's address: <index><url>, or pip's own configuration");
    }

    private static String requiresPython(List<String> output) {
        return output.stream().anyMatch(line -> line.contains("require a different python version"))
                ? "; some are left out because they want another Python: see <distribution><python>"
                : "";
    }

    private Optional<JoxException> build(List<String> output) {
        if (output.stream().noneMatch(line -> line.strip().equals("error: subprocess-exited-with-error"))
                && first(output, BUILD).isEmpty()) {
            return Optional.empty();
        }
        String name = first(output, BUILD)
                .map(match -> Optional.ofNullable(match.group(1)).orElse(match.group(2)))
                .or(() -> last(output, STEP)
                        .map(match -> Optional.ofNullable(match.group(1)).orElse(match.group(2))))
                .orElse("a package");
        return Optional.of(JoxException.user(
                "the sdist of " + name + place(name) + " does not build:" + excerpt(output),
                offline
                        ? "run once without -o: what a build requires cannot be fetched with it"
                        : "ask for a version that has a wheel for this Python, or install what the build asks for"
                                + (request.buildConstraintsFile().isPresent()
                                        ? "; <buildConstraintsFile> constrains what it requires"
                                        : "")));
    }

    private Optional<JoxException> named(List<String> output) {
        if (output.stream().anyMatch(line -> line.startsWith("ERROR: ResolutionImpossible"))) {
            return Optional.of(JoxException.user(
                    "the requirements contradict each other:" + excerpt(output),
                    "loosen a version in <requirements> or <requirementsFile>"));
        }
        return first(output, UNSUPPORTED)
                .map(match -> JoxException.user(
                        "the wheel " + match.group(1) + " is for another Python or platform",
                        "take the wheel for this distribution out of its project's files, or its sdist"))
                .or(() -> first(output, DAMAGED)
                        .map(match -> JoxException.user(
                                "pip cannot read a wheel: " + match.group(1),
                                "get it again; mvn -U asks the index anew")))
                .or(() -> first(output, INVALID)
                        .map(match -> JoxException.user(
                                "pip cannot read a requirement:" + block(output, match.group()),
                                "write requirements as PEP 508 does, such as markupsafe==3.0.3")));
    }

    /** Where the pom, or a file that it names, asks for this. */
    private String place(String requirement) {
        String name = projectName(requirement);
        if (request.requirements().stream().anyMatch(r -> projectName(r).equals(name))) {
            return " (in <requirements>)";
        }
        if (request.requirementsFile().isPresent()) {
            Path file = request.requirementsFile().get();
            try {
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    if (projectName(lines.get(i)).equals(name)) {
                        return " (in <requirementsFile> " + file + ", line " + (i + 1) + ")";
                    }
                }
            } catch (IOException e) {
                return ""; // the message is about something else
            }
        }
        return "";
    }

    private String fileParameter() {
        return request.requirementsFile()
                .map(file -> "<requirementsFile> " + file)
                .orElse("<requirements>");
    }

    private static String projectName(String requirement) {
        Matcher matcher = Pattern.compile("\\s*([A-Za-z0-9][A-Za-z0-9._-]*).*").matcher(requirement);
        return matcher.matches() ? matcher.group(1).replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT) : "";
    }

    /** The last lines of pip's output, with the pom's words for the file that its requirements were written to. */
    private String excerpt(List<String> output) {
        return indented(output.subList(Math.max(0, output.size() - Processes.TAIL), output.size()));
    }

    /** The lines from the one that starts so, up to an empty one. */
    private String block(List<String> output, String start) {
        List<String> rest =
                output.stream().dropWhile(line -> !line.startsWith(start)).toList();
        return indented(rest.stream().takeWhile(line -> !line.isBlank()).toList());
    }

    private String indented(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            if (!UNREADABLE.matcher(line).matches() && !UNFIT.matcher(line).matches()) {
                text.append(System.lineSeparator())
                        .append("    ")
                        .append(line.replace("-r " + generated, "<requirements>"));
            }
        }
        return text.toString();
    }

    private static Optional<Matcher> first(List<String> output, Pattern pattern) {
        return output.stream().map(pattern::matcher).filter(Matcher::matches).findFirst();
    }

    private static Optional<Matcher> last(List<String> output, Pattern pattern) {
        return output.stream().map(pattern::matcher).filter(Matcher::matches).reduce((a, b) -> b);
    }
}
