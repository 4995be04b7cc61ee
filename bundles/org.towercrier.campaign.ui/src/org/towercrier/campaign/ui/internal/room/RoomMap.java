package org.towercrier.campaign.ui.internal.room;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.towercrier.campaign.CapacityChecks.CellLoad;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.network.CellColumns;
import org.towercrier.network.Topology;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.map.CellColouring;
import org.towercrier.ui.map.MapCells;
import org.towercrier.ui.map.ValueScale;

/** The cells of the network on the map, coloured by what a campaign does to them; without a widget. */
final class RoomMap {

    /** What the colours stand for. */
    enum Colour {
        USE_AFTER("%", load -> load.useAfter().or(load::use)),
        ADDED("Mbit", load -> Optional.of(load.added())),
        ROOM("Mbit", CellLoad::room),
        TURNED_AWAY("", load -> Optional.of((double) load.turnedAway()));

        private final String unit;
        private final Function<CellLoad, Optional<Double>> value;

        Colour(String unit, Function<CellLoad, Optional<Double>> value) {
            this.unit = unit;
            this.value = value;
        }

        String unit() {
            return unit;
        }

        Optional<Double> of(CellLoad load) {
            return value.apply(load);
        }
    }

    private final CellColumns cells;
    private final Map<String, CellLoad> loads;
    private final Texts texts;

    RoomMap(Topology topology, List<CellLoad> loads, Texts texts) {
        this.cells = topology.cells();
        this.loads = loads.stream().collect(Collectors.toMap(CellLoad::cell, load -> load, (one, other) -> one));
        this.texts = texts;
    }

    /** Name of a cell, its id where it has none. */
    String name(String cell) {
        var index = cells.indexOf(cell);
        return index.isEmpty() || cells.name(index.getAsInt()).isBlank() ? cell : cells.name(index.getAsInt());
    }

    MapCells cells() {
        MapCells.Builder built = new MapCells.Builder(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            built.add(cells.id(i), name(cells.id(i)), cells.site(i).orElse(""), cells.longitude(i), cells.latitude(i), cells.azimuth(i),
                    cells.beamWidth(i));
        }
        return built.build();
    }

    CellColouring colouring(Colour colour) {
        float[] values = new float[cells.size()];
        Arrays.fill(values, Float.NaN);
        for (int i = 0; i < values.length; i++) {
            CellLoad load = loads.get(cells.id(i));
            if (load != null) {
                values[i] = colour.of(load).map(Double::floatValue).orElse(Float.NaN);
            }
        }
        return new CellColouring.ByValue(values, ValueScale.around(texts.get("Room_" + colour), colour.unit(), values));
    }

    /** What the mouse says of a cell. */
    List<String> tip(int index) {
        NumberFormats numbers = NumberFormats.of(texts.locale());
        List<String> lines = new ArrayList<>();
        String id = cells.id(index);
        lines.add(name(id));
        CellLoad load = loads.get(id);
        if (load == null) {
            lines.add(texts.get("Room_NoMembers"));
            return lines;
        }
        lines.add(texts.get("Room_Tip_Use", percent(numbers, load.use()), percent(numbers, load.useAfter())));
        lines.add(texts.get("Room_Tip_Load", numbers.measure(load.wanted(), 1, "Mbit"), numbers.measure(load.added(), 1, "Mbit"),
                load.room().map(room -> numbers.measure(room, 1, "Mbit")).orElse(NumberFormats.ABSENT)));
        lines.add(texts.get("Room_Tip_Members", load.members(), load.turnedAway()));
        if (!id.equals(name(id))) {
            lines.add(id);
        }
        return lines;
    }

    private static String percent(NumberFormats numbers, Optional<Double> value) {
        return value.map(use -> numbers.measure(use, 1, "%")).orElse(NumberFormats.ABSENT);
    }
}
