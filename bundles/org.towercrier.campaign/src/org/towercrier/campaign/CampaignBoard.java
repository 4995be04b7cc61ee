package org.towercrier.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.towercrier.model.campaign.CampaignState;
import org.towercrier.model.campaign.CampaignStep;
import org.towercrier.model.campaign.MessageClass;
import org.towercrier.model.campaign.Verdict;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/** All campaigns at a glance. */
public interface CampaignBoard {

    /** The cards, by step and then by start. Sizes of those that were not launched are not counted, which would take long: see {@link Audiences}. */
    List<Card> cards(Cancellation cancel) throws StoreException;

    /** Marketing contacts by week and segment: how hard customers are pressed. @param from first day @param to last day */
    Pressure pressure(LocalDate from, LocalDate to, Cancellation cancel) throws StoreException;

    /** Concluded campaigns side by side, the best return first. */
    List<Comparison> past() throws StoreException;

    /** A campaign on the board. @param step it stands at @param audience members at launch @param reach contacted customers @param spent with fixed cost */
    record Card(String id, String name, Optional<String> owner, CampaignStep step, CampaignState state, Optional<MessageClass> messageClass,
            Optional<LocalDate> start, Optional<LocalDate> end, Optional<Instant> launched, boolean standing, long audience, long treated,
            long control, long reach, double spent, Optional<Double> budget, Optional<String> currency, Optional<Verdict> verdict) {

        /** The card at another step. */
        public Card at(CampaignStep other) {
            return new Card(id, name, owner, other, state, messageClass, start, end, launched, standing, audience, treated, control, reach,
                    spent, budget, currency, verdict);
        }
    }

    /** Contact pressure. @param segments rows, those without one last @param weeks first days, Mondays @param cells one for each segment and week with contacts */
    record Pressure(List<String> segments, List<LocalDate> weeks, List<PressureCell> cells) {
    }

    /** Contacts of a segment in a week. @param planned due and not sent yet @param customers contacted, each once @param perCustomer contacts per customer of the segment */
    record PressureCell(String segment, LocalDate week, long contacts, long planned, long customers, double perCustomer) {
    }

    /** A concluded campaign. */
    record Comparison(String id, String name, Optional<Instant> launched, long audience, long reach, Verdict verdict,
            Optional<Double> difference,
            Optional<Double> lower, Optional<Double> upper, Optional<Double> incrementalReturn, double spent, Optional<String> conclusion) {
    }
}
