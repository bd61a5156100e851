package org.weiwang.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.weiwang.access.Actor;
import org.weiwang.access.Role;
import org.weiwang.access.Secret;
import org.weiwang.access.Token;
import org.weiwang.access.TokenException;
import org.weiwang.access.TokenStore;
import org.weiwang.app.Backend;
import org.weiwang.atlas.AtlasKeeper;
import org.weiwang.edition.ImportException;
import org.weiwang.edition.importing.ImportRequest;
import org.weiwang.geo.Datum;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code weiwang demo}: serves, with the demo county brought in where nothing is in force yet, and
 * a token to publish with.
 */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Serve; where no district is in force yet, bring in the demo county first.",
            "Each start makes a publisher's token that is good for 30 days, and revokes the one of",
            "the start before; tokens that you made stay, whatever their names."
        })
final class DemoCommand implements Callable<Integer> {
    private static final String DISTRICT = "510131";

    /** No {@link Token#NAME}, so that nobody but the demo has made a token of this name. */
    private static final String TOKEN = "(demo)";

    private static final Duration GOOD_FOR = Duration.ofDays(30);

    @Option(
            names = "--from",
            paramLabel = "FOLDER",
            defaultValue = "shapefiles/" + DISTRICT,
            description = "Where the demo county is (default: ${DEFAULT-VALUE}).")
    private Path folder;

    @Override
    public Integer call() throws Exception {
        Serving.untilStopped(
                (backend, service) -> {
                    bringIn(backend, service.keeper());
                    showToken(backend.tokens(), service.uri());
                });
        return 0;
    }

    /** A secret can't be shown again, so each start makes a token in place of the last one's. */
    private static void showToken(TokenStore tokens, URI server) throws TokenException {
        Actor actor = Actor.commandLine();
        if (tokens.all().stream().anyMatch(DemoCommand::isLast)) {
            tokens.revoke(TOKEN, actor);
        }
        String secret = Secret.make();
        Instant now = Instant.now();
        tokens.create(
                new Token(TOKEN, Role.PUBLISHER, now, now.plus(GOOD_FOR), null),
                Secret.hash(secret),
                actor);
        System.out.printf(
                "Token of a publisher, good for %d days or until the demo is started again: %s%n"
                        + "  curl -H 'Authorization: Bearer %s' %s/api/v1/me%n",
                GOOD_FOR.toDays(), secret, secret, server);
    }

    private static boolean isLast(Token token) {
        return token.name().equals(TOKEN) && token.revoked() == null;
    }

    private void bringIn(Backend backend, AtlasKeeper keeper)
            throws ImportException, InterruptedException {
        if (!keeper.await(first -> true).parts().isEmpty()) {
            return;
        }
        System.out.println("Bringing in the demo county from " + folder);
        ReportPrinter.print(backend.importer().run(request()));
        keeper.await(newer -> !newer.parts().isEmpty());
    }

    private ImportRequest request() {
        return new ImportRequest(
                DISTRICT,
                List.of(folder),
                true,
                Actor.commandLine(),
                null,
                null,
                Datum.CGCS2000,
                Map.of(),
                Map.of());
    }
}
