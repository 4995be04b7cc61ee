package org.towercrier.statistics.command.internal;

import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.RefusedException;
import org.towercrier.command.UsageException;
import org.towercrier.exchange.tabular.TableColumn;
import org.towercrier.statistics.command.internal.SurvivalAnalysis.Curve;
import org.towercrier.statistics.command.internal.SurvivalAnalysis.Model;
import org.towercrier.statistics.survival.ConfidenceBand;
import org.towercrier.statistics.survival.CoxModel;
import org.towercrier.statistics.survival.EventTable;
import org.towercrier.statistics.survival.Hazard;
import org.towercrier.statistics.survival.KaplanMeier;
import org.towercrier.statistics.survival.LogRank;
import org.towercrier.statistics.survival.ProportionalHazards;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code survival}: when customers leave, from any table. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "survival")
public final class SurvivalCommand implements HeadlessCommand {

    private static final int MOST_GROUPS = 300;

    @Mixin
    TableOptions table = new TableOptions();

    @Option(names = "--duration", paramLabel = "COL", required = true)
    String duration = "";

    @Option(names = "--event", paramLabel = "COL", required = true)
    String event = "";

    @Option(names = "--event-value", paramLabel = "VALUE")
    Optional<String> eventValue = Optional.empty();

    @Option(names = "--by", paramLabel = "COL")
    Optional<String> by = Optional.empty();

    @Option(names = "--cox", paramLabel = "COL,...")
    Optional<String> cox = Optional.empty();

    @Option(names = "--categorical", paramLabel = "COL,...")
    Optional<String> categorical = Optional.empty();

    @Option(names = "--transform", paramLabel = "km|rank|identity|log", defaultValue = "km")
    String transform = "km";

    @Option(names = "--band", paramLabel = "log-log|log|plain", defaultValue = "log-log")
    String band = "log-log";

    @Option(names = "--level", paramLabel = "LEVEL", defaultValue = "0.95")
    double level = 0.95;

    @Option(names = "--hazard", paramLabel = "WIDTH")
    Optional<Double> hazard = Optional.empty();

    @Override
    public int run(CommandContext context) {
        ConfidenceBand limits = limits(context);
        ProportionalHazards.Transform time = Choice.of(ProportionalHazards.Transform.class, transform, "--transform", context);
        Input input = Input.open(table, context);
        EventColumn events = EventColumn.named(input, event, eventValue);
        String durationColumn = input.column(duration);
        Optional<String> group = by.map(input::column);
        List<String> covariates = cox.map(input::columns).orElse(List.of());
        List<String> categories = categorical.map(input::columns).orElse(List.of());
        input.read();
        LeftOut leftOut = input.leftOut();
        boolean[] used = Rows.all(input.rows());
        double[] durations = durations(input, durationColumn, context);
        leftOut.blanks(input, durationColumn, durations, used);
        double[] happened = events.read(input, context);
        leftOut.blanks(input, events.column(), happened, used);
        Optional<TableColumn> groupColumn = group.map(input::get);
        List<String> groups = groupColumn.map(Groups::of).orElse(List.of("all"));
        if (groups.size() > MOST_GROUPS) {
            throw new UsageException(context.messages().text("Survival_Groups", group.orElse(""), groups.size(), MOST_GROUPS));
        }
        int[] codes = groupColumn.map(column -> column.codes(groups)).orElseGet(() -> new int[input.rows()]);
        leftOut.blanks(input, group.orElse(""), codes, used);
        int[] rows = Rows.of(used);
        if (rows.length == 0) {
            throw new RefusedException(context.messages().text("Table_NothingLeft", input.path()));
        }
        boolean[] event = events(happened, rows);
        List<EventTable> tables = EventTable.byGroup(Rows.at(durations, rows), event, Rows.at(codes, rows), groups.size());
        List<Curve> curves = curves(groups, tables, limits);
        Optional<LogRank.Result> test = groups.size() > 1 ? Optional.of(LogRank.test(tables)) : Optional.empty();
        Optional<Model> model = covariates.isEmpty() ? Optional.empty()
                : Optional.of(model(input, covariates, categories, durations, happened, used, time, context));
        SurvivalAnalysis analysis = new SurvivalAnalysis(input.path(), durationColumn, events, group, limits, curves, test, model, leftOut);
        leftOut.tell(context);
        analysis.print(context);
        context.json(analysis.document());
        return ExitCode.DONE;
    }

    private ConfidenceBand limits(CommandContext context) {
        if (!(level > 0 && level < 1)) {
            throw new UsageException(context.messages().text("Statistics_Level", String.valueOf(level)));
        }
        if (hazard.isPresent() && !(hazard.get() > 0)) {
            throw new UsageException(context.messages().text("Survival_Width", String.valueOf(hazard.get())));
        }
        return new ConfidenceBand(level, Choice.of(ConfidenceBand.Transform.class, band, "--band", context));
    }

    private static double[] durations(Input input, String column, CommandContext context) {
        double[] durations = input.numbers(column);
        for (int row = 0; row < durations.length; row++) {
            if (durations[row] < 0) {
                throw input.refuse(input.line(row), column, context.messages().text("Survival_Negative", input.get(column).text(row)));
            }
        }
        return durations;
    }

    private static boolean[] events(double[] happened, int[] rows) {
        boolean[] events = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            events[i] = happened[rows[i]] == 1;
        }
        return events;
    }

    private List<Curve> curves(List<String> groups, List<EventTable> tables, ConfidenceBand limits) {
        return java.util.stream.IntStream.range(0, groups.size()).filter(i -> tables.get(i).subjects() > 0)
                .mapToObj(i -> new Curve(groups.get(i), KaplanMeier.estimate(tables.get(i), limits),
                        hazard.map(width -> Hazard.byInterval(tables.get(i), width, level)).orElse(List.of())))
                .toList();
    }

    private static Model model(Input input, List<String> wanted, List<String> categories, double[] durations, double[] happened,
            boolean[] used, ProportionalHazards.Transform time, CommandContext context) {
        Covariates covariates = Covariates.of(input, wanted, categories, context);
        boolean[] complete = used.clone();
        LeftOut leftOut = new LeftOut();
        covariates.blanks(input, wanted, leftOut, complete);
        int[] rows = Rows.of(complete);
        leftOut.tell(context);
        try {
            CoxModel model = CoxModel.fit(Rows.at(durations, rows), events(happened, rows), covariates.names(), covariates.rows(rows));
            return new Model(model.fit(), model.proportionalHazards(time), covariates.references(), leftOut);
        } catch (IllegalArgumentException impossible) {
            throw new RefusedException(context.messages().text("Survival_NoModel", String.valueOf(impossible.getMessage())), impossible);
        }
    }

    @Override
    public String messages() {
        return "OSGI-INF/l10n/statistics";
    }
}
