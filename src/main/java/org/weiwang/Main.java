package org.weiwang;

import org.weiwang.cli.WeiwangCommand;

/** The program's entry. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(WeiwangCommand.run(args));
    }
}
