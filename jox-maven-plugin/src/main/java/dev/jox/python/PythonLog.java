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

    /** Something that the user should look at; a log without levels says it as it says steps. */
    default void warning(String line) {
        step(line);
    }

    /** A line that a program printed, or a command that is run. */
    void detail(String line);
}
