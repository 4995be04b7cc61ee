package org.towercrier.capacity.ui.internal.situations;

import java.util.Map;
import java.util.Optional;

import org.towercrier.capacity.situation.Situation;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.CellInfo;
import org.towercrier.model.alarm.SituationScope;

/** Names of situations for people: by what their members have in common, with names of sites and cells instead of ids. */
public final class SituationNames {

    private final Texts texts;
    private final Map<String, CellInfo> cells;

    public SituationNames(Texts texts, Map<String, CellInfo> cells) {
        this.texts = texts;
        this.cells = cells;
    }

    /** A cell's name. */
    public String cell(String id) {
        return Optional.ofNullable(cells.get(id)).map(CellInfo::name).orElse(id);
    }

    /** Where the situation is. */
    public String place(Situation situation) {
        String first = situation.members().getFirst().cell();
        boolean site = situation.scope() == SituationScope.SITE || situation.scope() == SituationScope.PHYSICAL_SECTOR;
        return site ? Optional.ofNullable(cells.get(first)).map(CellInfo::site).filter(name -> !name.isBlank()).orElse(situation.place())
                : cell(situation.place());
    }

    /** Scope and place. */
    public String name(Situation situation) {
        return texts.get("Scope_" + situation.scope().getLiteral()) + " " + place(situation);
    }
}
