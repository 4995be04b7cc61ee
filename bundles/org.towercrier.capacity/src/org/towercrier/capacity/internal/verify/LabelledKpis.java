package org.towercrier.capacity.internal.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

import org.towercrier.capacity.internal.detect.Baseline;
import org.towercrier.capacity.internal.series.CellSeries;
import org.towercrier.capacity.internal.series.LocalClock;
import org.towercrier.capacity.internal.series.MeasuredObject;
import org.towercrier.statistics.Quantiles;
import org.towercrier.statistics.classify.Confusion;
import org.towercrier.statistics.classify.LogisticModel;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/**
 * Quarter hours of real cells with a label that says which are unusual, told apart by the seasonal baseline of the product. The file gives
 * the time of the day but no date, and its rows are in no order: the baseline is that of the hour of the day, and what is held out is the
 * last part of the rows. Baselines, limits and coefficients see the first part only.
 */
final class LabelledKpis {

    private static final List<String> KPIS = List.of("PRBUsageUL", "PRBUsageDL", "meanThr_DL", "meanThr_UL", "maxThr_DL", "maxThr_UL",
            "meanUE_DL", "meanUE_UL", "maxUE_DL", "maxUE_UL");
    private static final int LOAD = KPIS.indexOf("PRBUsageDL");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");
    /** A Monday: all rows are put on Mondays, so that the hour of the week is the hour of the day. */
    private static final Instant MONDAY = Instant.parse("2001-01-01T00:00:00Z");
    private static final int PERIOD = 900;
    private static final double TRAINING = 0.7;
    /** Limit of the score that the rule sets come with. */
    private static final double PEAK = 5;
    /** Scores beyond say no more than this one. */
    private static final double FARTHEST = 6;
    private static final double SMALLEST_SCALE = 0.01;
    private static final double RIDGE = 1;

    private final double[][] scores;
    private final boolean[] unusual;
    private final int training;

    private record Row(String cell, int second, double[] values, boolean unusual) {
    }

    private LabelledKpis(double[][] scores, boolean[] unusual, int training) {
        this.scores = scores;
        this.unusual = unusual;
        this.training = training;
    }

