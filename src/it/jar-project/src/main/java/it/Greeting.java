package it;

/** The project's Java side. */
public final class Greeting {
    private Greeting() {}

    public static String text() {
        return "Hello from Java";
    }
}
