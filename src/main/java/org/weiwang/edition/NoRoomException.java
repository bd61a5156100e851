package org.weiwang.edition;

import java.io.IOException;

/** There is no room for files that are needed for a while; nothing changed. */
public final class NoRoomException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param message names the folder, for the operator alone
     */
    public NoRoomException(String message, IOException cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
