package org.towercrier.capacity.forecast;

/** What a forecast of load comes to. */
public enum Standing {

    /** The load is expected to reach its limit within the horizon, and its growth is more than chance. */
    CROSSES,
    /** The load has reached its limit already. */
    REACHED,
    /** The line reaches the limit within the horizon, but so much growth may well be chance. */
    UNCERTAIN,
    /** The load does not reach its limit within the horizon. */
    FAR,
    /** No forecast: no method did better than the same day of the week before. */
    LOSES,
    /** No forecast: there are not enough days. */
    TOO_SHORT,
    /** No forecast: too many days are missing. */
    GAPS,
    /** No forecast: the figure is not measured. */
    NOT_MEASURED;

    /** Whether nothing is forecast at all. */
    public boolean silent() {
        return this == LOSES || this == TOO_SHORT || this == GAPS || this == NOT_MEASURED;
    }
}
