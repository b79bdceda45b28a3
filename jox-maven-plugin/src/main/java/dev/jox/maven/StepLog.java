package dev.jox.maven;

import dev.jox.python.PythonLog;
import org.apache.maven.plugin.logging.Log;

/** Steps at INFO, what programs print at DEBUG. */
record StepLog(Log log) implements PythonLog {
    @Override
    public void step(String what) {
        log.info(what);
    }

    @Override
    public void detail(String line) {
        log.debug(line);
    }
}
