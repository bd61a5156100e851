package org.weiwang.edition.scenario;

/** There is no kept scenario of the id that was given. */
public final class NoSuchScenarioException extends Exception {
    private static final long serialVersionUID = 1;

    public NoSuchScenarioException(String id) {
        super("there is no scenario " + id);
    }
}
