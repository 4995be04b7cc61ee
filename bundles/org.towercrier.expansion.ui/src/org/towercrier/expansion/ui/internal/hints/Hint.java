package org.towercrier.expansion.ui.internal.hints;

import java.util.List;
import java.util.Optional;

import org.towercrier.areas.CellPeople;
import org.towercrier.expansion.Diagnosis;
import org.towercrier.expansion.ExpansionPlan.Reason;
import org.towercrier.expansion.ExpansionPlan.Relieved;
import org.towercrier.expansion.Sentence;
import org.towercrier.expansion.ui.internal.Names;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.PlanQuestion.Will;

/**
 * One thing that could be done, in the plan or not.
 *
 * @param id        of the proposal
 * @param action    its kind
 * @param place     where
 * @param money     what it costs
 * @param leadDays  from decision to service
 * @param effect    what it brings
 * @param relieves  which cells by how much, empty when it is not in the plan
 * @param diagnosis of the cell
 * @param people    of all cells it relieves, or of its cell
 * @param reason    why it is not in the plan; absent when it is
 * @param why       the reason in a sentence: why, or why not
 * @param source    of its figures
 * @param will      what the user laid down about it
 */
public record Hint(String id, Kind action, Place place, Money money, int leadDays, Effect effect, List<Relieved> relieves,
        Optional<Diagnosis> diagnosis, List<CellPeople> people, Optional<Reason> reason, Sentence why, Sentence source, Will will) {

    public Hint {
        relieves = List.copyOf(relieves);
        people = List.copyOf(people);
    }

    /** A kind of action. @param own its name when a plug-in brought it */
    public record Kind(String id, Optional<Sentence> own) {
    }

    /** Where. @param cell id @param site id, empty when unknown @param latitude degrees, NaN when unknown */
    public record Place(String cell, String cellName, String site, String siteName, double latitude, double longitude) {
    }

    /** What it costs. @param total running cost to the horizon included @param investment once @param yearly running cost of a year @param year from whose budget, empty for one budget */
    public record Money(double total, double investment, double yearly, String year) {
    }

    /**
     * What it brings.
     *
     * @param relief Mbit/s: what it relieves in the plan, or would add to it at most
     * @param demand Mbit/s that its cells are cut off in all
     * @param value  relief times the weights of the cells, NaN when it is not in the plan
     */
    public record Effect(double relief, double demand, double value) {

        /** Share of the demand of its cells that it relieves. */
        public double share() {
            return demand > 0 ? Math.min(1, relief / demand) : Double.NaN;
        }

        /** Mean weight of what it relieves. */
        public double weight() {
            return relief > 0 ? value / relief : Double.NaN;
        }
    }

    /** What its kind is called. */
    public String name(Texts texts) {
        return Names.action(texts, action.id(), action.own());
    }

    /** Whether it is in the plan. */
    public boolean chosen() {
        return reason.isEmpty();
    }

    /** Cells it is about: those it relieves, else its own. */
    public List<String> cells() {
        return relieves.isEmpty() ? List.of(place.cell()) : relieves.stream().map(Relieved::cell).distinct().toList();
    }

    /** Customers living or working there. */
    public long customers() {
        return people.stream().mapToLong(CellPeople::people).sum();
    }

    /** A month's spend of those whose contract ends. */
    public double spendAtRisk() {
        return people.stream().mapToDouble(CellPeople::spendAtRisk).sum();
    }

    /** Money for one Mbit/s. */
    public double costOfRelief() {
        return effect.relief() > 0 ? money.total() / effect.relief() : Double.NaN;
    }
}
