package org.weiwang.cli;

import org.weiwang.app.Backend;
import org.weiwang.app.Service;
import org.weiwang.config.Settings;
import org.weiwang.config.SettingsReader;

/** Serves until the process is told to stop (Ctrl-C, SIGTERM), and then stops everything. */
final class Serving {
    private Serving() {}

    /** What is to be done between the start and the first word to the user. */
    @FunctionalInterface
    interface Preparation {
        void run(Backend backend, Service service) throws Exception;
    }

    static void untilStopped(Preparation preparation) throws Exception {
        Settings settings = SettingsReader.read(System.getenv());
        Backend backend = new Backend(settings);
        Service service = new Service(settings, backend);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service, backend), "stop"));
        service.start();
        service.keeper().await(first -> true);
        preparation.run(backend, service);
        System.out.println("Weiwang answers on " + service.uri() + "  (Ctrl-C stops it)");
        Thread.currentThread().join(); // Ends with the process.
    }

    private static void stop(Service service, Backend backend) {
        try (backend) {
            service.close();
        }
    }
}
