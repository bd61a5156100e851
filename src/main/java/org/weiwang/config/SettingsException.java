package org.weiwang.config;

import java.util.List;

/** Settings that can't be used, each fault in a line. */
public final class SettingsException extends Exception {
    private static final long serialVersionUID = 1;

    SettingsException(List<String> faults) {
        super("settings:" + String.join("", faults.stream().map(f -> "\n  " + f).toList()));
    }
}
