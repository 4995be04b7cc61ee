package org.towercrier.statistics.command.internal.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.osgi.service.component.annotations.Component;
import org.towercrier.command.bench.BenchCase;
import org.towercrier.command.bench.BenchContext;
import org.towercrier.command.bench.BenchInfo;
import org.towercrier.command.bench.BenchInfo.Goal;
import org.towercrier.command.bench.BenchResult;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.tabular.BadCellException;
import org.towercrier.exchange.tabular.TableColumn;
import org.towercrier.exchange.tabular.TableFile;
import org.towercrier.exchange.tabular.TableLayout;
import org.towercrier.exchange.tabular.TableRows;
import org.towercrier.statistics.experiment.Experiment;

/** The result of an experiment with two treatments and a control, three outcomes and a score, from a table that is already written. */
@Component
public final class ExperimentBench implements BenchCase {

    private static final int PERSONS = 64_000;
    private static final List<String> ARMS = List.of("none", "message", "call");

    @Override
    public BenchInfo info() {
        return BenchInfo.of("experiment-64k-seconds", "Table of an experiment read, tested and judged, with Qini curves", "s",
                Goal.atMost(1));
    }

    @Override
    public BenchResult run(BenchContext context) throws IOException, ImportRefusedException, BadCellException {
        Path file = write(context.folder().resolve("experiment.csv"), PERSONS);
        // a small one first, so that the figure is not that of loading classes
        judge(write(context.folder().resolve("first.csv"), PERSONS / 16), context);
        long begun = System.nanoTime();
        Experiment.Result result = judge(file, context);
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (result.effects().size() != 6 || result.qini().size() != 6 || !result.sampleRatio().ok()) {
            throw new IllegalStateException("The experiment was not read as written: " + result.effects());
        }
        return new BenchResult(seconds, String.format(Locale.ROOT,
                "%,d persons, 3 arms, 3 outcomes, 200 bootstrap samples of 6 Qini curves, after a small one", PERSONS));
    }

    private static Experiment.Result judge(Path file, BenchContext context) throws IOException, ImportRefusedException, BadCellException {
        TableFile table = TableFile.open(file, TableLayout.BY_CONTENT);
        TableRows rows = table.read(IntStream.range(0, table.columns().size()).toArray(), count -> context.monitor().checkCancelled());
        List<TableColumn> columns = rows.columns();
        List<Experiment.Outcome> outcomes = List.of(outcome(columns.get(1)), outcome(columns.get(2)), outcome(columns.get(3)));
        return Experiment.analyse(Experiment.Setup.of(ARMS, 0), columns.get(0).codes(ARMS), outcomes,
                Optional.of(columns.get(4).numbers()));
    }

    private static Experiment.Outcome outcome(TableColumn column) throws BadCellException {
        return new Experiment.Outcome(column.name(), column.numbers(), false);
    }

    private static Path write(Path file, int persons) throws IOException {
        SplittableRandom random = new SplittableRandom(8);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("arm,visit,order,spend,score\n");
            for (int i = 0; i < persons; i++) {
                int arm = i % ARMS.size();
                double score = random.nextInt(10_000) / 10_000.0;
                boolean visit = random.nextDouble() < 0.10 + arm * 0.03 * score;
                boolean order = visit && random.nextDouble() < 0.06;
                int cents = order ? 1_000 + random.nextInt(30_000) : 0;
                out.write(ARMS.get(arm) + "," + (visit ? 1 : 0) + "," + (order ? 1 : 0) + "," + cents / 100 + "." + cents / 10 % 10
                        + cents % 10
                        + "," + score + "\n");
            }
        }
        return file;
    }
}
