package org.towercrier.capacity.ui.internal.overview;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.Severities;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.CellInfo;
import org.towercrier.capacity.ui.internal.data.NetworkSnapshot;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.theme.Severity;

/** What needs somebody today, as tiles, without a widget. */
final class OverviewContent {

    private static final int MOST_LINES = 8;

    private final NetworkSnapshot snapshot;
    private final Texts texts;
    private final NumberFormats numbers;
    private final List<Alarm> up;
    private final Map<String, CellInfo> cells;
    private final Map<String, LocalDate> crossings;

    /**
     * @param crossings by the id of its alarm, the day on which a load is expected to reach its limit
     */
    OverviewContent(NetworkSnapshot snapshot, Map<String, LocalDate> crossings, Texts texts) {
        this.snapshot = snapshot;
        this.crossings = crossings;
        this.texts = texts;
        this.numbers = NumberFormats.of(texts.locale());
        this.up = snapshot.alarms().stream().filter(alarm -> alarm.cleared().isEmpty()).toList();
        this.cells = snapshot.cellsById();
    }

    List<Tile> tiles() {
        return List.of(severities(), kinds(), worst("Overview_WorstSites", this::siteOf), worst("Overview_WorstRegions", this::regionOf),
                runningOut(), flapping(), latest(), network(), measurements());
    }

    private Tile severities() {
        Map<PerceivedSeverity, Integer> counts = snapshot.active();
        int most = counts.values().stream().max(Comparator.naturalOrder()).orElse(1);
        List<Tile.Line> lines = new ArrayList<>();
        for (PerceivedSeverity severity : List.of(PerceivedSeverity.CRITICAL, PerceivedSeverity.MAJOR, PerceivedSeverity.MINOR,
                PerceivedSeverity.WARNING)) {
            int count = counts.getOrDefault(severity, 0);
            lines.add(new Tile.Line(texts.get("Severity_" + severity.getLiteral()), numbers.integer(count),
                    Severity.named(severity.getLiteral()), (double) count / most,
                    Optional.of(new Tile.Target.Alarms(texts.get("Severity_" + severity.getLiteral())))));
        }
        return new Tile(texts.get("Overview_Alarms"), numbers.integer(up.size()),
                texts.get("Overview_Unacknowledged", snapshot.unacknowledged()), lines, "",
                Optional.of(new Tile.Target.Alarms("")));
    }

    private Tile kinds() {
        Map<AlarmKind, Long> counts = up.stream().collect(Collectors.groupingBy(Alarm::kind, TreeMap::new, Collectors.counting()));
        long most = counts.values().stream().max(Comparator.naturalOrder()).orElse(1L);
        List<Tile.Line> lines = counts.entrySet().stream().map(entry -> {
            String label = texts.get("Kind_" + entry.getKey().getLiteral());
            return new Tile.Line(label, numbers.integer(entry.getValue()), Optional.empty(),
                    (double) entry.getValue() / most, Optional.of(new Tile.Target.Alarms(label)));
        }).toList();
        long affected = up.stream().map(Alarm::cell).distinct().count();
        return new Tile(texts.get("Overview_Kinds"), numbers.integer(affected),
                texts.get("Overview_Affected", snapshot.cells().size()), lines, texts.get("Overview_NoAlarms"), Optional.empty());
    }

    /** The places with most trouble: by worst severity, then by number of alarms. */
    private Tile worst(String title, Function<Alarm, String> place) {
        Map<String, List<Alarm>> byPlace = up.stream().filter(alarm -> !place.apply(alarm).isEmpty())
                .collect(Collectors.groupingBy(place));
        Comparator<Map.Entry<String, List<Alarm>>> order = Comparator
                .comparing((Map.Entry<String, List<Alarm>> entry) -> worstOf(entry.getValue()), Severities.WORST_FIRST)
                .thenComparing(entry -> -entry.getValue().size()).thenComparing(Map.Entry::getKey);
        int most = byPlace.values().stream().mapToInt(List::size).max().orElse(1);
        List<Tile.Line> lines = byPlace.entrySet().stream().sorted(order).limit(MOST_LINES)
                .map(entry -> new Tile.Line(entry.getKey(), numbers.integer(entry.getValue().size()),
                        Severity.named(worstOf(entry.getValue()).getLiteral()), (double) entry.getValue().size() / most,
                        Optional.of(new Tile.Target.Cells(entry.getValue().stream().map(Alarm::cell).distinct().toList()))))
                .toList();
        return new Tile(texts.get(title), "", "", lines, texts.get("Overview_NoAlarms"), Optional.empty());
    }

    private static PerceivedSeverity worstOf(List<Alarm> alarms) {
        return alarms.stream().map(Alarm::severity).min(Severities.WORST_FIRST).orElse(PerceivedSeverity.CLEARED);
    }

