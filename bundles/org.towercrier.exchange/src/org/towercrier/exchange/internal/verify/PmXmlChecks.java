package org.towercrier.exchange.internal.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.jooq.Record;
import org.osgi.service.component.annotations.Component;
import org.towercrier.command.verify.Check;
import org.towercrier.command.verify.Checks;
import org.towercrier.exchange.ImportException;
import org.towercrier.exchange.ImportMonitor;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.ImportReport;
import org.towercrier.exchange.ImportRequest;
import org.towercrier.exchange.ImportService;
import org.towercrier.exchange.ImportSource;
import org.towercrier.exchange.internal.pm.PmXmlImporter;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** Measurement files of several makers: every value that the importer reads is the one a plain reading of the file finds. */
@Component
public final class PmXmlChecks implements Checks {

    private static final String FOLDER = "measurements/3gpp-pm-xml/";
    private static final String STANDARD = "3GPP TS 32.435 / TS 28.532, read as a document tree";
    private static final String ORAN = FOLDER + "oran-ranpm";
    private static final String FILTER = FOLDER + "onap-pm-mapper/filter_test";

    @Override
    public List<Check> checks() {
        return List.of(same("bodastage", "Bodastage", FOLDER + "bodastage"), same("onap-filter", "ONAP filter test", FILTER),
                same("onap-mapper", "ONAP mapper test", FOLDER + "onap-pm-mapper/mapper_test"), same("oran", "O-RAN", ORAN),
                Check.number("exchange.3gpp-xml.onap-expected",
                        "values that the peer's own filter tests expect and we do not read from their input",
                        "ONAP pm-mapper, filter_test/*/expected.xml", 0, 0, context -> unexpected(context.data(FILTER))),
                Check.number("exchange.3gpp-xml.stored", "values of O-RAN's pm.xml that are not in the store as the file has them",
                        STANDARD, 0, 0,
                        context -> notStored(context.data(ORAN + "/pm.xml"), context.service(ImportService.class),
                                context.service(Store.class))));
    }

    private static Check same(String id, String what, String folder) {
        return Check.number("exchange.3gpp-xml." + id, "values of the " + what + " files read otherwise than by a plain reading", STANDARD,
                0, 0, context -> {
                    int differences = 0;
                    int compared = 0;
                    for (Path file : files(context.data(folder))) {
                        PmReading plain = PlainPmReader.read(file);
                        compared += plain.size();
                        differences += plain.differences(imported(file));
                    }
                    return some(compared, differences);
                });
    }

    /** Nothing compared is nothing shown. */
    private static int some(int compared, int differences) {
        if (compared == 0) {
            throw new IllegalStateException("There is not a single value to compare");
        }
        return differences;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(".xml") || file.toString().endsWith(".xml.gz")).sorted().toList();
        }
    }

    private static PmReading imported(Path file) throws IOException, ImportRefusedException {
        CollectingContext context = new CollectingContext();
        new PmXmlImporter().read(new FileSource(file), context);
        return context.reading();
    }

    /** The peer keeps some of the values: each of them must be among those that we read from the unfiltered file. */
    private static int unexpected(Path folder) throws IOException, ImportRefusedException {
        int missing = 0;
        int compared = 0;
        List<Path> inputs = new ArrayList<>(files(folder));
        inputs.removeIf(file -> !file.endsWith("test.xml"));
        for (Path input : inputs) {
            PmReading expected = PlainPmReader.read(input.resolveSibling("expected.xml"));
            compared += expected.size();
            missing += expected.notIn(imported(input));
        }
        return some(compared, missing);
    }

    /** By way of the whole import: its checks, the merge and the store. */
    private static int notStored(Path file, ImportService imports, Store store) throws IOException, ImportException, StoreException {
        ImportReport report = imports.run(ImportRequest.of(file), ImportMonitor.NONE);
        if (report.anyRefused()) {
            throw new IllegalStateException(report.toString());
        }
        List<Record> rows = store
                .read(sql -> List.copyOf(sql.fetch("select o.name, v.measurement, epoch_us(v.start) as start, v.period, v.value, v.text"
                        + " from counter_value v join managed_object o on o.id = v.object")));
        PmReading stored = new PmReading();
        for (Record row : rows) {
            long start = row.get("start", Long.class);
            int seconds = row.get("period", Integer.class);
            String object = row.get("name", String.class);
            String measurement = row.get("measurement", String.class);
            Double value = row.get("value", Double.class);
            if (value == null) {
                stored.text(object, measurement, start, seconds, row.get("text", String.class));
            } else {
                stored.number(object, measurement, start, seconds, value);
            }
        }
        PmReading plain = PlainPmReader.read(file);
        return some(plain.size(), plain.notIn(stored));
    }

    /** A file, decompressed when it is packed. */
    private record FileSource(Path file) implements ImportSource {

        @Override
        public String name() {
            return file.getFileName().toString().replaceFirst("\\.gz$", "");
        }

        @Override
        public InputStream open() throws IOException {
            InputStream raw = Files.newInputStream(file);
            return file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        }

        @Override
        public long size() {
            return file.toFile().length();
        }
    }
}
