package org.towercrier.statistics.command.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.Messages;
import org.towercrier.command.RefusedException;
import org.towercrier.command.Table;
import org.towercrier.command.UsageException;
import org.towercrier.exchange.tabular.TableColumn;
import org.towercrier.statistics.value.DerivedImportance;
import org.towercrier.statistics.value.ImportancePerformance;
import org.towercrier.statistics.value.ImportancePerformance.Chart;
import org.towercrier.statistics.value.ImportancePerformance.CrossHair;
import org.towercrier.statistics.value.ImportancePerformance.Rating;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ipa}: importance against performance from a survey table with one row per person who answered. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "ipa")
public final class IpaCommand implements HeadlessCommand {

    /** Fewer different answers than this are no scale of satisfaction. */
    private static final int FEWEST_ANSWERS = 3;

    /** How importance is known. */
    enum Method {
        /** Pearson's correlation of the item with the overall judgement. */
        CORRELATION,
        /** Spearman's rank correlation. */
        RANK,
        /** Standardised coefficients of a regression on all items. */
        REGRESSION,
        /** Answers to a question of their own. */
        STATED
    }

    @Mixin
    TableOptions table = new TableOptions();

    @Option(names = "--overall", paramLabel = "COL")
    Optional<String> overall = Optional.empty();

    @Option(names = "--items", paramLabel = "COL,...")
    Optional<String> items = Optional.empty();

    @Option(names = "--importance", paramLabel = "COL,...")
    Optional<String> importance = Optional.empty();

    @Option(names = "--method", paramLabel = "correlation|rank|regression", defaultValue = "correlation")
    String method = "correlation";

    @Option(names = "--crosshair", paramLabel = "mean|median|middle", defaultValue = "mean")
    String crosshair = "mean";

    @Option(names = "--scale", paramLabel = "MIN-MAX")
    Optional<String> scale = Optional.empty();

    /** The analysis, before it is shown. */
    private record Analysis(Method method, CrossHair crossHair, CrossHair importanceCrossHair, double[] scale, long[] answers,
            Chart chart) {
    }

    @Override
    public int run(CommandContext context) {
        CrossHair hair = crosshair.equals("middle") ? CrossHair.SCALE_MIDDLE
                : Choice.of(CrossHair.class, crosshair, "--crosshair", context);
        Method how = importance.isPresent() ? Method.STATED : Choice.of(Method.class, method, "--method", context);
        if (overall.isEmpty() == importance.isEmpty() || how == Method.STATED && (importance.isEmpty() || items.isEmpty())) {
            throw new UsageException(context.messages().text("Ipa_Options"));
        }
        Input input = Input.open(table, context);
        Optional<String> overallColumn = overall.map(input::column);
        List<String> stated = importance.map(input::columns).orElse(List.of());
        List<String> asked = items.map(input::columns).orElse(List.of());
        if (how == Method.STATED && stated.size() != asked.size()) {
            throw new UsageException(context.messages().text("Ipa_Pairs", asked.size(), stated.size()));
        }
        if (items.isEmpty()) {
            input.allColumns().forEach(input::column);
        }
        input.read();
        List<String> names = items.isPresent() ? asked : likeOverall(input, overallColumn.orElseThrow(), context);
        double[][] answers = names.stream().map(input::numbers).toArray(double[][]::new);
        double[][] weights = stated.stream().map(input::numbers).toArray(double[][]::new);
        double[] judgement = overallColumn.map(input::numbers).orElseGet(() -> new double[0]);
        Analysis analysis = analyse(names, answers, weights, judgement, how, hair, context);
        if (analysis.chart().items().isEmpty()) {
            throw new RefusedException(context.messages().text("Ipa_Nothing", input.path()));
        }
        LeftOut leftOut = input.leftOut();
        overallColumn.ifPresent(name -> leftOut.blanks(input, name, judgement, Rows.all(input.rows())));
        for (int j = 0; j < answers.length; j++) {
            leftOut.blanks(input, names.get(j), answers[j], Rows.all(input.rows()));
        }
        leftOut.tell(context);
        print(input, analysis, context);
        context.json(document(input, overallColumn, names, analysis, leftOut));
        return ExitCode.DONE;
    }

    /** Items when none are named: columns of whole numbers on the scale of the overall judgement. */
    private static List<String> likeOverall(Input input, String overall, CommandContext context) {
        double[] judgement = Arrays.stream(input.numbers(overall)).filter(value -> !Double.isNaN(value)).toArray();
        double least = Arrays.stream(judgement).min().orElse(0);
        double most = Arrays.stream(judgement).max().orElse(0);
        List<String> found = new ArrayList<>();
        for (String name : input.allColumns()) {
            TableColumn column = input.get(name);
            if (!name.equals(overall) && column.numeric() && column.values().size() >= FEWEST_ANSWERS) {
                double[] values = Arrays.stream(input.numbers(name)).filter(value -> !Double.isNaN(value)).toArray();
                boolean fits = Arrays.stream(values).allMatch(value -> value >= least && value <= most && value == Math.rint(value));
                double reach = Arrays.stream(values).max().orElse(0) - Arrays.stream(values).min().orElse(0);
                if (fits && reach * 2 > most - least) {
                    found.add(name);
                }
            }
        }
        if (found.isEmpty()) {
            throw new UsageException(context.messages().text("Ipa_NoItems", overall));
        }
        context.err().println(context.messages().text("Ipa_Found", String.join(", ", found)));
        return found;
    }

