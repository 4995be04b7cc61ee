package org.towercrier.capacity.internal.forecast;

import org.towercrier.capacity.internal.kpi.Kpi;

/**
 * What a forecast rule asks.
 *
 * @param rule           its id
 * @param kpi            the figure
 * @param limit          its limit
 * @param horizon        days to look ahead
 * @param confidence     share of the interval, between 0 and 1
 * @param minimumHistory days with a value that are needed
 */
public record ForecastSpec(String rule, Kpi kpi, double limit, int horizon, double confidence, int minimumHistory) {

    /** Days of history that are looked at: a quarter. What was before says little about the next one. */
    public static final int MOST_DAYS = 91;
    /** Fewest days of history: two weeks to learn the week from, and one to test it on. */
    public static final int FEWEST_DAYS = 21;
    /** Days to look ahead at most: two years. */
    public static final int LONGEST_HORIZON = 731;
    /** Days in a season. */
    public static final int WEEK = 7;
}