    /** Of a file with the columns Time, CellName, the KPIs and Unusual. */
    static LabelledKpis of(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.ISO_8859_1)) {
            for (NamedCsvRecord each : records) {
                rows.add(new Row(each.getField("CellName"), LocalTime.parse(each.getField("Time"), TIME).toSecondOfDay(),
                        KPIS.stream().mapToDouble(kpi -> number(each.getField(kpi))).toArray(), each.getField("Unusual").equals("1")));
            }
        }
        int training = (int) (TRAINING * rows.size());
        boolean[] unusual = new boolean[rows.size()];
        for (int i = 0; i < unusual.length; i++) {
            unusual[i] = rows.get(i).unusual();
        }
        return new LabelledKpis(scores(rows, training), unusual, training);
    }

    private static double number(String text) {
        return text.isBlank() ? Double.NaN : Double.parseDouble(text);
    }

    /** The robust score of each KPI of each row against the baseline of its cell, 0 where it is missing. */
    private static double[][] scores(List<Row> rows, int training) {
        Map<String, List<Row>> cells = new HashMap<>();
        rows.subList(0, training).forEach(row -> cells.computeIfAbsent(row.cell(), cell -> new ArrayList<>()).add(row));
        Map<String, Baseline[]> baselines = new HashMap<>();
        cells.forEach((cell, own) -> baselines.put(cell, baselines(own)));
        double[] smallest = new double[KPIS.size()];
        for (int kpi = 0; kpi < smallest.length; kpi++) {
            int index = kpi;
            smallest[kpi] = SMALLEST_SCALE
                    * Quantiles.median(rows.subList(0, training).stream().mapToDouble(row -> row.values()[index]).toArray());
        }
        double[][] scores = new double[rows.size()][KPIS.size()];
        for (int i = 0; i < scores.length; i++) {
            Row row = rows.get(i);
            Baseline[] of = baselines.get(row.cell());
            int hour = row.second() / (int) Duration.ofHours(1).toSeconds();
            for (int kpi = 0; kpi < smallest.length && of != null; kpi++) {
                double scale = Math.max(Baseline.NORMAL * of[kpi].deviation(hour), smallest[kpi]);
                double score = (row.values()[kpi] - of[kpi].median(hour)) / scale;
                scores[i][kpi] = Double.isNaN(score) ? 0 : score;
            }
        }
        return scores;
    }

    /** The product's own baseline of each KPI: rows of one time of the day are put on one Monday after the other. */
    private static Baseline[] baselines(List<Row> rows) {
        Map<Integer, Integer> weeks = new HashMap<>();
        TreeMap<Long, Row> placed = new TreeMap<>();
        for (Row row : rows) {
            int week = weeks.merge(row.second(), 1, Integer::sum) - 1;
            placed.put(MONDAY.plus(Duration.ofDays(7L * week)).getEpochSecond() + row.second(), row);
        }
        long[] starts = placed.keySet().stream().mapToLong(Long::longValue).toArray();
        MeasuredObject object = new MeasuredObject(1, "cell", "cell", "", "", Set.of());
        CellSeries series = new CellSeries(object, PERIOD, starts, new boolean[starts.length], Map.of(), Map.of());
        LocalClock clock = new LocalClock(ZoneOffset.UTC, MONDAY, Instant.ofEpochSecond(starts[starts.length - 1]));
        Baseline[] baselines = new Baseline[KPIS.size()];
        for (int kpi = 0; kpi < baselines.length; kpi++) {
            int index = kpi;
            double[] values = placed.values().stream().mapToDouble(row -> row.values()[index]).toArray();
            baselines[kpi] = new Baseline(series, values, starts[0], clock);
        }
        return baselines;
    }

    /** The shipped rule for intermittent peaks: downlink load five deviations above its baseline. No label is used. */
    Confusion peakRule() {
        return judged(scores -> scores[LOAD], OptionalDouble.of(PEAK));
    }

    /** Any KPI far above or below its baseline; how far, is learnt. */
    Confusion anyKpi() {
        return judged(row -> Arrays.stream(row).map(Math::abs).max().orElse(0), OptionalDouble.empty());
    }

    /** All KPIs together: how much each distance and its square count, is learnt. */
    Confusion together() {
        double[][] rows = Arrays.stream(scores).map(LabelledKpis::figures).toArray(double[][]::new);
        LogisticModel model = LogisticModel.fit(Arrays.copyOf(rows, training), Arrays.copyOf(unusual, training), RIDGE);
        return judged(row -> model.probability(figures(row)), OptionalDouble.empty());
    }

    private static double[] figures(double[] scores) {
        double[] figures = new double[2 * scores.length];
        for (int i = 0; i < scores.length; i++) {
            double bounded = Math.clamp(scores[i], -FARTHEST, FARTHEST);
            figures[i] = bounded;
            figures[scores.length + i] = bounded * bounded;
        }
        return figures;
    }

    /** Flags the rows held out whose score reaches a limit; without a given one that which does best in the rows before. */
    private Confusion judged(ToDoubleFunction<double[]> score, OptionalDouble given) {
        double[] all = Arrays.stream(scores).mapToDouble(score).toArray();
        double limit = given.orElseGet(() -> Confusion.bestLimit(Arrays.copyOf(all, training), Arrays.copyOf(unusual, training)));
        boolean[] flagged = new boolean[all.length - training];
        for (int i = 0; i < flagged.length; i++) {
            flagged[i] = all[training + i] >= limit;
        }
        return Confusion.of(flagged, Arrays.copyOfRange(unusual, training, unusual.length));
    }

    /** What comes of flagging every row held out. */
    Confusion everything() {
        return judged(row -> 1, OptionalDouble.of(0));
    }
}
