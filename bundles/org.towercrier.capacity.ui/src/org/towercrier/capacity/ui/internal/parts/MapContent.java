package org.towercrier.capacity.ui.internal.parts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.CellInfo;
import org.towercrier.capacity.ui.internal.data.NetworkSnapshot;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.map.CellColouring;
import org.towercrier.ui.map.MapCells;
import org.towercrier.ui.map.MapPoints;
import org.towercrier.ui.map.MapPolygon;
import org.towercrier.ui.map.ValueScale;
import org.towercrier.ui.theme.Severity;

/** What the map shows of a snapshot, without a widget. */
final class MapContent {

    private final NetworkSnapshot snapshot;
    private final Texts texts;
    private final Map<String, List<Alarm>> alarmsByCell;

    MapContent(NetworkSnapshot snapshot, Texts texts) {
        this.snapshot = snapshot;
        this.texts = texts;
        this.alarmsByCell = snapshot.alarms().stream().filter(alarm -> alarm.cleared().isEmpty())
                .collect(Collectors.groupingBy(Alarm::cell));
    }

    /** Whether it was made of a snapshot. */
    boolean isOf(NetworkSnapshot other) {
        return snapshot == other;
    }

    MapCells cells() {
        List<CellInfo> cells = snapshot.cells();
        MapCells.Builder built = new MapCells.Builder(cells.size());
        cells.forEach(cell -> built.add(cell.id(), cell.name(), cell.site(), cell.longitude(), cell.latitude(), cell.azimuth(),
                cell.beamWidth()));
        return built.build();
    }

    CellColouring bySeverity() {
        Map<String, PerceivedSeverity> worst = snapshot.worstByCell();
        byte[] colours = new byte[snapshot.cells().size()];
        for (int i = 0; i < colours.length; i++) {
            PerceivedSeverity severity = worst.get(snapshot.cells().get(i).id());
            colours[i] = severity == null ? -1
                    : Severity.named(severity.getLiteral()).map(level -> (byte) level.ordinal()).orElse((byte) -1);
        }
        return new CellColouring.BySeverity(colours);
    }

    CellColouring byValue(String label, String unit, Map<String, Double> values) {
        float[] colours = new float[snapshot.cells().size()];
        Arrays.fill(colours, Float.NaN);
        for (int i = 0; i < colours.length; i++) {
            Double value = values.get(snapshot.cells().get(i).id());
            if (value != null) {
                colours[i] = value.floatValue();
            }
        }
        return new CellColouring.ByValue(colours, ValueScale.around(label, unit, colours));
    }

    List<String> tip(int index, Map<String, Double> values, String label, String unit) {
        CellInfo cell = snapshot.cells().get(index);
        List<String> lines = new ArrayList<>();
        lines.add(cell.name());
        String place = String.join(" · ", List.of(cell.site(), cell.region()).stream().filter(word -> !word.isEmpty()).toList());
        if (!place.isEmpty()) {
            lines.add(place);
        }
        String radio = String.join(" · ",
                List.of(Literals.technology(cell.technology()), cell.band()).stream().filter(word -> !word.isEmpty()).toList());
        if (!radio.isEmpty()) {
            lines.add(radio);
        }
        if (values.containsKey(cell.id())) {
            lines.add(label + ": " + NumberFormats.of(texts.locale()).measure(values.get(cell.id()), 2, unit));
        }
        for (Alarm alarm : alarmsByCell.getOrDefault(cell.id(), List.of())) {
            lines.add(Severity.named(alarm.severity().getLiteral()).map(Severity::glyph).orElse(' ') + " "
                    + alarm.identity().specificProblem());
        }
        if (!cell.id().equals(cell.name())) {
            lines.add(texts.get("Map_CellId", cell.id()));
        }
        return lines;
    }

    MapPoints accessPoints() {
        List<NetworkSnapshot.Place> places = snapshot.accessPoints();
        return new MapPoints(places.stream().mapToDouble(NetworkSnapshot.Place::longitude).toArray(),
                places.stream().mapToDouble(NetworkSnapshot.Place::latitude).toArray(), new byte[places.size()],
                places.stream().map(NetworkSnapshot.Place::id).toArray(String[]::new),
                places.stream().map(NetworkSnapshot.Place::name).toArray(String[]::new));
    }

    List<MapPolygon> boundaries() {
        return snapshot.boundaries().stream()
                .map(boundary -> new MapPolygon(boundary.name(), boundary.name(), boundary.rings())).toList();
    }

    String attribution() {
        return snapshot.synthetic() ? texts.get("Map_Synthetic") : "";
    }
}
