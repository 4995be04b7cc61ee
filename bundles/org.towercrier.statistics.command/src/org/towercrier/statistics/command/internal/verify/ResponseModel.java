package org.towercrier.statistics.command.internal.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.tabular.BadCellException;
import org.towercrier.exchange.tabular.TableColumn;
import org.towercrier.exchange.tabular.TableFile;
import org.towercrier.exchange.tabular.TableLayout;
import org.towercrier.statistics.classify.LogisticModel;
import org.towercrier.statistics.experiment.Qini;

/** Who responds to a telephone campaign, learnt from a part of its contacts by what was known before the call, and judged on the others. */
final class ResponseModel {

    private static final List<String> KINDS = List.of("job", "marital", "education", "default", "housing", "loan", "contact", "month",
            "day_of_week", "poutcome");
    private static final List<String> NUMBERS = List.of("campaign", "previous", "emp.var.rate", "cons.price.idx", "cons.conf.idx",
            "euribor3m",
            "nr.employed");
    private static final String AGE = "age";
    private static final String SINCE = "pdays";
    private static final double NEVER = 999;
    private static final double RIDGE = 1;

    private final boolean[] responded;
    private final double[][] features;

    /**
     * Held-out contacts, those with the highest score first.
     *
     * @param responded did they respond?
     * @param scores what the model gives them
     */
    record Judged(boolean[] responded, double[] scores) {

        /** Share of the responses among the part of that share that is contacted first; contacts of equal score count evenly. */
        double gain(double share) {
            double wanted = share * scores.length;
            double found = 0;
            double all = 0;
            int from = 0;
            while (from < scores.length) {
                int end = from;
                double here = 0;
                while (end < scores.length && scores[end] == scores[from]) {
                    here += responded[end++] ? 1 : 0;
                }
                found += here * Math.clamp((wanted - from) / (end - from), 0, 1);
                all += here;
                from = end;
            }
            return found / all;
        }

        /** Area below the curve of the share of responses over the share of contacts (ALIFT), by trapezia between distinct scores. */
        double gainArea() {
            double area = 0;
            double found = 0;
            int from = 0;
            while (from < scores.length) {
                int end = from;
                double here = 0;
                while (end < scores.length && scores[end] == scores[from]) {
                    here += responded[end++] ? 1 : 0;
                }
                area += (found + here / 2) * (end - from);
                found += here;
                from = end;
            }
            return area / (found * scores.length);
        }

        double rate() {
            return IntStream.range(0, responded.length).filter(i -> responded[i]).count() / (double) responded.length;
        }

        /** Area below the receiver operating characteristic: of those who responded and those who did not, how often the former score higher. */
        double auc() {
            double rate = rate();
            return (gainArea() - rate / 2) / (1 - rate);
        }

        /** Qini coefficient with everybody treated: without a control group it says nothing about what the contact caused. */
        double qini() {
            boolean[] treated = new boolean[scores.length];
            Arrays.fill(treated, true);
            double[] outcomes = IntStream.range(0, scores.length).mapToDouble(i -> responded[i] ? 1 : 0).toArray();
            return Qini.of(treated, outcomes, scores).coefficient();
        }
    }

    private ResponseModel(boolean[] responded, double[][] features) {
        this.responded = responded;
        this.features = features;
    }

    /** Reads contacts in the order of their dates. The duration of the call is not looked at. */
    static ResponseModel of(Path path) throws IOException, ImportRefusedException, BadCellException {
        TableFile file = TableFile.open(path, TableLayout.BY_CONTENT);
        List<String> wanted = new ArrayList<>(List.of("y", AGE, SINCE));
        wanted.addAll(NUMBERS);
        wanted.addAll(KINDS);
        int[] positions = new int[wanted.size()];
        for (int i = 0; i < positions.length; i++) {
            String name = wanted.get(i);
            positions[i] = file.find(name).orElseThrow(() -> new ImportRefusedException("There is no column " + name));
        }
        List<TableColumn> columns = file.read(positions, rows -> {}).columns();
        double[] truth = columns.get(0).truth();
        boolean[] responded = new boolean[truth.length];
        for (int i = 0; i < truth.length; i++) {
            responded[i] = truth[i] == 1;
        }
        List<double[]> features = new ArrayList<>();
        ages(columns.get(1).numbers(), features);
        since(columns.get(2).numbers(), features);
        for (int i = 0; i < NUMBERS.size(); i++) {
            features.add(standard(columns.get(3 + i).numbers()));
        }
        for (int i = 0; i < KINDS.size(); i++) {
            kinds(columns.get(3 + NUMBERS.size() + i), features);
        }
        double[][] rows = new double[truth.length][features.size()];
        for (int feature = 0; feature < features.size(); feature++) {
            for (int row = 0; row < rows.length; row++) {
                rows[row][feature] = features.get(feature)[row];
            }
        }
        return new ResponseModel(responded, rows);
    }

    /** The young and the old respond alike: the square, too. */
    private static void ages(double[] ages, List<double[]> features) {
        double[] standard = standard(ages);
        features.add(standard);
        features.add(standard(Arrays.stream(standard).map(age -> age * age).toArray()));
    }

    private static void since(double[] days, List<double[]> features) {
        features.add(Arrays.stream(days).map(day -> day == NEVER ? 0 : 1).toArray());
        features.add(standard(Arrays.stream(days).map(day -> day == NEVER ? 0 : day).toArray()));
    }

    private static void kinds(TableColumn column, List<double[]> features) {
        for (String kind : new TreeSet<>(column.values())) {
            features.add(IntStream.range(0, column.rows()).mapToDouble(row -> kind.equals(column.text(row)) ? 1 : 0).toArray());
        }
    }

    /** To mean 0 and spread 1 over all rows: the outcome is not looked at. */
    private static double[] standard(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double spread = Math.sqrt(Arrays.stream(values).map(value -> (value - mean) * (value - mean)).average().orElse(0));
        return Arrays.stream(values).map(value -> spread == 0 ? 0 : (value - mean) / spread).toArray();
    }

    int contacts() {
        return responded.length;
    }

    /** Share of all contacts that responded. */
    double rate() {
        return IntStream.range(0, responded.length).filter(i -> responded[i]).count() / (double) responded.length;
    }

    /** Learns from the rows that are not held out, and scores those that are. */
    Judged judge(IntPredicate heldOut) {
        int[] learnt = IntStream.range(0, responded.length).filter(heldOut.negate()).toArray();
        boolean[] truth = new boolean[learnt.length];
        for (int i = 0; i < learnt.length; i++) {
            truth[i] = responded[learnt[i]];
        }
        LogisticModel model = LogisticModel.fit(Arrays.stream(learnt).mapToObj(row -> features[row]).toArray(double[][]::new), truth,
                RIDGE);
        double[] all = Arrays.stream(features).mapToDouble(model::probability).toArray();
        int[] order = IntStream.range(0, responded.length).filter(heldOut).boxed()
                .sorted((one, other) -> Double.compare(all[other], all[one])).mapToInt(Integer::intValue).toArray();
        boolean[] outcome = new boolean[order.length];
        double[] scores = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            outcome[i] = responded[order[i]];
            scores[i] = all[order[i]];
        }
        return new Judged(outcome, scores);
    }
}
