package org.towercrier.areas;

/**
 * Over which time value and contracts are looked at.
 *
 * @param spendMonths    months back over which spend is averaged, at least 1
 * @param contractMonths months ahead in which a contract counts as ending, at least 0
 */
public record PeopleQuestion(int spendMonths, int contractMonths) {

    /** Spend of the last 6 months, contracts ending within 3. */
    public static final PeopleQuestion USUAL = new PeopleQuestion(6, 3);

    public PeopleQuestion {
        if (spendMonths < 1 || contractMonths < 0) {
            throw new IllegalArgumentException("spend over " + spendMonths + " and contracts over " + contractMonths + " months");
        }
    }
}
