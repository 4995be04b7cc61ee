package org.towercrier.exchange.tabular.internal.verify;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.towercrier.command.verify.Check;
import org.towercrier.command.verify.CheckContext;
import org.towercrier.command.verify.Checks;
import org.towercrier.exchange.FileReport;
import org.towercrier.exchange.ImportException;
import org.towercrier.exchange.ImportMonitor;
import org.towercrier.exchange.ImportRequest;
import org.towercrier.exchange.ImportService;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** Public tables as their makers left them: imported as found, and what is stored of them compared with another reading. */
@Component
public final class TableChecks implements Checks {

    private static final String LESOTHO = "topology/opencellid/opencellid_mcc651_lesotho.csv";
    private static final String MUNICH = "topology/opencellid/opencellid_munich_mnc1_subset.csv";
    private static final String BRITISH_10 = "topology/uk-lte-cells/23410_merged_cells_eutra.csv";
    private static final String BRITISH_15 = "topology/uk-lte-cells/23415_merged_cells_eutra.csv";
    private static final String MILAN = "topology/milano-grid/milano-grid.geojson";
    private static final String HOURS = "measurements/lte-traffic-hourly/Raw Data - MultiCellHourly.csv";
    private static final String QUARTERS = "measurements/lte-kpi-15min/ML-MATT-CompetitionQT1920_train.csv";
    private static final String OPENCELLID = "OpenCelliD extract, plain reading of its lines";
    private static final String MAKERS = "maker's description of the file";
    private static final String PLAIN = "plain reading of the file's lines";

    /** Sums of numbers in another order. */
    private static final double ROUNDING = 1e-4;

    @Override
    public List<Check> checks() {
        Imports imports = new Imports();
        return List.of(rows(imports, "lesotho", "cells of Lesotho", LESOTHO, 1936),
                rows(imports, "munich", "rows of cells of Munich", MUNICH, 2231),
                Check.number("exchange.tables.uk-lte", "LTE cells of two British operators read", MAKERS, 1516, 0,
                        context -> imports.of(context, BRITISH_10).rows() + imports.of(context, BRITISH_15).rows()),
                rows(imports, "milano", "squares of Milan", MILAN, 10_000),
                rows(imports, "lte-hours", "hours of LTE traffic", HOURS, 43_674),
                rows(imports, "lte-quarters", "quarter hours of LTE indicators", QUARTERS, 36_904), polygons(imports),
                technologies(imports), positions(imports), identities(imports), traffic(imports), load(imports));
    }

    private static Check rows(Imports imports, String id, String what, String file, long published) {
        return Check.number("exchange.tables." + id, what + " read", MAKERS, published, 0, context -> imports.of(context, file).rows());
    }

    private static Check polygons(Imports imports) {
        return Check.number("exchange.tables.milano-polygons", "different polygons of Milan in the store", MAKERS, 10_000, 0, context -> {
            imports.of(context, MILAN);
            return stored(context,
                    "select count(distinct boundary) from region where id like 'milano-%' and boundary like '{\"type\":\"Polygon\"%'");
        });
    }

    private static Check technologies(Imports imports) {
        return Check.number("exchange.tables.lesotho-technologies", "cells of Lesotho by technology, difference of store and file",
                OPENCELLID, 0, 0,
                context -> {
                    PlainTable plain = plain(context, LESOTHO, StandardCharsets.UTF_8);
                    imports.of(context, LESOTHO);
                    return Math.abs(plain.with(1, "GSM") - technology(context, "GSM"))
                            + Math.abs(plain.with(1, "UMTS") - technology(context, "WCDMA"))
                            + Math.abs(plain.with(1, "LTE") - technology(context, "LTE_FDD"));
                });
    }

    private static double technology(CheckContext context, String literal) throws StoreException {
        return stored(context, "select count(*) from cell where mcc = 651 and technology = '" + literal + "'");
    }

    private static Check positions(Imports imports) {
        return Check.number("exchange.tables.lesotho-longitudes", "sum of longitudes in Lesotho, difference of store and file", OPENCELLID,
                0, ROUNDING,
                context -> {
                    imports.of(context, LESOTHO);
                    return stored(context, "select sum(longitude) from cell where mcc = 651")
                            - plain(context, LESOTHO, StandardCharsets.UTF_8).sum(7);
                });
    }

    private static Check identities(Imports imports) {
        return Check.number("exchange.tables.munich-identities", "cells of Munich, difference of store and identities in the file",
                OPENCELLID, 0, 0,
                context -> {
                    imports.of(context, MUNICH);
                    return stored(context, "select count(*) from cell where mcc = 262")
                            - plain(context, MUNICH, StandardCharsets.UTF_8).different(6);
                });
    }

    private static Check traffic(Imports imports) {
        return Check.number("exchange.tables.lte-hours-traffic", "sum of a year's traffic, difference of store and file", PLAIN, 0,
                ROUNDING, context -> {
                    imports.of(context, HOURS);
                    return stored(context, "select sum(value) from counter_value where measurement = 'VALUE'")
                            - plain(context, HOURS, StandardCharsets.UTF_8).sum(5);
                });
    }

    private static Check load(Imports imports) {
        return Check.number("exchange.tables.lte-quarters-load", "sum of downlink PRB use, difference of store and file", PLAIN, 0,
                ROUNDING, context -> {
                    imports.of(context, QUARTERS);
                    return stored(context,
                            "select sum(m.\"prbUsageDl\") from cell_measurement m join managed_object o on o.id = m.object where o.name like '%LTE'")
                            - plain(context, QUARTERS, StandardCharsets.ISO_8859_1).sum(3);
                });
    }

    private static PlainTable plain(CheckContext context, String file, Charset charset) throws IOException {
        return PlainTable.of(context.data(file), charset);
    }

    private static double stored(CheckContext context, String sql) throws StoreException {
        Object value = context.service(Store.class).read(dsl -> dsl.fetchValue(sql));
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalStateException("Nothing is stored");
    }

    /** The files imported so far, each once for all checks of it. */
    private static final class Imports {

        private final Map<String, FileReport> reports = new HashMap<>();

        /** Imports a file without naming a format or a profile, unless that is done already. */
        FileReport of(CheckContext context, String file) throws ImportException {
            Path path = context.data(file);
            FileReport known = reports.get(file);
            if (known == null) {
                known = context.service(ImportService.class).run(ImportRequest.of(path), ImportMonitor.NONE).files().getFirst();
                if (known.refused().isPresent()) {
                    throw new IllegalStateException(known.refused().get());
                }
                reports.put(file, known);
            }
            return known;
        }
    }
}
