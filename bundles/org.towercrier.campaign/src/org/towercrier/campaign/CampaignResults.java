package org.towercrier.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.towercrier.model.campaign.AudienceUnit;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.Verdict;
import org.towercrier.statistics.experiment.Qini;
import org.towercrier.statistics.experiment.SampleRatio;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/**
 * What a campaign did, by the frozen audience and against its control group: everybody is counted in the group that was drawn, whether contacted or not. Margins and costs
 * are those of the launched version.
 */
public interface CampaignResults {

    /** How many members the experiment needs, from the plan of the campaign and the audience as it is. */
    Power power(Campaign campaign, Cancellation cancel) throws CampaignException, StoreException;

    /** The results up to a moment. Nothing is saved. */
    Result evaluate(String campaign, Instant at, Cancellation cancel) throws CampaignException, StoreException;

    /** Evaluates and writes the figures and the verdict into the campaign, which is ended when its time is over. */
    Result conclude(String campaign, Instant at, String conclusion, Cancellation cancel) throws CampaignException, StoreException;

    /**
     * Power of an experiment.
     *
     * @param perArm units in the smaller group, as planned
     * @param needed units in each group for the detectable effect
     * @param detectable smallest difference of the rates that the planned groups can tell; NaN when none
     * @param power chance of seeing the wanted effect with the planned groups
     * @param days needed until enough have been contacted, by the capacity of the channels; absent where nothing limits them
     */
    record Power(double baseRate, double effect, double significance, double wantedPower, long treated, long control, long needed,
            double detectable, double power, boolean enough, Optional<Integer> days) {
    }

    /**
     * Results.
     *
     * @param measures for the whole audience and for each segment; the deciding one first
     * @param contamination how far the groups are mixed
     * @param qini where a score ranked the audience
     * @param cost spent so far, fixed cost included
     * @param verdict of the deciding measure
     * @param units what was drawn
     */
    record Result(String campaign, Instant at, long treated, long control, Units units, List<Measure> measures, SampleRatio sampleRatio,
            Contamination contamination, List<Funnel> funnel, Optional<QiniCurve> qini, Optional<Returns> returns, double cost,
            String decides,
            Verdict verdict, List<Reason> notes) {
    }

    /** What was drawn: the sample-ratio test counts these, and the intervals take the members of one together. */
    record Units(AudienceUnit unit, long treated, long control) {
    }

    /**
     * One measure.
     *
     * @param name {@code response}, {@code conversion}, {@code retained}, {@code spend}, or of what nobody has to be offered something for, so that it is compared with the
     *        control group as well, {@code complaint} (complained, or opened a ticket of complaint) and {@code refusal} (withdrew a consent to marketing, or is not to be
     *        contacted any more)
     * @param segment empty for the whole audience
     * @param lowerIsBetter is less of it what is wanted?
     * @param treatedValue rate or mean
     * @param relative lift, NaN where the control has none
     */
    record Measure(String name, Optional<String> segment, boolean lowerIsBetter, long treated, long control, double treatedValue,
            double controlValue, double difference, double lower, double upper, double relative, double z, double p, Verdict verdict) {
    }

    /**
     * Contamination.
     *
     * @param controlContacted members of the control group that this campaign contacted all the same
     * @param controlHouseholds members of the control group with somebody treated in their household
     * @param treatedByOthers treated members that other marketing reached meanwhile @param controlByOthers and members of the control group
     * @param treatedUnreached treated members that were not contacted
     */
    record Contamination(long controlContacted, long controlHouseholds, long treatedByOthers, long controlByOthers, long treatedUnreached) {
    }

    /** A stage of the funnel, of the treated. @param step name of the stage @param customers that reached it @param share of those contacted */
    record Funnel(String step, long customers, double share) {
    }

    /** A Qini curve. @param definition said beside the number */
    record QiniCurve(String measure, String definition, double coefficient, double lower, double upper, List<Qini.Point> curve) {
    }

    /** Incremental return: margin gained beyond the control less cost, divided by cost. @param chance that it is above 0 */
    record Returns(double value, double lower, double upper, double chance, double gain, double cost) {
    }
}
