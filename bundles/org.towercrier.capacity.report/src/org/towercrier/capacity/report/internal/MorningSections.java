package org.towercrier.capacity.report.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.towercrier.areas.AreaException;
import org.towercrier.areas.CellPeople;
import org.towercrier.areas.CustomersOfCell;
import org.towercrier.areas.PeopleQuestion;
import org.towercrier.capacity.Evidence;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.handover.HandOver;
import org.towercrier.capacity.situation.Situation;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.report.Block;
import org.towercrier.report.Chart;
import org.towercrier.report.Facts;
import org.towercrier.report.Grid;
import org.towercrier.report.Grid.Column;
import org.towercrier.report.Paragraph;
import org.towercrier.report.ReportRequest;
import org.towercrier.report.Section;
import org.towercrier.report.Tone;

/** The parts of the morning report. */
final class MorningSections {

    /** Rows of a table at most; what is left out is said. */
    static final int MOST = 50;
    private static final int WORST = 20;
    private static final int MOST_BARS = 72;

    private final Shift shift;
    private final AlarmTexts texts;
    private final ReportRequest request;
    private final UnaryOperator<String> cells;

    /** @param cells what a cell is called */
    MorningSections(Shift shift, AlarmTexts texts, ReportRequest request, UnaryOperator<String> cells) {
        this.shift = shift;
        this.texts = texts;
        this.request = request;
        this.cells = cells;
    }

    Section overview() {
        List<Alarm> up = shift.up();
        Facts counts = Facts.of(Facts.Fact.of(texts.text("Morning_New"), shift.raised().size()),
                Facts.Fact.of(texts.text("Morning_Cleared"), shift.cleared().size()), Facts.Fact.of(texts.text("Morning_Up"), up.size()),
                Facts.Fact.of(texts.text("Morning_Unacknowledged"), up.stream().filter(alarm -> alarm.acknowledgement().isEmpty()).count()),
                Facts.Fact.of(texts.text("Morning_Forecast"), shift.forecasts().size()));
        return Section.of("overview", 100, texts.text("Morning_Overview"), counts, AlarmsReport.bySeverity(up, texts), byHour());
    }

    /** Raised and cleared alarms, hour by hour; by day or longer when there are too many hours. */
    private Chart byHour() {
        long hours = Math.max(1, Duration.between(shift.since(), shift.until()).toHours());
        long step = Math.max(1, (hours + MOST_BARS - 1) / MOST_BARS);
        Instant first = shift.since().truncatedTo(ChronoUnit.HOURS);
        List<Instant> begins = new ArrayList<>();
        for (Instant begin = first; begin.isBefore(shift.until()); begin = begin.plus(step, ChronoUnit.HOURS)) {
            begins.add(begin);
        }
        double[] raised = new double[begins.size()];
        double[] cleared = new double[begins.size()];
        shift.rises().forEach(rise -> count(raised, first, step, rise.stretch().raised()));
        shift.cleared().forEach(alarm -> alarm.cleared().ifPresent(when -> count(cleared, first, step, when)));
        return Chart.of(texts.text("Morning_Course"), new Chart.Times(texts.text("Morning_Time"), begins),
                new Chart.Quantity(texts.text("Alarms_Count"), ""),
                new Chart.Series(texts.text("Morning_New"), Chart.Style.BARS, Tone.MAJOR, boxed(raised)),
                new Chart.Series(texts.text("Morning_Cleared"), Chart.Style.BARS, Tone.CLEARED, boxed(cleared)));
    }

    private static void count(double[] counts, Instant first, long step, Instant when) {
        int place = (int) (Duration.between(first, when).toHours() / step);
        counts[Math.clamp(place, 0, counts.length - 1)]++;
    }

    private static List<Double> boxed(double[] values) {
        return java.util.Arrays.stream(values).boxed().toList();
    }

