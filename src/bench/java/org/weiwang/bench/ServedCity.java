package org.weiwang.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** {@code weiwang serve} in a process of its own, with an eye on its heap. Thread-safe. */
final class ServedCity implements AutoCloseable {
    /** What a city may take, and a quarter more for publishing. */
    static final int HEAP_MEBIBYTES = 2_560;

    private static final Path LOG = Results.FOLDER.resolve("city-serve.log");
    private static final Pattern ANSWERS = Pattern.compile("answers on (http://[0-9.:]+)");
    private static final long LOOK_MILLIS = 100;

    private final Process process;
    private final URI uri;
    private final JMXConnector connector;
    private final MemoryMXBean memory;
    private final OperatingSystemMXBean system;

    private ServedCity(Process process, URI uri) throws IOException {
        this.process = process;
        this.uri = uri;
        this.connector = JMXConnectorFactory.connect(new JMXServiceURL(agent(process)));
        MBeanServerConnection beans = connector.getMBeanServerConnection();
        this.memory = ManagementFactory.getPlatformMXBean(beans, MemoryMXBean.class);
        this.system = ManagementFactory.getPlatformMXBean(beans, OperatingSystemMXBean.class);
    }

    /** Returns when it answers. */
    static ServedCity start() throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        "java",
                        "-Dfile.encoding=UTF-8",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Xmx" + HEAP_MEBIBYTES + "m",
                        "-jar",
                        "target/weiwang.jar",
                        "serve");
        builder.environment().put("WEIWANG_DATA", City.DATA.toString());
        builder.environment().put("WEIWANG_PORT", "0");
        // It has memory of its own, for which this heap is not meant.
        builder.environment().put("WEIWANG_CIRCLE", "no");
        Process process = builder.redirectErrorStream(true).redirectOutput(LOG.toFile()).start();
        try {
            return new ServedCity(process, uri(process));
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.destroy();
            throw e;
        }
    }

    private static URI uri(Process process) throws IOException, InterruptedException {
        Matcher answers = ANSWERS.matcher(Files.readString(LOG));
        while (!answers.find()) {
            if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IOException("the server has ended: " + Files.readString(LOG));
            }
            answers = ANSWERS.matcher(Files.readString(LOG));
        }
        return URI.create(answers.group(1));
    }

    private static String agent(Process process) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
            try {
                return machine.startLocalManagementAgent();
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException e) {
            throw new IOException(e);
        }
    }

    URI uri() {
        return uri;
    }

    /** What is left of the heap in use when all garbage is collected, in bytes. */
    long inUse() {
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    /** The processor time that it has had. */
    double processorSeconds() {
        return system.getProcessCpuTime() / 1e9;
    }

    @Override
    public void close() throws IOException {
        try {
            connector.close();
        } finally {
            process.destroy();
            process.onExit().join();
        }
    }
}
