package org.towercrier.example.coverage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.towercrier.exchange.ImportContext;
import org.towercrier.exchange.ImportSource;
import org.towercrier.exchange.Importer;
import org.towercrier.exchange.ImporterInfo;
import org.towercrier.exchange.Probe;
import org.towercrier.exchange.Recognition;
import org.towercrier.exchange.RowSink;
import org.towercrier.model.network.NetworkPackage;

/** Reads the list of sites that a survey team brings home: a first line that names the format, then id;latitude;longitude;name. */
@Component
public final class SurveyImporter implements Importer {

    /** First line of every file. */
    public static final String SIGNATURE = "#coverage-survey 1";

    private static final int FIELDS = 4;

    @Override
    public ImporterInfo info() {
        return new ImporterInfo("coverage-survey", "Coverage survey", List.of("survey"), List.of("Site"));
    }

    @Override
    public Recognition recognise(Probe probe) {
        return probe.text().filter(text -> text.startsWith(SIGNATURE)).map(text -> new Recognition(95, "begins with " + SIGNATURE))
                .orElse(Recognition.NONE);
    }

    @Override
    public void read(ImportSource source, ImportContext context) throws IOException {
        RowSink sites = context.rows(NetworkPackage.Literals.SITE);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(source.open(), StandardCharsets.UTF_8))) {
            lines.readLine();
            long number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                readLine(line, number, sites, context);
            }
        }
    }

    private static void readLine(String line, long number, RowSink sites, ImportContext context) {
        String[] fields = line.split(";", -1);
        if (fields.length != FIELDS) {
            context.quarantine(number, "", line, "A line has " + FIELDS + " fields, this one has " + fields.length + ".");
            return;
        }
        try {
            sites.set(sites.column(NetworkPackage.Literals.SITE__ID), fields[0]);
            sites.set(sites.column(NetworkPackage.Literals.SITE__LATITUDE), Double.parseDouble(fields[1]));
            sites.set(sites.column(NetworkPackage.Literals.SITE__LONGITUDE), Double.parseDouble(fields[2]));
            sites.set(sites.column(NetworkPackage.Literals.SITE__NAME), fields[3]);
            sites.end(number);
        } catch (NumberFormatException notANumber) {
            sites.reset();
            context.quarantine(number, "latitude, longitude", line, "The position is not a pair of numbers.");
        }
    }
}
