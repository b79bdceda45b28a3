package dev.jox.model.spec;

/** A user name and a password. Never written anywhere but into a file that only this user can read. */
public record Credentials(String user, String password) {
    /** Leaves the password out. */
    @Override
    public String toString() {
        return user + ":****";
    }
}
