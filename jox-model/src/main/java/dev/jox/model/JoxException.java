package dev.jox.model;

import java.util.Optional;

/**
 * A failure that the user is told about: what is wrong, and what to do next.
 *
 * <p>The problem names the pom parameter (and its {@code -Djox.…} property where it has one) and the path that it is about.
 * One translator in the plugin turns it into Maven's exceptions: {@link Kind#USER} becomes a build failure,
 * {@link Kind#ENVIRONMENT} an execution error.
 */
public final class JoxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whose doing the failure is. */
    public enum Kind {
        /** The project's: a parameter, a requirement, a source file. */
        USER,
        /** The machine's or the network's: no compiler, no connection, no space. */
        ENVIRONMENT
    }

    private final Kind kind;
    private final String problem;
    private final String hint;

    private JoxException(Kind kind, String problem, String hint, Optional<? extends Throwable> cause) {
        super(
                hint.isEmpty() ? problem : problem + System.lineSeparator() + "hint: " + hint,
                cause.filter(e -> !(e instanceof JoxException)).orElse(null));
        // Maven prints the messages of all causes, and what another of these said is in the problem already
        cause.filter(JoxException.class::isInstance).ifPresent(this::addSuppressed);
        this.kind = kind;
        this.problem = problem;
        this.hint = hint;
    }

    /** A mistake in the project; {@code hint} says what to do next. */
    public static JoxException user(String problem, String hint) {
        return new JoxException(Kind.USER, problem, hint, Optional.empty());
    }

    /** Like {@link #user(String, String)}, with the exception that showed it. */
    public static JoxException user(String problem, String hint, Throwable cause) {
        return new JoxException(Kind.USER, problem, hint, Optional.of(cause));
    }

    /** Trouble with the machine or the network; {@code hint} says what to do next. */
    public static JoxException environment(String problem, String hint) {
        return new JoxException(Kind.ENVIRONMENT, problem, hint, Optional.empty());
    }

    /** Like {@link #environment(String, String)}, with the exception that showed it. */
    public static JoxException environment(String problem, String hint, Throwable cause) {
        return new JoxException(Kind.ENVIRONMENT, problem, hint, Optional.of(cause));
    }

    public Kind kind() {
        return kind;
    }

    /** What is wrong, without the hint. */
    public String problem() {
        return problem;
    }

    /** What to do next; may be empty. */
    public String hint() {
        return hint;
    }
}
