package org.weiwang.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.weiwang.access.Actor;
import org.weiwang.app.Backend;
import org.weiwang.config.SettingsReader;
import org.weiwang.edition.Publication;
import org.weiwang.edition.Publisher;
import org.weiwang.edition.Replaced;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code weiwang publish}: puts an edition in force, now or at a later time. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = {
            "Put an edition in force; publishing an earlier one rolls back to it.",
            "To take back a publication that is still to come, publish the edition that is to stay for the same time."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:published", "1:nothing was done", "2:the command's words are off"})
final class PublishCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "EDITION", description = "Such as 510131-2.")
    private String edition;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = TimeOption.class,
            description =
                    "From when on, such as 2026-12-01T00:00:00+08:00; without an offset it is a time of this machine's zone (default: now).")
    private Instant at;

    @Option(
            names = "--replaces",
            paramLabel = "EDITION",
            converter = ReplacedConverter.class,
            description = {
                "Publish only if without this it is this edition that would be in force at that time;",
                "none stands for no edition (default: whatever would be)."
            })
    private Replaced replaced;

    @Override
    public Integer call() throws Exception {
        try (Backend backend = new Backend(SettingsReader.read(System.getenv()))) {
            Publisher.Result result =
                    backend.publisher().publish(edition, at, replaced, Actor.commandLine());
            Publication publication = result.publication();
            System.out.printf(
                    "edition %s: in force from %s on%n",
                    publication.edition().id(), TimeOption.show(publication.effectiveFrom()));
            result.late()
                    .notPrepared()
                    .forEach(server -> System.out.println("not prepared in time: " + server));
            result.late()
                    .withoutCircle()
                    .forEach(
                            server ->
                                    System.out.println(
                                            "living circle not in force yet: " + server));
            return 0;
        }
    }

    static final class ReplacedConverter implements ITypeConverter<Replaced> {
        @Override
        public Replaced convert(String text) {
            return new Replaced(text.equals("none") ? null : text);
        }
    }
}