    private String siteOf(Alarm alarm) {
        return Optional.ofNullable(cells.get(alarm.cell())).map(CellInfo::site).orElse("");
    }

    private String regionOf(Alarm alarm) {
        return Optional.ofNullable(cells.get(alarm.cell())).map(CellInfo::region).orElse("");
    }

    private String nameOf(Alarm alarm) {
        return Optional.ofNullable(cells.get(alarm.cell())).map(CellInfo::name).orElse(alarm.cell());
    }

    /** The loads that are expected to reach their limits, the nearest day first. */
    private Tile runningOut() {
        List<Alarm> coming = up.stream().filter(alarm -> alarm.kind() == AlarmKind.EXHAUSTION_FORECAST)
                .sorted(Comparator.comparing((Alarm alarm) -> crossings.getOrDefault(alarm.id(), LocalDate.MAX)).thenComparing(Alarm::id))
                .toList();
        List<Tile.Line> lines = coming.stream().limit(MOST_LINES)
                .map(alarm -> new Tile.Line(nameOf(alarm),
                        Optional.ofNullable(crossings.get(alarm.id())).map(LocalDate::toString).orElse(""),
                        Severity.named(alarm.severity().getLiteral()), 0, Optional.of(new Tile.Target.Cells(List.of(alarm.cell())))))
                .toList();
        return new Tile(texts.get("Overview_RunningOut"), "", "", lines, texts.get("Overview_NoForecasts"),
                Optional.of(new Tile.Target.Forecasts()));
    }

    private Tile flapping() {
        List<Alarm> flapping = snapshot.alarms().stream().filter(alarm -> alarm.flapCount() > 0)
                .sorted(Comparator.comparingInt(Alarm::flapCount).reversed().thenComparing(Alarm::id)).toList();
        int most = flapping.stream().mapToInt(Alarm::flapCount).max().orElse(1);
        List<Tile.Line> lines = flapping.stream().limit(MOST_LINES)
                .map(alarm -> new Tile.Line(nameOf(alarm), numbers.integer(alarm.flapCount()),
                        Severity.named(alarm.severity().getLiteral()), (double) alarm.flapCount() / most,
                        Optional.of(new Tile.Target.Cells(List.of(alarm.cell())))))
                .toList();
        return new Tile(texts.get("Overview_Flapping"), "", "", lines, texts.get("Overview_NoFlapping"), Optional.empty());
    }

    private Tile latest() {
        DateTimeFormatter minutes = DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneId.systemDefault());
        List<Tile.Line> lines = up.stream().sorted(Comparator.comparing(Alarm::raised).reversed().thenComparing(Alarm::id))
                .limit(MOST_LINES).map(alarm -> new Tile.Line(nameOf(alarm), minutes.format(alarm.raised()),
                        Severity.named(alarm.severity().getLiteral()), 0, Optional.of(new Tile.Target.Cells(List.of(alarm.cell())))))
                .toList();
        return new Tile(texts.get("Overview_Latest"), "", "", lines, texts.get("Overview_NoAlarms"), Optional.empty());
    }

    private Tile network() {
        Map<String, Long> counts = new HashMap<>();
        snapshot.cells().forEach(cell -> counts.merge(cell.technology(), 1L, Long::sum));
        long most = counts.values().stream().max(Comparator.naturalOrder()).orElse(1L);
        List<Tile.Line> lines = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new Tile.Line(technology(entry.getKey()), numbers.integer(entry.getValue()), Optional.empty(),
                        (double) entry.getValue() / most, Optional.empty()))
                .toList();
        return new Tile(texts.get("Overview_Network"), numbers.integer(snapshot.cells().size()), texts.get("Overview_Cells"), lines,
                texts.get("Overview_NoCells"), Optional.of(new Tile.Target.Import()));
    }

    private String technology(String literal) {
        return literal.isEmpty() ? texts.get("Unknown") : literal.toUpperCase(Locale.ROOT).replace('_', ' ');
    }

    private Tile measurements() {
        DateTimeFormatter minutes = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());
        List<Tile.Line> lines = new ArrayList<>();
        snapshot.latestSample().ifPresent(latest -> lines.add(new Tile.Line(texts.get("Overview_LatestSample"),
                minutes.format(latest), Optional.empty(), 0, Optional.empty())));
        if (snapshot.unknown() > 0) {
            lines.add(new Tile.Line(texts.get("Overview_Unknown"), numbers.integer(snapshot.unknown()), Optional.empty(), 0,
                    Optional.of(new Tile.Target.Import())));
        }
        return new Tile(texts.get("Overview_Measurements"), numbers.compact(snapshot.samples()), texts.get("Overview_Samples"), lines,
                texts.get("Overview_NoMeasurements"), Optional.of(new Tile.Target.Import()));
    }
}
