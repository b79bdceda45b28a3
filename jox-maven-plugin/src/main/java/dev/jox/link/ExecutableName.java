package dev.jox.link;

import dev.jox.model.JoxException;
import dev.jox.model.plan.Location.FilesystemRelative;
import dev.jox.model.plan.Planned;
import dev.jox.model.plan.Planned.PlannedBuiltIn;
import java.nio.file.Path;

/** Refuses an executable that would have the name of a file or folder that its plan puts beside it. */
final class ExecutableName {
    private ExecutableName() {}

    static void check(LinkRequest request) {
        Path name = request.executable().getFileName();
        for (Planned entry : request.plan().entries()) {
            if (entry.location() instanceof FilesystemRelative folder) {
                // the code of built-in modules is in a file that is named after the executable
                String place = folder.place(entry instanceof PlannedBuiltIn ? "" : entry.path());
                String beside = place.substring(0, place.contains("/") ? place.indexOf('/') : place.length());
                if (same(
                        beside, name.toString(), request.distribution().target().isWindows())) {
                    throw JoxException.user(
                            "the executable " + request.executable() + " has the name of "
                                    + (beside.equals(place) ? "a file" : "a folder")
                                    + " that the plan puts beside it, for " + place + " (" + entry.reason() + ")",
                            "give it another name by <executable> (-Djox.executable), or name a folder for what lies beside it,"
                                    + " as in <resourcesLocation>filesystem-relative:lib</resourcesLocation>");
                }
            }
        }
    }

    private static boolean same(String beside, String executable, boolean windows) {
        return windows ? beside.equalsIgnoreCase(executable) : beside.equals(executable);
    }
}
