package org.towercrier.bench.internal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a process measured.
 *
 * @param value
 *            the figure
 * @param size
 *            the size it was measured on
 * @param peakMemoryMiB
 *            greatest memory of the process
 */
record Measured(double value, String size, Optional<Double> peakMemoryMiB) {

    private static final double KIB_PER_MIB = 1024;

    /** The greatest resident memory of this process; where the system does not tell, that of the Java heap. */
    static Optional<Double> peakMemory() {
        Path status = Path.of("/proc/self/status");
        if (Files.isReadable(status)) {
            try {
                Optional<Double> resident = Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM:"))
                        .map(line -> line.replaceAll("\\D", "")).map(kib -> Double.parseDouble(kib) / KIB_PER_MIB)
                        .findFirst();
                if (resident.isPresent()) {
                    return resident;
                }
            } catch (IOException unreadable) {
                return Optional.of(heap());
            }
        }
        return Optional.of(heap());
    }

    private static double heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(MemoryUsage::getUsed).sum() / KIB_PER_MIB / KIB_PER_MIB;
    }
}
