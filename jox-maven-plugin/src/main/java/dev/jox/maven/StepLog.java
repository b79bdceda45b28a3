package dev.jox.maven;

import dev.jox.python.PythonLog;
import org.apache.maven.plugin.logging.Log;

/** Steps at INFO, what to look at at WARN, what programs print at DEBUG. */
record StepLog(Log log) implements PythonLog {
    @Override
    public void step(String what) {
        log.info(what);
    }

    @Override
    public void warning(String line) {
        log.warn(line);
    }

    @Override
    public void detail(String line) {
        log.debug(line);
    }
}
