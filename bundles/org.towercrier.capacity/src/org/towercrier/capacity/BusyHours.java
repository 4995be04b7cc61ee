package org.towercrier.capacity;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.towercrier.model.alarm.BusyHourMethod;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/**
 * Busy hours of cells: the sliding 60 minutes of greatest traffic of a day (FS-1037C), averaged over days with exceptional
 * values left out (ITU-T E.500). Only windows whose 60 minutes are covered by trustworthy samples count; a day without one
 * has no busy hour.
 */
public interface BusyHours {

    /**
     * The busy hour of one object on one day.
     *
     * @param object  the object's name
     * @param cell    id of its cell, the object's name when no cell has adopted it
     * @param day     the day in the zone asked for
     * @param start   its begin
     * @param traffic the traffic in it: the sum for volumes, the mean for other figures
     * @param basis   which figure the traffic is
     */
    record BusyHour(String object, String cell, LocalDate day, Instant start, double traffic, TrafficBasis basis) {
    }

    /**
     * A week's busy hour: the mean of the daily ones without the extremes. From three days on, the day of greatest and the
     * day of least traffic are left out (the earlier one of equals); with fewer days all count.
     *
     * @param object   the object's name
     * @param cell     id of its cell
     * @param monday   first day of the week (ISO 8601)
     * @param traffic  the mean, absent when no day of the week has a busy hour
     * @param counted  the days in the mean
     * @param excluded the days left out as extremes
     */
    record WeeklyBusyHour(String object, String cell, LocalDate monday, OptionalDouble traffic, List<BusyHour> counted,
            List<BusyHour> excluded) {

        public WeeklyBusyHour {
            if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
                throw new IllegalArgumentException("A week begins on Monday");
            }
            counted = List.copyOf(counted);
            excluded = List.copyOf(excluded);
        }
    }

    /**
     * What to look at.
     *
     * @param cells  ids of cells or names of objects; empty for all
     * @param from   begin, absent for the first sample
     * @param to     end, exclusive, absent for the last sample's end
     * @param zone   whose days
     * @param method how the hour is found: sliding; the clock hour of each day; the same time on all days (the one with the greatest
     *               mean); the average daily peak is {@code CLOCK_HOUR} per day, and its mean per week
     */
    record Request(Collection<String> cells, Optional<Instant> from, Optional<Instant> to, ZoneId zone,
            BusyHourMethod method) {

        public Request {
            cells = List.copyOf(cells);
        }
    }

    /** The daily busy hours, ordered by object and day. */
    List<BusyHour> daily(Request request, Cancellation cancel) throws StoreException;

    /** The weekly busy hours, ordered by object and week. */
    List<WeeklyBusyHour> weekly(Request request, Cancellation cancel) throws StoreException;
}
