package org.towercrier.sample.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.towercrier.sample.internal.City.CellPlan;
import org.towercrier.sample.internal.City.Venue;

/**
 * What happens on which day: crowds, failures, silence. Matches and concerts fall on irregular days, as a weekly one
 * would be part of the usual week.
 */
final class Calendar {

    /** Slots from {@code from} to before {@code until}, counted from the start of the sample. */
    record Span(int from, int until) {
        boolean covers(int slot) {
            return slot >= from && slot < until;
        }
    }

    private record Crowd(Span span, double factor) {
    }

    private static final double SILENT_FOR_HOURS = 0.012;
    private static final double SILENT_AT_THE_END = 0.004;
    private static final double DEGRADED = 0.01;
    private static final double SUDDEN_CROWDS_PER_CELL_AND_DAY = 0.0008;

    private final Noise noise;
    private final int days;
    private final LocalDate start;
    private final List<Venue> venues;

    Calendar(long seed, int days, LocalDate end, List<Venue> venues) {
        this.noise = new Noise(seed).stream("calendar");
        this.days = days;
        this.start = end.minusDays(days);
        this.venues = venues;
    }

    boolean weekend(int day) {
        DayOfWeek weekday = start.plusDays(day).getDayOfWeek();
        return weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
    }

    LocalDate start() {
        return start;
    }

    /** Load factor of every slot by crowds near the cell; an empty array when there are none. */
    float[] crowds(CellPlan cell) {
        List<Crowd> crowds = new ArrayList<>();
        for (int v = 0; v < venues.size(); v++) {
            double near = nearness(cell, venues.get(v));
            if (near > 0) {
                addVenue(v, near, crowds);
            }
        }
        addSudden(cell, crowds);
        if (crowds.isEmpty()) {
            return new float[0];
        }
        float[] factors = new float[days * Profile.SLOTS];
        java.util.Arrays.fill(factors, 1);
        for (Crowd crowd : crowds) {
            for (int slot = crowd.span().from(); slot < Math.min(crowd.span().until(), factors.length); slot++) {
                factors[slot] = (float) Math.max(factors[slot], crowd.factor());
            }
        }
        return factors;
    }

    private static double nearness(CellPlan cell, Venue venue) {
        double east = cell.site().east() - venue.east();
        double north = cell.site().north() - venue.north();
        double distance = Math.sqrt(east * east + north * north) / venue.reach();
        return distance >= 1 ? 0 : 1 - distance * distance;
    }

    /** About every tenth day, in the evening, three hours and more. */
    private void addVenue(int venue, double near, List<Crowd> crowds) {
        for (int day = 0; day < days; day++) {
            if (noise.unit(venue, 1_000 + day) < 0.1) {
                int from = day * Profile.SLOTS + 74 + noise.index(venue, 2_000 + day, 6);
                int length = 12 + noise.index(venue, 3_000 + day, 5);
                crowds.add(new Crowd(new Span(from, from + length),
                        1 + near * noise.between(venue, 4_000 + day, 2.2, 4.5)));
            }
        }
    }

    /** An accident, a market, a demonstration: anywhere, at any hour of the day. */
    private void addSudden(CellPlan cell, List<Crowd> crowds) {
        long id = 1_000_000L + cell.number();
        for (int day = 0; day < days; day++) {
            if (noise.unit(id, day) < SUDDEN_CROWDS_PER_CELL_AND_DAY) {
                int from = day * Profile.SLOTS + 28 + noise.index(id, 10_000 + day, 56);
                int length = 6 + noise.index(id, 20_000 + day, 8);
                crowds.add(new Crowd(new Span(from, from + length), noise.between(id, 30_000 + day, 2.5, 4.5)));
            }
        }
    }

    /** When the cell reports nothing at all; an empty span when it always does. */
    Span silence(CellPlan cell) {
        long id = 2_000_000_000L + cell.number();
        int slots = days * Profile.SLOTS;
        double pick = noise.unit(id, 1);
        if (pick < SILENT_AT_THE_END) {
            return new Span(Math.max(0, slots - 4 - noise.index(id, 2, 60)), slots);
        }
        if (pick < SILENT_AT_THE_END + SILENT_FOR_HOURS) {
            int from = noise.index(id, 3, Math.max(1, slots - 90));
            return new Span(from, from + 8 + noise.index(id, 4, 72));
        }
        return new Span(0, 0);
    }

    /** When the cell sets up and keeps connections badly; half of these last to the end. */
    Span degradation(CellPlan cell) {
        long id = 3_000_000_000L + cell.number();
        if (noise.unit(id, 1) >= DEGRADED) {
            return new Span(0, 0);
        }
        int slots = days * Profile.SLOTS;
        int length = Math.min(slots, (2 + noise.index(id, 2, 8)) * Profile.SLOTS);
        if (noise.unit(id, 3) < 0.5) {
            return new Span(slots - length, slots);
        }
        int from = noise.index(id, 4, Math.max(1, slots - length));
        return new Span(from, from + length);
    }
}
