package org.weiwang.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.weiwang.access.Actor;
import org.weiwang.access.Role;
import org.weiwang.access.Secret;
import org.weiwang.access.Token;
import org.weiwang.app.Backend;
import org.weiwang.config.SettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weiwang token}: who may do more than look. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Make, list and revoke API tokens.",
        subcommands = {
            TokenCommand.Create.class,
            TokenCommand.ListAll.class,
            TokenCommand.Revoke.class
        })
final class TokenCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "create, list or revoke?");
    }

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Make a token. Its secret is written once and kept nowhere.")
    static final class Create implements Callable<Integer> {
        @Option(
                names = "--name",
                required = true,
                description = "Whose it is, for the list and the audit.")
        private String name;

        @Option(
                names = "--role",
                required = true,
                description = "What it allows: ${COMPLETION-CANDIDATES}.")
        private Role role;

        @Option(
                names = "--expires",
                paramLabel = "DAYSd|DATE",
                converter = ExpiryConverter.class,
                description = "After so many days (90d), or with the end of a day (2027-12-31).")
        private Instant expires;

        @Spec private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            if (!Token.NAME.matcher(name).matches()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--name must be 1 to 64 of 0-9 A-Z a-z . _ - and begin with a letter or a digit");
            }
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            if (expires != null && !expires.isAfter(now)) {
                throw new ParameterException(spec.commandLine(), "--expires is over already");
            }
            String secret = Secret.make();
            try (Backend backend = new Backend(SettingsReader.read(System.getenv()))) {
                backend.tokens()
                        .create(
                                new Token(name, role, now, expires, null),
                                Secret.hash(secret),
                                Actor.commandLine());
            }
            System.err.println("The secret of token " + name + ", which is shown only now:");
            System.out.println(secret);
            return 0;
        }
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "List the tokens that there are and were.")
    static final class ListAll implements Callable<Integer> {
        private static final String LINE = "%-24s %-10s %-20s %-20s %s%n";

        @Override
        public Integer call() throws Exception {
            try (Backend backend = new Backend(SettingsReader.read(System.getenv()))) {
                System.out.printf(LINE, "NAME", "ROLE", "CREATED", "EXPIRES", "STATE");
                for (Token token : backend.tokens().all()) {
                    System.out.printf(
                            LINE,
                            token.name(),
                            token.role(),
                            second(token.created()),
                            token.expires() == null ? "never" : second(token.expires()),
                            state(token));
                }
            }
            return 0;
        }

        private static Instant second(Instant instant) {
            return instant.truncatedTo(ChronoUnit.SECONDS);
        }

        private static String state(Token token) {
            if (token.revoked() != null) {
                return "revoked " + second(token.revoked());
            }
            return token.isGood(Instant.now()) ? "good" : "expired";
        }
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Make a token good for nothing; servers know within seconds.")
    static final class Revoke implements Callable<Integer> {
        @Parameters(paramLabel = "NAME", description = "The token's name.")
        private String name;

        @Override
        public Integer call() throws Exception {
            try (Backend backend = new Backend(SettingsReader.read(System.getenv()))) {
                backend.tokens().revoke(name, Actor.commandLine());
            }
            System.out.println("revoked " + name);
            return 0;
        }
    }
}
