package org.towercrier.expansion.internal.action;

import java.util.OptionalDouble;
import org.towercrier.expansion.Sentence;

import org.towercrier.model.network.CostItem;
import org.towercrier.radio.ShadowingMargin;
import org.towercrier.radio.Tr38901;
import org.towercrier.radio.Tr38901.Scenario;
import org.towercrier.radio.Tr38901.Sight;

/**
 * How far new equipment serves people: where the median received power (3GPP TR 38.901, line of sight blocked), less the margin for shadow fading that
 * covers 90 % of the area, is still the least that gives service. A catalogue that names a reach has the last word.
 *
 * @param metres on the ground
 * @param why    how it comes about, empty when the catalogue names it
 */
record Reach(double metres, Sentence why) {

    /** Share of the area that shall be served (assumption, usual in planning). */
    private static final double SHARE = 0.9;
    /** Terminal on the street. */
    private static final double TERMINAL = 1.5;
    /** Path loss grows by ten times this in a decade of distance: the formulas' own slopes. */
    private static final double MACRO_EXPONENT = 3.908;
    private static final double MICRO_EXPONENT = 3.53;

    /** @param usual when the catalogue says neither how far nor with what power */
    static Reach of(CostItem item, Scenario scenario, double usual) {
        if (item.getReach() != null) {
            return new Reach(item.getReach(), Sentence.none());
        }
        boolean macro = scenario == Scenario.UMA;
        Double power = item.getPower();
        Double least = item.getSensitivity();
        Double frequency = item.getFrequency();
        if (power == null || least == null || frequency == null) {
            return new Reach(usual, Sentence.none());
        }
        double height = Offer.or(item.getAntennaHeight(), macro ? 25.0 : 10.0);
        Tr38901 model = new Tr38901(scenario, Sight.BLOCKED, frequency / 1000, height, TERMINAL);
        double margin = ShadowingMargin.forArea(SHARE, model.shadowing(), macro ? MACRO_EXPONENT : MICRO_EXPONENT);
        OptionalDouble range = model.range(power - least - margin);
        return new Reach(range.orElse(0), Sentence.of("Why_Reach", range.orElse(0), power, least, margin, frequency, height));
    }
}
