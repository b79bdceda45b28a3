package dev.jox.it;

import java.util.List;

/**
 * Runs the executables of the case {@code restrictions} in each place that takes something away: {@code plain} uses no
 * third-party extension, {@code memory} loads one from memory, {@code files} one that the policy put into {@code lib}.
 */
public final class Restrictions {
    private static final int NOT_LOADED = 127;
    private static final String PLAIN = """
            {"argv": ["one"], "array": true, "asyncio": "slept", "base64": "eA==", "callback": 5,\
             "compressed": [true, true, true], "conversation": "through a socket", "database": 6, "date": "2024-02-29",\
             "decimal": "0.3", "digest": "e3b0c442", "random": true, "root": 7, "tls": true,\
             "unicode": "LATIN SMALL LETTER A WITH DIAERESIS", "uuid": "aad03681", "xml": "c"}
            """;
    private static final String ESCAPED = "&lt;a &amp; b&gt;\nC\n";

    private final Case built;

    public Restrictions(Case built) {
        this.built = built;
    }

    public void verify() {
        for (Jail jail : everywhere()) {
            plain(jail);
            escaped("memory", jail);
            escaped("files", jail);
        }
        for (Jail jail : List.of(Jail.empty().withoutProc(), Jail.empty().withMemfdRefused())) {
            plain(jail);
            escaped("files", jail);
        }
        refused(Jail.empty().withoutProc(), "/proc");
        refused(Jail.empty().withMemfdRefused(), "memfd_create");
    }

    private static List<Jail> everywhere() {
        return List.of(
                Jail.empty(),
                Jail.empty().withOtherUser(),
                Jail.empty().withReadOnlyFiles(),
                Jail.empty().withNoexecTmp(),
                Jail.empty().withOtherUser().withReadOnlyFiles().withNoexecTmp());
    }

    private void plain(Jail jail) {
        Program plain = built.executable("plain").in(jail);
        plain.run("one").succeeds().prints(PLAIN);
        plain.with("PATH").with("HOME").with("LC_ALL").run("one").succeeds().prints(PLAIN);
    }

    private void escaped(String name, Jail jail) {
        Jail place = name.equals("files") ? jail.withBeside(built.file("target/lib")) : jail;
        Program program = built.executable(name).in(place);
        program.run().succeeds().prints(ESCAPED);
        program.with("PATH").with("HOME").with("LC_ALL").run().succeeds().prints(ESCAPED);
    }

    /** One line that says what the kernel refuses, and what the pom can say about it. */
    private void refused(Jail jail, String cause) {
        built.executable("memory")
                .in(jail)
                .run()
                .exits(NOT_LOADED)
                .prints("")
                .complainsInOneLine()
                .complains("markupsafe")
                .complains(cause)
                .complains("filesystem-relative");
    }
}
