package org.towercrier.expansion;

import java.util.List;

/**
 * Why a cell or physical sector is overloaded.
 *
 * @param subject  id of the cell or sector
 * @param sector   whether it is a physical sector
 * @param site     its site, empty when unknown
 * @param cells    the cells it consists of
 * @param cause    why
 * @param demand   that is cut off
 * @param evidence the figures it rests on
 * @param sentence the same as a sentence
 */
public record Diagnosis(String subject, boolean sector, String site, List<String> cells, Cause cause, Demand demand,
        List<Figure> evidence, Sentence sentence) {

    public Diagnosis {
        cells = List.copyOf(cells);
        evidence = List.copyOf(evidence);
    }

    /** A figure. @param name stable name @param value NaN when not measured @param unit its unit @param limit NaN when it has none */
    public record Figure(String name, double value, String unit, double limit) {
    }
}
