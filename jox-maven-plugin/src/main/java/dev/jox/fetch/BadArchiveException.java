package dev.jox.fetch;

import java.io.IOException;

/** The archive, not the place it is unpacked to, is at fault. */
final class BadArchiveException extends IOException {
    private static final long serialVersionUID = 1L;

    BadArchiveException(String message) {
        super(message);
    }

    private BadArchiveException(String message, Throwable cause) {
        super(message, cause);
    }

    /** For what a decoder threw. */
    static BadArchiveException damaged(Exception e) {
        if (e instanceof BadArchiveException bad) {
            return bad;
        }
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new BadArchiveException("it is damaged or truncated (" + message + ")", e);
    }
}
