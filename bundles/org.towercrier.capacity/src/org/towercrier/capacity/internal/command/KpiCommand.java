package org.towercrier.capacity.internal.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.capacity.KpiException;
import org.towercrier.capacity.Kpis;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.Table;
import org.towercrier.command.UsageException;
import org.towercrier.model.measurement.KpiDefinition;
import org.towercrier.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A KPI's values, or the list of the KPIs when none is named. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "kpi")
public final class KpiCommand implements HeadlessCommand {

    /** More points than any screen or spreadsheet shows; a script asks cell by cell. */
    private static final int LIMIT = 1_000_000;

    @Parameters(arity = "0..1", paramLabel = "NAME")
    String name;
    @Option(names = "--cell", paramLabel = "ID", split = ",")
    List<String> cells = List.of();
    @Option(names = "--from", paramLabel = "T")
    String from;
    @Option(names = "--to", paramLabel = "T")
    String to;
    @Option(names = "--by", paramLabel = "STEP")
    String by = "hour";
    @Option(names = "--group", paramLabel = "GROUP")
    String group = "cell";

    @Override
    public String messages() {
        return "OSGI-INF/l10n/alarms";
    }

    @Override
    public int run(CommandContext context) throws StoreException {
        Kpis kpis = context.service(Kpis.class);
        if (name == null) {
            list(context, kpis);
            return ExitCode.DONE;
        }
        Kpis.Step step = AlarmsCommand.parse(Kpis.Step.class, List.of(by), "--by").iterator().next();
        Kpis.Grouping grouping = AlarmsCommand.parse(Kpis.Grouping.class, List.of(group), "--group").iterator().next();
        if (step == Kpis.Step.BUSY_HOUR && grouping != Kpis.Grouping.CELL) {
            throw new UsageException("--by busy-hour goes with --group cell only: busy hours are those of a cell");
        }
        Kpis.Request request = new Kpis.Request(name, cells, Times.parse("--from", from, context.zone()),
                Times.parse("--to", to, context.zone()), step, grouping, context.zone(), LIMIT);
        try {
            Kpis.Series series = kpis.evaluate(request,
                    CommandCancellation.of(context.monitor(), context.messages().text("kpi.task", name)));
            print(context, kpis, series);
            context.json(document(context, series, step));
        } catch (KpiException e) {
            throw new UsageException(e.getMessage(), e);
        }
        return ExitCode.DONE;
    }

    private static void list(CommandContext context, Kpis kpis) throws StoreException {
        List<KpiDefinition> definitions = kpis.list();
        Table table = Table.in(context).text(context.messages().text("kpi.column.name"))
                .text(context.messages().text("kpi.column.label")).text(context.messages().text("kpi.column.unit"));
        definitions.forEach(kpi -> table.row(kpi.getName(), kpis.label(kpi, context.locale()), kpi.getUnit()));
        table.print(context.out());
        context.json(Map.of("kpis", definitions.stream().map(kpi -> described(kpi, kpis, context)).toList()));
    }

    private static Map<String, Object> described(KpiDefinition kpi, Kpis kpis, CommandContext context) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", kpi.getName());
        json.put("label", kpis.label(kpi, context.locale()));
        json.put("unit", kpi.getUnit());
        json.put("numerator", kpi.getNumerator());
        json.put("denominator", kpi.getDenominator());
        return json;
    }

    private static void print(CommandContext context, Kpis kpis, Kpis.Series series) {
        if (series.points().isEmpty()) {
            context.out().println(context.messages().text("kpi.none"));
            return;
        }
        Table table = Table.in(context).text(context.messages().text("kpi.column.group"))
                .text(context.messages().text("kpi.column.start"))
                .number(kpis.label(series.definition(), context.locale()), series.definition().getUnit(), 3);
        series.points().forEach(point -> table.row(point.group(), point.start(), point.value()));
        table.print(context.out());
        if (series.truncated()) {
            context.err().println(context.messages().text("kpi.truncated", LIMIT));
        }
    }

    private static Map<String, Object> document(CommandContext context, Kpis.Series series, Kpis.Step step) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kpi", series.definition().getName());
        json.put("unit", series.definition().getUnit());
        json.put("by", step.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        json.put("truncated", series.truncated());
        json.put("values", series.points().stream().map(point -> {
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("cell", point.group());
            value.put("time", point.start().atZone(context.zone()).toOffsetDateTime().toString());
            value.put("seconds", point.seconds());
            value.put("value", point.value().orElse(null));
            return value;
        }).toList());
        return json;
    }
}
