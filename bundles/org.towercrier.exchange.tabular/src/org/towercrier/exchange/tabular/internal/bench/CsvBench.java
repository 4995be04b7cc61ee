package org.towercrier.exchange.tabular.internal.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;

import org.osgi.service.component.annotations.Component;
import org.towercrier.command.CommandMonitor;
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

/** How fast a table of LTE quarter hours becomes rows of the store: recognised, read, checked, merged and committed; the file is already written. */
@Component
public final class CsvBench implements BenchCase {

    private static final Duration PERIOD = Duration.ofMinutes(15);
    private static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");
    private static final int PERIODS = 96;
    private static final String HEADER = "Time,Cell,RRU.PrbTotDl,RRU.PrbTotUl,RRC.ConnMean,DRB.UEThpDl,DRB.PdcpSduVolumeDL,DRB.PdcpSduVolumeUL";
    private static final String PROFILE = """
            target: CellMeasurement
            format: csv
            time: {columns: [Time], pattern: "yyyy-MM-dd HH:mm", zone: UTC, period: PT15M}
            columns:
              Cell: object
              RRU.PrbTotDl: {attribute: RRU.PrbTotDl, unit: percent}
              RRU.PrbTotUl: {attribute: RRU.PrbTotUl, unit: percent}
              RRC.ConnMean: RRC.ConnMean
              DRB.UEThpDl: DRB.UEThpDl
              DRB.PdcpSduVolumeDL: DRB.PdcpSduVolumeDL
              DRB.PdcpSduVolumeUL: DRB.PdcpSduVolumeUL
            """;

    @Override
    public BenchInfo info() {
        return BenchInfo.of("csv-rows-per-second", "CSV of LTE quarter hours, read and stored", "rows/s", Goal.atLeast(100_000));
    }

    @Override
    public BenchResult run(BenchContext context) throws IOException, ImportException {
        int rows = context.scale() == BenchScale.FULL ? 1_000_000 : 50_000;
        Path profile = Files.writeString(context.folder().resolve("profile.yaml"), PROFILE);
        Path file = context.folder().resolve("quarter-hours.csv");
        write(file, rows, context.monitor());
        ImportService service = context.service(ImportService.class);
        ImportMonitor monitor = new ImportMonitor() {
            @Override
            public boolean cancelled() {
                return context.monitor().cancelled();
            }
        };
        long begun = System.nanoTime();
        ImportReport report = service.run(ImportRequest.of(file).withProfile(profile), monitor);
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (report.stored() != rows) {
            throw new IllegalStateException(report.stored() + " rows were stored of " + rows + ": " + report.files());
        }
        int columns = HEADER.split(",").length;
        return new BenchResult(rows / seconds,
                String.format(Locale.ROOT, "%,d rows of %d columns, %,d MB", rows, columns, Files.size(file) >> 20));
    }

    /** Day by day of as many cells as it takes. */
    private static void write(Path file, int rows, CommandMonitor monitor) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        DateTimeFormatter format = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
        String[] times = new String[PERIODS];
        for (int i = 0; i < PERIODS; i++) {
            times[i] = LocalDateTime.ofInstant(BEGIN.plus(PERIOD.multipliedBy(i)), ZoneOffset.UTC).format(format);
        }
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            out.write('\n');
            StringBuilder line = new StringBuilder();
            for (int row = 0; row < rows; row++) {
                if (row % PERIODS == 0) {
                    monitor.checkCancelled();
                }
                line.setLength(0);
                line.append(times[row % PERIODS]).append(",cell-").append(row / PERIODS);
                decimal(line, random.nextInt(1000));
                decimal(line, random.nextInt(1000));
                decimal(line, random.nextInt(5000));
                decimal(line, random.nextInt(500_000));
                decimal(line, random.nextInt(200_000));
                decimal(line, random.nextInt(20_000));
                out.append(line.append('\n'));
            }
        }
    }

    private static void decimal(StringBuilder line, int tenths) {
        line.append(',').append(tenths / 10).append('.').append(tenths % 10);
    }
}
