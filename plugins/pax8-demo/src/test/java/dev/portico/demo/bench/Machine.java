package dev.portico.demo.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What the figures are measured on. */
final class Machine {

    private static final double GIB = 1L << 30;

    private Machine() {}

    /** Its cores, memory, system and JDK, and how busy it is with other things. */
    static String describe() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return String.format(
                Locale.ROOT,
                "%d cores, %.0f GiB memory, %s %s, JDK %s (%s), load at the start %s",
                system.getAvailableProcessors(),
                system.getTotalMemorySize() / GIB,
                system.getName(),
                system.getArch(),
                Runtime.version(),
                System.getProperty("java.vm.vendor"),
                load());
    }

    /** Processes that ran or waited to run, on average over the last minute. */
    static String load() {
        return String.format(
                Locale.ROOT, "%.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
