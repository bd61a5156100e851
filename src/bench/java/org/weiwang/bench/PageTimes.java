package org.weiwang.bench;

import com.sun.management.ThreadMXBean;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.weiwang.http.ogc.PageWork;

/**
 * How long one thread works on a page, without request, compression or network.
 *
 * @param millis of each turn, for a page, by the clock
 * @param processorMillis likewise, that the thread had a processor
 * @param allocated bytes of memory that a page takes and leaves
 */
record PageTimes(List<Double> millis, List<Double> processorMillis, long allocated) {
    private static final int PAGES = 200;

    static PageTimes of(PageWork work, int limit, int rounds) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        List<Double> millis = new ArrayList<>();
        List<Double> processorMillis = new ArrayList<>();
        write(work, limit);
        write(work, limit);
        long before = threads.getCurrentThreadAllocatedBytes();
        write(work, limit);
        long allocated = (threads.getCurrentThreadAllocatedBytes() - before) / PAGES;
        for (int round = 0; round < rounds; round++) {
            long begin = System.nanoTime();
            long processor = threads.getCurrentThreadCpuTime();
            write(work, limit);
            processorMillis.add((threads.getCurrentThreadCpuTime() - processor) / 1e6 / PAGES);
            millis.add((System.nanoTime() - begin) / 1e6 / PAGES);
        }
        return new PageTimes(millis, processorMillis, allocated);
    }

    private static void write(PageWork work, int limit) throws Exception {
        for (int page = 0; page < PAGES; page++) {
            work.write(limit, OutputStream.nullOutputStream());
        }
    }
}
