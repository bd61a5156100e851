package org.weiwang.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.weiwang.atlas.Atlas;

/** How long each case took when it was asked once more, by the clock and of the processor. */
final class AddressTimes {
    private final Map<Distortion, List<Double>> millis = new EnumMap<>(Distortion.class);
    private final double[] cpu;

    AddressTimes(Atlas atlas, List<AddressCase> cases) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        cpu = new double[cases.size()];
        for (int i = 0; i < cpu.length; i++) {
            long worked = threads.getCurrentThreadCpuTime();
            long begin = System.nanoTime();
            atlas.find(cases.get(i).text());
            long end = System.nanoTime();
            cpu[i] = (threads.getCurrentThreadCpuTime() - worked) / 1e6;
            millis.computeIfAbsent(cases.get(i).how(), any -> new ArrayList<>())
                    .add((end - begin) / 1e6);
        }
    }

    double[] of(Distortion how) {
        return millis.get(how).stream().mapToDouble(Double::doubleValue).toArray();
    }

    double[] all() {
        return millis.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** Of each case, in milliseconds of processor time. */
    double[] cpu() {
        return cpu.clone();
    }
}
