package org.towercrier.expansion.ui.internal.hints;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.areas.CellPeople;
import org.towercrier.expansion.Diagnosis;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ExpansionPlan.Chosen;
import org.towercrier.expansion.ExpansionPlan.NotChosen;
import org.towercrier.expansion.ExpansionPlan.Relieved;
import org.towercrier.expansion.ui.internal.desk.DeskState;
import org.towercrier.expansion.ui.internal.desk.Ground;
import org.towercrier.expansion.ui.internal.desk.Solved;

/** The hints of a plan: what it does first, then what it does not. */
public final class HintList {

    private final ExpansionPlan plan;
    private final DeskState state;
    private final Ground ground;
    private final Map<String, CellPeople> people;
    private final Map<String, Diagnosis> diagnoses = new HashMap<>();

    private HintList(ExpansionPlan plan, DeskState state, Ground ground) {
        this.plan = plan;
        this.state = state;
        this.ground = ground;
        this.people = state.solved().map(Solved::people).orElse(Map.of());
        plan.diagnoses().stream().filter(diagnosis -> !diagnosis.sector()).forEach(each -> diagnoses.put(each.subject(), each));
    }

    /** Of the plan that is looked at. */
    public static List<Hint> of(DeskState state, Ground ground) {
        return state.plan().map(plan -> new HintList(plan, state, ground).all()).orElse(List.of());
    }

    private List<Hint> all() {
        List<Hint> all = new ArrayList<>();
        plan.actions().forEach(chosen -> all.add(hint(chosen)));
        plan.whyNot().forEach(not -> all.add(hint(not)));
        return all;
    }

    private Hint hint(Chosen chosen) {
        List<String> cells = chosen.relieves().isEmpty() ? List.of(chosen.cell())
                : chosen.relieves().stream().map(Relieved::cell).distinct().toList();
        return new Hint(chosen.id(), kind(chosen.action()), place(chosen.cell(), chosen.site(), chosen.latitude(), chosen.longitude()),
                new Hint.Money(chosen.cost(), chosen.investment(), chosen.yearlyCost(), chosen.year()), chosen.leadDays(),
                new Hint.Effect(chosen.relief(), demand(cells), chosen.value()), chosen.relieves(), diagnosis(chosen.cell()), people(cells),
                Optional.empty(), chosen.why(), chosen.source(),
                state.question().will(chosen.id(), chosen.action(), chosen.cell(), chosen.site()));
    }

    private Hint hint(NotChosen not) {
        return new Hint(not.id(), kind(not.action()), place(not.cell(), not.site(), not.latitude(), not.longitude()),
                new Hint.Money(not.cost(), not.investment(), not.yearlyCost(), ""), not.leadDays(),
                new Hint.Effect(not.couldRelieve(), demand(List.of(not.cell())), Double.NaN), List.of(), diagnosis(not.cell()),
                people(List.of(not.cell())), Optional.of(not.reason()), not.why(), not.source(),
                state.question().will(not.id(), not.action(), not.cell(), not.site()));
    }

    private Hint.Kind kind(String id) {
        return new Hint.Kind(id, Optional.ofNullable(plan.kinds().get(id)));
    }

    private Hint.Place place(String cell, String site, double latitude, double longitude) {
        Ground.Spot spot = ground.cells().get(cell);
        boolean known = !Double.isNaN(latitude) && !Double.isNaN(longitude);
        return new Hint.Place(cell, ground.cell(cell), site, site.isEmpty() ? "" : ground.site(site),
                known || spot == null ? latitude : spot.latitude(), known || spot == null ? longitude : spot.longitude());
    }

    private Optional<Diagnosis> diagnosis(String cell) {
        return Optional.ofNullable(diagnoses.get(cell));
    }

    private double demand(List<String> cells) {
        return cells.stream().map(diagnoses::get).filter(each -> each != null).mapToDouble(each -> each.demand().cutOff()).sum();
    }

    private List<CellPeople> people(List<String> cells) {
        return cells.stream().map(people::get).filter(each -> each != null).toList();
    }
}
