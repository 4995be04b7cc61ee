package org.towercrier.capacity.internal.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.capacity.RuleSetException;
import org.towercrier.capacity.forecast.Forecasts;
import org.towercrier.capacity.forecast.LoadForecast;
import org.towercrier.capacity.forecast.LoadForecast.Crossing;
import org.towercrier.capacity.forecast.Standing;
import org.towercrier.capacity.internal.forecast.ForecastTexts;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.RefusedException;
import org.towercrier.command.Table;
import org.towercrier.command.UsageException;
import org.towercrier.statistics.forecast.Forecast;
import org.towercrier.statistics.forecast.MethodError;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** When the capacity of cells and physical sectors runs out, or why that cannot be said. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "forecast")
public final class ForecastCommand implements HeadlessCommand {

    private static final int LONGEST = 731;

    @Option(names = "--cell", paramLabel = "ID", split = ",")
    List<String> cells = List.of();
    @Option(names = "--days", paramLabel = "N")
    Integer days;
    @Option(names = "--all")
    boolean all;

    @Override
    public String messages() {
        return "OSGI-INF/l10n/alarms";
    }

    @Override
    public int run(CommandContext context) throws StoreException {
        if (days != null && (days < 1 || days > LONGEST)) {
            throw new UsageException("--days is a number from 1 to " + LONGEST);
        }
        Forecasts.Request request = new Forecasts.Request(Set.copyOf(cells), Optional.empty(),
                days == null ? OptionalInt.empty() : OptionalInt.of(days), context.zone());
        try {
            List<LoadForecast> found = context.service(Forecasts.class).forecasts(request,
                    CommandCancellation.of(context.monitor(), context.messages().text("forecast.task")));
            print(context, found);
            context.json(document(found));
            return ExitCode.DONE;
        } catch (RuleSetException e) {
            throw new RefusedException(e.getMessage(), e);
        }
    }

    private void print(CommandContext context, List<LoadForecast> found) {
        if (found.isEmpty()) {
            context.out().println(context.messages().text("forecast.none"));
            return;
        }
        if (!cells.isEmpty()) {
            found.forEach(each -> {
                context.out().println(each.subject().object());
                each.sentences().forEach(sentence -> context.out().println("  " + sentence.text(context.locale())));
            });
            return;
        }
        List<LoadForecast> shown = all ? found : found.stream().filter(each -> each.standing() == Standing.CROSSES).toList();
        if (!shown.isEmpty()) {
            table(context, shown);
        }
        counts(found).forEach((standing, count) -> context.out()
                .println(context.messages().text("forecast.count." + standing, count)));
    }

    private static void table(CommandContext context, List<LoadForecast> shown) {
        Table table = Table.in(context).text(context.messages().text("forecast.column.object"))
                .text(context.messages().text("forecast.column.standing")).text(context.messages().text("forecast.column.expected"))
                .text(context.messages().text("forecast.column.interval")).number(context.messages().text("forecast.column.level"), "", 1)
                .number(context.messages().text("forecast.column.limit"), "", 1).text(context.messages().text("forecast.column.method"));
        for (LoadForecast each : shown) {
            Optional<Crossing> crossing = each.crossing();
            String interval = crossing.flatMap(Crossing::earliest)
                    .map(early -> early + " – " + crossing.flatMap(Crossing::latest).map(LocalDate::toString).orElse("…")).orElse("");
            table.row(each.subject().object(), context.messages().text("forecast.standing." + each.standing()),
                    crossing.flatMap(Crossing::expected).map(LocalDate::toString).orElse(""), interval, each.level(), each.limit(),
                    each.forecast().map(forecast -> ForecastTexts.name(forecast.method()).text(context.locale())).orElse(""));
        }
        table.print(context.out());
    }

    private static Map<String, Long> counts(List<LoadForecast> found) {
        return found.stream().collect(Collectors.groupingBy(each -> each.standing().name(), TreeMap::new, Collectors.counting()));
    }

    private Map<String, Object> document(List<LoadForecast> found) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("counts", counts(found));
        json.put("forecasts", found.stream().map(this::document).toList());
        return json;
    }

    private Map<String, Object> document(LoadForecast each) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("object", each.subject().object());
        json.put("cell", each.subject().cell());
        json.put("sector", each.subject().sector());
        json.put("cells", each.subject().cells());
        json.put("rule", each.rule());
        json.put("kpi", each.kpi());
        json.put("unit", each.unit());
        json.put("limit", each.limit());
        json.put("standing", each.standing().name());
        json.put("reason", each.sentences().getFirst().text(Locale.ENGLISH));
        json.put("lastDay", each.history().length == 0 ? null : each.lastDay().toString());
        json.put("knownDays", each.knownDays());
        json.put("level", each.level());
        json.put("growthPerWeek", each.growth());
        json.put("chance", each.chance());
        json.put("method", each.forecast().map(forecast -> forecast.method().name()));
        json.put("confidence", each.forecast().map(Forecast::confidence));
        json.put("earliest", date(each.crossing().flatMap(Crossing::earliest)));
        json.put("expected", date(each.crossing().flatMap(Crossing::expected)));
        json.put("latest", date(each.crossing().flatMap(Crossing::latest)));
        json.put("errors", each.errors().stream().map(ForecastCommand::error).toList());
        if (!cells.isEmpty()) {
            json.put("days", days(each));
        }
        return json;
    }

    private static Object date(Optional<LocalDate> day) {
        return day.map(LocalDate::toString);
    }

    private static Map<String, Object> error(MethodError error) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("method", error.method().name());
        json.put("forecasts", error.forecasts());
        json.put("mape", error.mape());
        json.put("smape", error.smape());
        json.put("mase", error.mase());
        return json;
    }

    /** What was measured, and what is to be expected. */
    private static List<Map<String, Object>> days(LoadForecast each) {
        List<Map<String, Object>> rows = new ArrayList<>();
        double[] history = each.history();
        for (int i = 0; i < history.length; i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("day", each.firstDay().plusDays(i).toString());
            row.put("value", history[i]);
            rows.add(row);
        }
        each.forecast().ifPresent(forecast -> {
            for (int step = 1; step <= forecast.horizon(); step++) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("day", each.lastDay().plusDays(step).toString());
                row.put("forecast", forecast.value(step));
                row.put("lower", forecast.lower(step));
                row.put("upper", forecast.upper(step));
                row.put("level", forecast.level(step));
                row.put("levelLower", forecast.levelLower(step));
                row.put("levelUpper", forecast.levelUpper(step));
                rows.add(row);
            }
        });
        return rows;
    }
}
