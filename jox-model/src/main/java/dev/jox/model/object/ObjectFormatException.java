package dev.jox.model.object;

import java.io.IOException;

/** Bytes that claim to be an object file or an archive and break its format: cut short, or an index that points nowhere. */
public final class ObjectFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    public ObjectFormatException(String message) {
        super(message);
    }

    public ObjectFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