    Section handOver(List<HandOver.Note> notes) {
        List<Block> blocks = new ArrayList<>();
        for (HandOver.Note note : notes) {
            String when = java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", java.util.Locale.ROOT)
                    .format(note.written().atZone(request.zone()));
            blocks.add(Paragraph.aside(texts.text("Morning_NoteHead", note.author(), when, note.shift())));
            blocks.add(Paragraph.of(note.text()));
            Grid.Builder open = Grid.of(Column.text(texts.text("Column_Severity")), Column.text(texts.text("Column_Cell")),
                    Column.text(texts.text("Column_Problem")), Column.time(texts.text("Column_Raised")),
                    Column.text(texts.text("Column_Acknowledged")), Column.text(texts.text("Morning_Now")));
            note.alarms().stream().limit(MOST)
                    .forEach(alarm -> open.row(texts.mark(alarm.severity()), cells.apply(alarm.cell()), alarm.problem(),
                            alarm.raised(), alarm.acknowledgedBy(), now(alarm.alarm())));
            blocks.add(open.table(texts.text("Morning_NoteAlarms", note.alarms().size()), texts.text("Morning_NoteNone")));
        }
        if (blocks.isEmpty()) {
            blocks.add(Paragraph.aside(texts.text("Morning_NoNotes")));
        }
        return new Section("hand-over", 150, texts.text("Morning_HandOver"), blocks);
    }

    /** What has become of an alarm since the note was written. */
    private Object now(String id) {
        Optional<Alarm> alarm = shift.alarms().stream().filter(each -> each.id().equals(id)).findFirst();
        return alarm.<Object>map(each -> texts.mark(each.severity())).orElse(texts.text("Morning_Withdrawn"));
    }

    /** The worst alarms, with the people behind them where customers are known. */
    Section worst(Optional<CustomersOfCell> customers) {
        List<Alarm> worst = shift.up().stream().limit(WORST).toList();
        Optional<Map<String, CellPeople>> people = customers.flatMap(area -> people(area, worst));
        List<Column> columns = new ArrayList<>(List.of(Column.text(texts.text("Column_Severity")), Column.text(texts.text("Column_Cell")),
                Column.text(texts.text("Column_Kind")), Column.text(texts.text("Column_Problem")), Column.time(texts.text("Column_Raised")),
                Column.text(texts.text("Column_Acknowledged")), Column.number(texts.text("Morning_Flaps"), "", 0)));
        if (people.isPresent()) {
            columns.add(Column.number(texts.text("Morning_People"), "", 0));
            columns.add(Column.number(texts.text("Morning_AtRisk"), "", 2));
        }
        Grid.Builder table = Grid.of(columns.toArray(Column[]::new));
        for (Alarm alarm : worst) {
            List<Object> row = new ArrayList<>(List.of(texts.mark(alarm.severity()), cells.apply(alarm.cell()), texts.kind(alarm.kind()),
                    alarm.identity().specificProblem(), alarm.raised(), texts.acknowledged(alarm), alarm.flapCount()));
            people.map(found -> found.getOrDefault(alarm.cell(), CellPeople.none(alarm.cell())))
                    .ifPresent(here -> row.addAll(List.of(here.people(), here.spendAtRisk())));
            table.row(row.toArray());
        }
        return Section.of("worst", 200, texts.text("Morning_Worst"), table.table("", texts.text("Alarms_None")));
    }

    /** A report without the people is better than none: it then simply lacks the two columns. */
    private static Optional<Map<String, CellPeople>> people(CustomersOfCell area, List<Alarm> alarms) {
        try {
            Map<String, CellPeople> people = area.of(alarms.stream().map(Alarm::cell).distinct().toList(), PeopleQuestion.USUAL);
            return people.values().stream().anyMatch(here -> here.people() > 0) ? Optional.of(people) : Optional.empty();
        } catch (AreaException unread) {
            System.getLogger(MorningSections.class.getName()).log(System.Logger.Level.WARNING, unread.getMessage(), unread);
            return Optional.empty();
        }
    }

