package org.towercrier.sample;

import java.time.LocalDate;
import java.util.Objects;

/**
 * How big the sample city is. The same request gives the same city, to the byte.
 *
 * @param cells
 *            number of cells, 1 to 1,000,000
 * @param days
 *            days of measurements in periods of 15 minutes, 0 to 1,000
 * @param customers
 *            number of customers, 0 to 100,000,000
 * @param seed
 *            another seed is another city
 * @param end
 *            the day after the last day of measurements, in UTC
 * @param months
 *            months of facts about each customer, up to the month before {@code end}, 0 to 120
 */
public record SampleRequest(int cells, int days, int customers, long seed, LocalDate end, int months) {

    /** The end when nobody names one: fixed, so that the sample is the same on any day it is made. */
    public static final LocalDate DEFAULT_END = LocalDate.of(2026, 11, 1);

    /** Months of facts when nobody says how many. */
    public static final int DEFAULT_MONTHS = 12;

    public SampleRequest {
        Objects.requireNonNull(end);
        require(cells, 1, 1_000_000, "cells");
        require(days, 0, 1_000, "days");
        require(customers, 0, 100_000_000, "customers");
        require(months, 0, 120, "months");
    }

    /** A city with the default end and months of facts. */
    public static SampleRequest of(int cells, int days, int customers, long seed) {
        return new SampleRequest(cells, days, customers, seed, DEFAULT_END, DEFAULT_MONTHS);
    }

    private static void require(int value, int least, int most, String what) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    what + " must be " + least + " to " + most + ", not " + value);
        }
    }
}
