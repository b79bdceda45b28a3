package dev.jox.python;

/** What collecting says while it works. */
public interface PythonLog {
    /** Says nothing. */
    PythonLog SILENT = new PythonLog() {
        @Override
        public void step(String what) {}

        @Override
        public void detail(String line) {}
    };

    /** A step that takes seconds begins. */
    void step(String what);

    /** A line that a program printed, or a command that is run. */
    void detail(String line);
}
