package org.weiwang.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code weiwang serve}: answers until it is stopped. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serve the map and the API until stopped.")
final class ServeCommand implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
        Serving.untilStopped((backend, service) -> {});
        return 0;
    }
}
