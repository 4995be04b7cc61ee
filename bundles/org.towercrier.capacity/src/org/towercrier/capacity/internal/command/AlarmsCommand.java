package org.towercrier.capacity.internal.command;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.areas.AreaException;
import org.towercrier.areas.CellPeople;
import org.towercrier.areas.CustomersOfCell;
import org.towercrier.areas.PeopleQuestion;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmFilter;
import org.towercrier.capacity.alarm.AlarmFormat;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.capacity.alarm.HistoryEntry;
import org.towercrier.capacity.alarm.Severities;
import org.towercrier.capacity.situation.Situations;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.Json;
import org.towercrier.command.Table;
import org.towercrier.command.TroubleException;
import org.towercrier.command.UsageException;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.store.StoreException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the alarms, for people, scripts, spreadsheets and TM Forum clients. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "alarms")
public final class AlarmsCommand implements HeadlessCommand {

    /** The formats besides the table and {@code --json}. */
    static final class Format {
        @Option(names = "--csv")
        boolean csv;
        @Option(names = "--tmf642")
        boolean tmf642;
        @Option(names = "--ves")
        boolean ves;
        @Option(names = "--ts28532")
        boolean ts28532;
        @Option(names = "--format", paramLabel = "ID")
        String id;

        Optional<String> asked() {
            return csv ? Optional.of("csv") : tmf642 ? Optional.of("tmf642") : ves ? Optional.of("ves")
                    : ts28532 ? Optional.of("ts28532") : Optional.ofNullable(id);
        }
    }

    @Option(names = "--all")
    boolean all;
    @Option(names = "--kind", split = ",")
    List<String> kinds = List.of();
    @Option(names = "--severity", split = ",")
    List<String> severities = List.of();
    @Option(names = "--cell")
    String cell;
    @Option(names = "--parents")
    boolean parents;
    @Option(names = "--fail-on")
    String failOn;
    @ArgGroup(exclusive = true)
    Format format = new Format();
    @Option(names = "--out")
    Path out;

    @Override
    public String messages() {
        return "OSGI-INF/l10n/alarms";
    }

    @Override
    public int run(CommandContext context) throws StoreException, IOException {
        AlarmFilter filter = new AlarmFilter(all, parse(AlarmKind.class, kinds, "--kind"),
                parse(PerceivedSeverity.class, severities, "--severity"), Optional.ofNullable(cell));
        Optional<PerceivedSeverity> failing = failOn == null ? Optional.empty()
                : parse(PerceivedSeverity.class, List.of(failOn), "--fail-on").stream().findFirst();
        Map<String, String> inhibited = parents ? context.service(Situations.class).inhibited() : Map.of();
        List<Alarm> alarms = context.service(AlarmService.class).list(filter).stream()
                .filter(alarm -> !inhibited.containsKey(alarm.id())).toList();
        Optional<String> asked = format == null ? Optional.empty() : format.asked();
        if (asked.isPresent()) {
            write(context, writer(context, asked.get()), alarms);
        } else if (out != null) {
            StringWriter text = new StringWriter();
            Json.write(text, document(context, alarms));
            Files.writeString(out, text.toString(), StandardCharsets.UTF_8);
            context.err().println(context.messages().text("alarms.written", out));
        } else {
            table(context, alarms);
            if (!inhibited.isEmpty()) {
                context.out().println(context.messages().text("alarms.inhibited", inhibited.size()));
            }
        }
        if (context.wantsJson()) {
            context.json(document(context, alarms));
        }
        boolean bad = failing.isPresent() && alarms.stream().filter(alarm -> alarm.cleared().isEmpty())
                .anyMatch(alarm -> !Severities.worse(failing.get(), alarm.severity()));
        return bad ? ExitCode.CONDITION : ExitCode.DONE;
    }

    private static Map<String, Object> document(CommandContext context, List<Alarm> alarms) {
        Map<String, CellPeople> people = people(context, alarms);
        return Map.of("alarms", alarms.stream().map(alarm -> {
            Map<String, Object> json = AlarmDocument.of(alarm);
            Optional.ofNullable(people.get(alarm.cell())).ifPresent(here -> json.put("people", AlarmDocument.of(here)));
            return json;
        }).toList());
    }

    /** The people behind the alarms by cell; nobody as long as no customers are stored. */
    private static Map<String, CellPeople> people(CommandContext context, List<Alarm> alarms) {
        Optional<CustomersOfCell> customers = context.optionalService(CustomersOfCell.class);
        Set<String> cells = alarms.stream().map(Alarm::cell).collect(Collectors.toCollection(TreeSet::new));
        if (customers.isEmpty() || cells.isEmpty()) {
            return Map.of();
        }
        try {
            Map<String, CellPeople> people = customers.get().of(cells, PeopleQuestion.USUAL);
            return people.values().stream().anyMatch(here -> here.people() > 0) ? people : Map.of();
        } catch (AreaException trouble) {
            throw new TroubleException(trouble.getMessage(), trouble);
        }
    }

    private static AlarmFormat writer(CommandContext context, String id) {
        List<AlarmFormat> installed = context.installed(AlarmFormat.class);
        return installed.stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> new UsageException(context.messages().text("alarms.noFormat", id,
                        installed.stream().map(AlarmFormat::id).sorted().collect(Collectors.joining(", ")))));
    }

    private void write(CommandContext context, AlarmFormat writer, List<Alarm> alarms) throws StoreException, IOException {
        Map<String, List<HistoryEntry>> histories = context.service(AlarmService.class)
                .histories(alarms.stream().map(Alarm::id).toList());
        List<AlarmFormat.Story> stories = alarms.stream()
                .map(alarm -> new AlarmFormat.Story(alarm, histories.getOrDefault(alarm.id(), List.of()))).toList();
        if (out == null) {
            StringWriter text = new StringWriter();
            writer.write(stories, text);
            context.out().print(text.toString());
        } else {
            try (Writer file = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
                writer.write(stories, file);
            }
            context.err().println(context.messages().text("alarms.written", out));
        }
    }

    private static void table(CommandContext context, List<Alarm> alarms) {
        if (alarms.isEmpty()) {
            context.out().println(context.messages().text("alarms.none"));
            return;
        }
        Table table = Table.in(context);
        for (String column : List.of("id", "severity", "kind", "cell", "problem", "raised", "cleared", "acknowledged")) {
            table.text(context.messages().text("alarms.column." + column));
        }
        table.number(context.messages().text("alarms.column.flaps"), "", 0);
        for (Alarm alarm : alarms) {
            Optional<Instant> cleared = alarm.cleared();
            table.row(alarm.id(), alarm.severity().getLiteral(), alarm.kind().getLiteral(), alarm.cell(),
                    alarm.identity().specificProblem(), alarm.raised(), cleared,
                    alarm.acknowledgement().map(ack -> ack.user()), alarm.flapCount());
        }
        table.print(context.out());
        context.out().println(context.messages().text("alarms.count", alarms.size()));
    }

    static <E extends Enum<E>> Set<E> parse(Class<E> type, List<String> words, String option) {
        Set<E> result = EnumSet.noneOf(type);
        for (String word : words) {
            String name = word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
            result.add(Arrays.stream(type.getEnumConstants()).filter(value -> value.name().equals(name)).findFirst()
                    .orElseThrow(() -> new UsageException(option + " " + word + ": one of "
                            + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")))));
        }
        return result;
    }
}