    Section raised() {
        List<Alarm> raised = shift.raised();
        Grid.Builder table = Grid.of(Column.text(texts.text("Morning_Highest")), Column.text(texts.text("Column_Cell")),
                Column.text(texts.text("Column_Kind")), Column.text(texts.text("Column_Problem")), Column.time(texts.text("Column_Raised")),
                Column.text(texts.text("Morning_Now")), Column.text(texts.text("Column_Acknowledged")));
        raised.stream().limit(MOST)
                .forEach(alarm -> table.row(texts.mark(alarm.highestSeverity()), cells.apply(alarm.cell()), texts.kind(alarm.kind()),
                        alarm.identity().specificProblem(), alarm.raised(), texts.mark(alarm.severity()), texts.acknowledged(alarm)));
        return list("new", 300, "Morning_New", table.table("", texts.text("Morning_NoNew")), raised.size());
    }

    Section cleared() {
        List<Alarm> cleared = shift.cleared();
        Grid.Builder table = Grid.of(Column.text(texts.text("Morning_Before")), Column.text(texts.text("Column_Cell")),
                Column.text(texts.text("Column_Kind")), Column.text(texts.text("Column_Problem")), Column.time(texts.text("Column_Raised")),
                Column.time(texts.text("Morning_ClearedAt")), Column.number(texts.text("Morning_Lasted"), "h", 1));
        cleared.stream().limit(MOST).forEach(alarm -> {
            Instant end = alarm.cleared().orElse(shift.until());
            PerceivedSeverity before = alarm.latest().severity();
            table.row(texts.mark(before), cells.apply(alarm.cell()), texts.kind(alarm.kind()), alarm.identity().specificProblem(),
                    alarm.raised(), end,
                    Duration.between(alarm.raised(), end).toMinutes() / 60.0);
        });
        return list("cleared", 400, "Morning_Cleared", table.table("", texts.text("Morning_NoCleared")), cleared.size());
    }

    /** @param forecasts the forecasts with their evidence */
    Section forecasts(List<Alarm> forecasts) {
        Grid.Builder table = Grid.of(Column.text(texts.text("Column_Cell")), Column.text(texts.text("Column_Problem")),
                Column.time(texts.text("Column_Raised")), Column.text(texts.text("Morning_Says")));
        forecasts.forEach(alarm -> table.row(cells.apply(alarm.cell()), alarm.identity().specificProblem(), alarm.raised(),
                Evidence.parse(alarm.evidence()).flatMap(why -> why.sentences().stream().findFirst())
                        .map(sentence -> sentence.text(request.locale()))));
        return list("forecast", 500, "Morning_Forecast", table.table("", texts.text("Morning_NoForecast")), shift.forecasts().size());
    }

    Section flapping() {
        List<Alarm> flapping = shift.flapping();
        Grid.Builder table = Grid.of(Column.text(texts.text("Column_Cell")), Column.text(texts.text("Column_Kind")),
                Column.text(texts.text("Column_Problem")), Column.number(texts.text("Morning_Rises"), "", 0),
                Column.number(texts.text("Morning_Flaps"), "", 0), Column.text(texts.text("Morning_Now")));
        flapping.stream().limit(MOST)
                .forEach(alarm -> table.row(cells.apply(alarm.cell()), texts.kind(alarm.kind()), alarm.identity().specificProblem(),
                        shift.rises(alarm), alarm.flapCount(), texts.mark(alarm.severity())));
        return list("flapping", 600, "Morning_Flapping", table.table("", texts.text("Morning_NoFlapping")), flapping.size());
    }

    Section situations(List<Situation> situations) {
        Grid.Builder table = Grid.of(Column.text(texts.text("Column_Severity")), Column.text(texts.text("Morning_Place")),
                Column.number(texts.text("Alarms_Count"), "", 0), Column.time(texts.text("Morning_Began")),
                Column.time(texts.text("Morning_Latest")));
        situations.stream().limit(MOST).forEach(situation -> table.row(texts.mark(situation.severity()), situation.place(),
                situation.members().size(), situation.began(), situation.latest()));
        return list("situations", 700, "Morning_Situations", table.table("", ""), situations.size());
    }

    /** A table with the sentence that says how much of it is left out. */
    private Section list(String id, int order, String title, Grid table, int all) {
        List<Block> blocks = new ArrayList<>(List.of(table));
        if (all > table.rows().size()) {
            blocks.add(Paragraph.aside(texts.text("Morning_More", all - table.rows().size())));
        }
        return new Section(id, order, texts.text(title), blocks);
    }
}
