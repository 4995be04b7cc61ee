package org.towercrier.capacity.report.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmFilter;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.capacity.alarm.Severities;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.report.Facts;
import org.towercrier.report.Grid;
import org.towercrier.report.Grid.Column;
import org.towercrier.report.Report;
import org.towercrier.report.ReportKind;
import org.towercrier.report.ReportRequest;
import org.towercrier.report.Section;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** The alarms that are up, worst first, then newest. */
@Component(service = ReportKind.class)
public final class AlarmsReport implements ReportKind {

    /** Name on the command line. */
    public static final String ID = "alarms";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Store store;
    private final AlarmService alarms;

    @Activate
    public AlarmsReport(@Reference Store store, @Reference AlarmService alarms) {
        this.store = Objects.requireNonNull(store, "store");
        this.alarms = Objects.requireNonNull(alarms, "alarms");
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String label(Locale locale) {
        return new AlarmTexts(locale).text("Alarms_Label");
    }

    @Override
    public Report compose(ReportRequest request) throws StoreException {
        return compose(alarms.summaries(AlarmFilter.ACTIVE), request, CellLabels.read(store)::of);
    }

    /** @param cells what a cell is called */
    static Report compose(List<Alarm> listed, ReportRequest request, UnaryOperator<String> cells) {
        AlarmTexts texts = new AlarmTexts(request.locale());
        List<Alarm> up = listed.stream().filter(alarm -> alarm.cleared().isEmpty())
                .sorted(Comparator.comparing(Alarm::severity, Severities.WORST_FIRST)
                        .thenComparing(Comparator.comparing(Alarm::raised).reversed()).thenComparing(Alarm::id))
                .toList();
        List<String> notices = up.stream().anyMatch(Alarm::synthetic) ? List.of(texts.text("Synthetic")) : List.of();
        Section section = Section.of("alarms", 100, texts.text("Alarms_List"), bySeverity(up, texts),
                table(up, texts, cells).table("", texts.text("Alarms_None")));
        return new Report(texts.text("Alarms_Title"), summary(up, texts, request.zone()), notices, List.of(section),
                Map.of("alarms", up.size(), "bySeverity", counts(up)));
    }

    private static String summary(List<Alarm> up, AlarmTexts texts, ZoneId zone) {
        if (up.isEmpty()) {
            return texts.text("Alarms_None");
        }
        Instant newest = up.stream().map(Alarm::changed).max(Comparator.naturalOrder()).orElseThrow();
        Map<String, Long> kinds = up.stream().collect(Collectors.groupingBy(alarm -> texts.kind(alarm.kind()), TreeMap::new,
                Collectors.counting()));
        return texts.text("Alarms_Summary", up.size(), TIME.format(newest.atZone(zone))) + " " + kinds.entrySet().stream()
                .map(kind -> kind.getKey() + " " + kind.getValue()).collect(Collectors.joining(", ")) + ".";
    }

    /** Number of alarms by literal of their severity. */
    static Map<String, Long> counts(List<Alarm> alarms) {
        return alarms.stream().collect(Collectors.groupingBy(alarm -> alarm.severity().getLiteral(), TreeMap::new,
                Collectors.counting()));
    }

    static Facts bySeverity(List<Alarm> alarms, AlarmTexts texts) {
        Map<String, Long> counts = counts(alarms);
        return new Facts(Arrays.stream(PerceivedSeverity.values()).sorted(Severities.WORST_FIRST)
                .filter(severity -> severity != PerceivedSeverity.CLEARED)
                .filter(severity -> severity != PerceivedSeverity.INDETERMINATE || counts.containsKey(severity.getLiteral()))
                .map(severity -> new Facts.Fact(texts.severity(severity), counts.getOrDefault(severity.getLiteral(), 0L), "",
                        AlarmTexts.tone(severity)))
                .toList());
    }

    private static Grid.Builder table(List<Alarm> alarms, AlarmTexts texts, UnaryOperator<String> cells) {
        Grid.Builder table = Grid.of(Column.text(texts.text("Column_Severity")), Column.text(texts.text("Column_Cell")),
                Column.text(texts.text("Column_Kind")), Column.text(texts.text("Column_Problem")),
                Column.time(texts.text("Column_Raised")), Column.text(texts.text("Column_Acknowledged")));
        alarms.forEach(alarm -> table.row(texts.mark(alarm.severity()), cells.apply(alarm.cell()), texts.kind(alarm.kind()),
                alarm.identity().specificProblem(), alarm.raised(), texts.acknowledged(alarm)));
        return table;
    }
}
