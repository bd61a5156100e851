package org.weiwang.access;

/**
 * Who does something, for the record.
 *
 * @param name of the token or the user, or of the account that runs a command; null for one who has
 *     not said, who can do nothing that is put on record
 * @param origin where from: a network address, or {@link #COMMAND_LINE}
 */
public record Actor(String name, String origin) {
    public static final String COMMAND_LINE = "command line";

    /** The account that runs this process. */
    public static Actor commandLine() {
        return new Actor(System.getProperty("user.name"), COMMAND_LINE);
    }
}