    private Analysis analyse(List<String> names, double[][] answers, double[][] weights, double[] judgement, Method how, CrossHair hair,
            CommandContext context) {
        double[] performance = Arrays.stream(answers).mapToDouble(IpaCommand::mean).toArray();
        double[] weight = switch (how) {
            case STATED -> Arrays.stream(weights).mapToDouble(IpaCommand::mean).toArray();
            case CORRELATION -> Arrays.stream(answers).mapToDouble(item -> DerivedImportance.correlation(item, judgement)).toArray();
            case RANK -> Arrays.stream(answers).mapToDouble(item -> DerivedImportance.rankCorrelation(item, judgement)).toArray();
            case REGRESSION -> DerivedImportance.regression(answers, judgement);
        };
        double[] ends = scale(answers, weights, context);
        // a derived importance is on no scale of answers
        CrossHair other = hair == CrossHair.SCALE_MIDDLE && how != Method.STATED ? CrossHair.MEAN : hair;
        List<Rating> ratings = IntStream.range(0, names.size()).mapToObj(j -> new Rating(names.get(j), weight[j], performance[j])).toList();
        Chart chart = ImportancePerformance.place(ratings, line(weight, other, ends), line(performance, hair, ends));
        long[] counts = Arrays.stream(answers).mapToLong(item -> Arrays.stream(item).filter(value -> !Double.isNaN(value)).count())
                .toArray();
        return new Analysis(how, hair, other, ends, counts, chart);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).average().orElse(Double.NaN);
    }

    private static double line(double[] values, CrossHair hair, double[] scale) {
        return hair == CrossHair.SCALE_MIDDLE ? (scale[0] + scale[1]) / 2 : ImportancePerformance.line(values, hair);
    }

    private double[] scale(double[][] answers, double[][] weights, CommandContext context) {
        if (scale.isPresent()) {
            String[] ends = scale.get().split("(?<=\\d)-");
            String number = "-?\\d+(\\.\\d+)?";
            if (ends.length != 2 || !ends[0].strip().matches(number) || !ends[1].strip().matches(number)) {
                throw new UsageException(context.messages().text("Ipa_Scale", scale.get()));
            }
            return new double[]{ Double.parseDouble(ends[0].strip()), Double.parseDouble(ends[1].strip()) };
        }
        double[] all = java.util.stream.Stream.concat(Arrays.stream(answers), Arrays.stream(weights)).flatMapToDouble(Arrays::stream)
                .filter(value -> !Double.isNaN(value)).toArray();
        return new double[]{ Arrays.stream(all).min().orElse(Double.NaN), Arrays.stream(all).max().orElse(Double.NaN) };
    }

    private static Map<String, Object> document(Input input, Optional<String> overall, List<String> names, Analysis analysis,
            LeftOut leftOut) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", input.path());
        document.put("n", input.rows());
        document.put("overall", overall);
        document.put("importance", Choice.literal(analysis.method()));
        Map<String, Object> cross = new LinkedHashMap<>();
        cross.put("performanceAt", Choice.literal(analysis.crossHair()));
        cross.put("performance", analysis.chart().performanceLine());
        cross.put("importanceAt", Choice.literal(analysis.importanceCrossHair()));
        cross.put("importance", analysis.chart().importanceLine());
        cross.put("scale", analysis.scale());
        document.put("crosshair", cross);
        document.put("items", analysis.chart().items().stream().map(item -> {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("item", item.item());
            map.put("n", analysis.answers()[names.indexOf(item.item())]);
            map.put("importance", item.importance());
            map.put("performance", item.performance());
            map.put("quadrant", Choice.literal(item.quadrant()));
            return map;
        }).toList());
        document.put("leftOut", leftOut.reasons());
        return document;
    }

    private static void print(Input input, Analysis analysis, CommandContext context) {
        Messages texts = context.messages();
        Chart chart = analysis.chart();
        context.out().println(texts.text("Ipa_Summary", input.path(), input.rows(), texts.text("Ipa_Method_" + analysis.method())));
        context.out().println(texts.text("Ipa_CrossHair", texts.text("Ipa_CrossHair_" + analysis.crossHair()),
                Figures.number(chart.performanceLine(), 3, context), texts.text("Ipa_CrossHair_" + analysis.importanceCrossHair()),
                Figures.number(chart.importanceLine(), 3, context)));
        context.out().println();
        Table table = Table.in(context).text(texts.text("Ipa_Item")).number(texts.text("Ipa_Importance"), "", 3)
                .number(texts.text("Ipa_Performance"), "", 3).text(texts.text("Ipa_Quadrant")).text(texts.text("Ipa_Action"));
        chart.items().forEach(item -> table.row(item.item(), item.importance(), item.performance(),
                texts.text("Ipa_Quadrant_" + item.quadrant()), texts.text("Ipa_Action_" + item.quadrant())));
        table.print(context.out());
    }

    @Override
    public String messages() {
        return "OSGI-INF/l10n/statistics";
    }
}
