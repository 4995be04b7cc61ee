package org.towercrier.customer.internal.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

import org.osgi.service.component.annotations.Component;
import org.towercrier.command.bench.BenchCase;
import org.towercrier.command.bench.BenchContext;
import org.towercrier.command.bench.BenchInfo;
import org.towercrier.command.bench.BenchInfo.Goal;
import org.towercrier.command.bench.BenchResult;
import org.towercrier.command.bench.BenchScale;
import org.towercrier.exchange.ImportException;
import org.towercrier.exchange.ImportMonitor;
import org.towercrier.exchange.ImportReport;
import org.towercrier.exchange.ImportRequest;
import org.towercrier.exchange.ImportService;

/** How fast a table of customers and months becomes customers and monthly facts, recognised by the names of its columns; the file is already written. */
@Component
public final class CustomerCsvBench implements BenchCase {

    private static final int MONTHS = 24;
    private static final int PER_SECOND = 100_000;

    @Override
    public BenchInfo info() {
        return BenchInfo.of("customers-csv-rows-per-second", "CSV of customers and months, read, linked and stored", "rows/s",
                Goal.atLeast(PER_SECOND));
    }

    @Override
    public BenchResult run(BenchContext context) throws IOException, ImportException {
        int rows = context.scale() == BenchScale.FULL ? 1_200_000 : 60_000;
        Path file = context.folder().resolve("customers.csv");
        write(file, rows);
        ImportService service = context.service(ImportService.class);
        long begun = System.nanoTime();
        ImportReport report = service.run(ImportRequest.of(file), ImportMonitor.NONE);
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (report.stored() != rows) {
            throw new IllegalStateException(report.stored() + " rows were stored of " + rows + ": " + report.files());
        }
        return new BenchResult(rows / seconds,
                String.format(Locale.ROOT, "%,d rows of %,d customers × %d months, %,d MB", rows, rows / MONTHS, MONTHS,
                        Files.size(file) >> 20));
    }

    private static void write(Path file, int rows) throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("customer_id,month,tenure,monthly_bill,voice_minutes,data_mb,sms,complaints\n");
            StringBuilder line = new StringBuilder();
            for (int row = 0; row < rows; row++) {
                int month = row % MONTHS;
                line.setLength(0);
                line.append('C').append(1_000_000 + row / MONTHS).append(',').append(2024 + month / 12).append('-')
                        .append(month % 12 < 9 ? "0" : "").append(month % 12 + 1);
                line.append(',').append(row / MONTHS % 120).append(',').append(random.nextInt(100)).append('.').append(random.nextInt(10));
                line.append(',').append(random.nextInt(600)).append(',').append(random.nextInt(20_000)).append(',')
                        .append(random.nextInt(50));
                line.append(',').append(random.nextInt(50) == 0 ? 1 : 0).append('\n');
                out.append(line);
            }
        }
    }
}
