package org.weiwang.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.weiwang.access.Actor;
import org.weiwang.app.Backend;
import org.weiwang.atlas.AtlasKeeper;
import org.weiwang.edition.ImportException;
import org.weiwang.edition.importing.ImportRequest;
import org.weiwang.geo.Datum;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code weiwang demo}: serves, with the demo county brought in where nothing is in force yet. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Serve; where no district is in force yet, bring in the demo county first.")
final class DemoCommand implements Callable<Integer> {
    private static final String DISTRICT = "510131";

    @Option(
            names = "--from",
            paramLabel = "FOLDER",
            defaultValue = "shapefiles/" + DISTRICT,
            description = "Where the demo county is (default: ${DEFAULT-VALUE}).")
    private Path folder;

    @Override
    public Integer call() throws Exception {
        Serving.untilStopped(this::bringIn);
        return 0;
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
