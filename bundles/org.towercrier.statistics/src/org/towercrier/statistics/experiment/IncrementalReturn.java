package org.towercrier.statistics.experiment;

import org.towercrier.statistics.Tails;

/**
 * What a campaign earned beyond what would have come anyway, per unit of its cost: (n_t (v̄_t − v̄_c) margin − cost) / cost. The cost is that of the whole treatment
 * arm and is subtracted once, not once for every sale.
 *
 * @param value the return; 0 is break-even, −1 is all money lost
 * @param lower lower confidence limit
 * @param upper upper confidence limit
 */
public record IncrementalReturn(double value, double lower, double upper) {

    /**
     * Computes it.
     *
     * @param effect difference of the value per person, with its limits
     * @param persons in the treatment arm
     * @param margin money earned per unit of the outcome
     * @param cost money the treatment arm cost, above 0
     */
    public static IncrementalReturn of(Effect effect, long persons, double margin, double cost) {
        if (!(cost > 0)) {
            throw new IllegalArgumentException("A return needs a cost above 0");
        }
        double scale = persons * margin / cost;
        double one = scale * effect.lower() - 1;
        double other = scale * effect.upper() - 1;
        return new IncrementalReturn(scale * effect.absolute() - 1, Math.min(one, other), Math.max(one, other));
    }

    /** The effect needed per person to break even. */
    public static double breakEven(long persons, double margin, double cost) {
        return cost / (persons * margin);
    }

    /** Probability that the return is above 0, by the normal distribution of the estimated effect. */
    public static double chanceOfProfit(Effect effect, long persons, double margin, double cost) {
        double z = (effect.absolute() - breakEven(persons, margin, cost)) / effect.standardError() * Math.signum(margin);
        double tail = Tails.normal(z) / 2;
        return z > 0 ? 1 - tail : tail;
    }
}
