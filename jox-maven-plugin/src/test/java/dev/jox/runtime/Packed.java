package dev.jox.runtime;

import dev.jox.it.Program;
import dev.jox.model.plan.Plan;
import java.nio.file.Path;

/** A program and what it finds in memory. */
record Packed(Path executable, Path pack, Plan plan) {
    Program program() {
        return Program.of(executable).with("JOX_PACK", pack.toString());
    }
}
