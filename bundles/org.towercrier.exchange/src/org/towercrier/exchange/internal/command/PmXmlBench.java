package org.towercrier.exchange.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import org.towercrier.exchange.MeasCollecWriter;
import org.towercrier.exchange.MeasCollecWriter.Dialect;
import org.towercrier.exchange.MeasCollecWriter.Layout;

/** How fast 3GPP XML becomes rows of the store: reading, checking, merging and committing, files already written. */
@Component
public final class PmXmlBench implements BenchCase {

    private static final int CELLS_PER_ELEMENT = 300;
    private static final Duration PERIOD = Duration.ofMinutes(15);
    private static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");
    private static final List<String> PERCENT = List.of("RRU.PrbTotDl", "RRU.PrbTotUl", "PDCCH.CceUtilisation", "RACH.PreambleUtilisation");
    private static final List<String> OTHERS = List.of("RRU.PrbUsedDl", "RRU.PrbUsedUl", "RRU.PrbAvailDl", "RRU.PrbAvailUl", "RRC.ConnMean",
            "RRC.ConnMax",
            "DRB.MeanActiveUeDl", "DRB.MeanActiveUeUl", "RRC.ConnEstabAtt", "RRC.ConnEstabSucc", "S1SIG.ConnEstabAtt",
            "S1SIG.ConnEstabSucc",
            "ERAB.EstabInitAttNbr", "ERAB.EstabInitSuccNbr", "ERAB.RelActNbr", "ERAB.SessionTimeUE", "DRB.UEThpDl", "DRB.UEThpUl",
            "DRB.PdcpSduVolumeDL",
            "DRB.PdcpSduVolumeUL");

    @Override
    public BenchInfo info() {
        return BenchInfo.of("pm-xml-values-per-second", "3GPP XML, read and stored", "values/s", Goal.atLeast(1_000_000));
    }

    @Override
    public BenchResult run(BenchContext context) throws IOException, ImportException {
        boolean full = context.scale() == BenchScale.FULL;
        int cells = full ? 5_000 : 1_000;
        int files = full ? 96 : 8;
        long bytes = 0;
        for (int i = 0; i < files; i++) {
            context.monitor().checkCancelled();
            bytes += write(context.folder().resolve("A" + i + ".xml"), BEGIN.plus(PERIOD.multipliedBy(i)), cells, i);
        }
        ImportService service = context.service(ImportService.class);
        long before = System.nanoTime();
        ImportReport report = service.run(ImportRequest.of(context.folder()), ImportMonitor.NONE);
        double seconds = (System.nanoTime() - before) / 1e9;
        long rows = (long) cells * files;
        if (report.stored() != rows) {
            throw new IllegalStateException(report.stored() + " rows were stored of " + rows);
        }
        int width = PERCENT.size() + OTHERS.size();
        return new BenchResult(rows * width / seconds, String.format("%,d values in %,d files, %,d MB", rows * width, files, bytes >> 20));
    }

    private static long write(Path file, Instant begin, int cells, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[PERCENT.size() + OTHERS.size()];
        List<String> names = new java.util.ArrayList<>(PERCENT);
        names.addAll(OTHERS);
        try (MeasCollecWriter writer = new MeasCollecWriter(Files.newOutputStream(file), Dialect.MEAS_COLLEC, "Synthetic", "SubNetwork=1",
                "Synthetic=1", begin)) {
            for (int cell = 0; cell < cells; cell++) {
                if (cell % CELLS_PER_ELEMENT == 0) {
                    writer.element("ManagedElement=" + cell / CELLS_PER_ELEMENT);
                    writer.info("cells", begin.plus(PERIOD), PERIOD, names, Layout.PER_RESULT);
                }
                for (int i = 0; i < values.length; i++) {
                    values[i] = i < PERCENT.size() ? random.nextInt(101)
                            : i % 5 == 0 ? random.nextInt(10_000) / 10.0 : random.nextInt(100_000);
                }
                writer.value("ENodeBFunction=1,EUtranCellTDD=" + cell % CELLS_PER_ELEMENT, values, false);
            }
        }
        return Files.size(file);
    }
}
