package org.towercrier.capacity.ui.internal.parts;

import java.util.ArrayList;
import java.util.List;

import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.CellInfo;
import org.towercrier.ui.kit.NumberFormats;

/** What is known of a cell, as pairs of a name and a value; what is not known is left out. */
final class CellFacts {

    /**
     * A fact.
     *
     * @param name  what it is
     * @param value its value with unit
     */
    record Fact(String name, String value) {
    }

    private CellFacts() {
    }

    static List<Fact> of(CellInfo cell, Texts texts) {
        NumberFormats numbers = NumberFormats.of(texts.locale());
        List<Fact> facts = new ArrayList<>();
        add(facts, texts.get("Column_Site"), cell.site());
        add(facts, texts.get("Column_Region"), cell.region());
        add(facts, texts.get("Column_Technology"), Literals.technology(cell.technology()));
        add(facts, texts.get("Column_Band"), cell.band());
        add(facts, texts.get("Column_Bandwidth"), cell.bandwidth().map(mhz -> numbers.measure(mhz, 1, "MHz")).orElse(""));
        add(facts, texts.get("Column_Scenario"), cell.scenario().isEmpty() ? "" : texts.get("Scenario_" + cell.scenario()));
        add(facts, texts.get("Column_Azimuth"), Double.isNaN(cell.azimuth()) ? "" : numbers.measure(cell.azimuth(), 0, "°"));
        add(facts, texts.get("Column_Sector"), cell.sector());
        if (cell.placed()) {
            add(facts, texts.get("Inspector_Position"),
                    numbers.decimal(cell.latitude(), 5) + "°, " + numbers.decimal(cell.longitude(), 5) + "°");
        }
        return facts;
    }

    private static void add(List<Fact> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(name, value));
        }
    }
}
