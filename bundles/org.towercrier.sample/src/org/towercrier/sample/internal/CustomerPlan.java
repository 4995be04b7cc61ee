package org.towercrier.sample.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.towercrier.sample.internal.City.CellPlan;

/**
 * Who the customers are: everything about a customer follows from the number, so that nothing has to be kept, whatever
 * their number. Homes and work places lie in the cells by the load that comes from homes and from offices there.
 */
final class CustomerPlan {

    /** What a customer is like; the groups differ in use, spending and staying. */
    enum Habit {
        DATA_HUNGRY(0.24, 42, 9_000, 90, 20), HIGH_VALUE(0.13, 96, 6_500, 620, 60),
        VOICE_LEANING(0.33, 34, 900, 380, 45), DORMANT(0.30, 9, 250, 40, 12);

        private final double share;
        private final double spend;
        private final double megabytes;
        private final double minutes;
        private final double messages;

        Habit(double share, double spend, double megabytes, double minutes, double messages) {
            this.share = share;
            this.spend = spend;
            this.megabytes = megabytes;
            this.minutes = minutes;
            this.messages = messages;
        }

        double spend() {
            return spend;
        }

        double megabytes() {
            return megabytes;
        }

        double minutes() {
            return minutes;
        }

        double messages() {
            return messages;
        }
    }

    /** Members of a group network at least, by the definition of the product. */
    static final int GROUP_MEMBERS = 11;

    private static final double IN_HOUSEHOLD = 0.78;
    private static final double IN_GROUP = 0.11;
    private static final int CUSTOMERS_PER_HOUSEHOLD = 3;
    private static final int CUSTOMERS_PER_GROUP = 180;
    private static final double MONTH_DAYS = 30.4375;

    private final Noise noise;
    private final List<CellPlan> cells;
    private final double[] homes;
    private final double[] works;
    private final int customers;
    private final LocalDate end;

    CustomerPlan(City city, long seed, int customers, LocalDate end) {
        this.noise = new Noise(seed).stream("customers");
        this.cells = city.cells();
        this.customers = customers;
        this.end = end;
        this.homes = new double[cells.size()];
        this.works = new double[cells.size()];
        double home = 0;
        double work = 0;
        for (int i = 0; i < homes.length; i++) {
            CellPlan cell = cells.get(i);
            double people = cell.layer().packet() ? cell.peak() * Math.sqrt(cell.layer().capacity()) : 0.05;
            home += people * cell.site().profile().homes();
            work += people * cell.site().profile().workPlaces();
            homes[i] = home;
            works[i] = work;
        }
    }

    int households() {
        return Math.ceilDiv(customers, CUSTOMERS_PER_HOUSEHOLD);
    }

    int groups() {
        return Math.floorDiv(customers, CUSTOMERS_PER_GROUP);
    }

    /** The household of a customer, by number. */
    Optional<Integer> household(int customer) {
        return noise.unit(customer, 1) < IN_HOUSEHOLD ? Optional.of(customer / CUSTOMERS_PER_HOUSEHOLD)
                : Optional.empty();
    }

    /** The corporate group of a customer, by number. */
    Optional<Integer> group(int customer) {
        return groups() > 0 && noise.unit(customer, 2) < IN_GROUP ? Optional.of(noise.index(customer, 3, groups()))
                : Optional.empty();
    }

    CellPlan householdCell(int household) {
        return pick(homes, noise.unit(household, 4));
    }

    CellPlan groupCell(int group) {
        return pick(works, noise.unit(group, 5));
    }

    CellPlan homeCell(int customer) {
        return household(customer).map(this::householdCell).orElseGet(() -> pick(homes, noise.unit(customer, 6)));
    }

    /** Pupils and pensioners have none. */
    Optional<CellPlan> workCell(int customer) {
        Optional<Integer> group = group(customer);
        if (group.isPresent()) {
            return group.map(this::groupCell);
        }
        int age = age(customer);
        return age >= 16 && age < 67 && noise.unit(customer, 7) < 0.8
                ? Optional.of(pick(works, noise.unit(customer, 8)))
                : Optional.empty();
    }

    private CellPlan pick(double[] cumulative, double position) {
        int found = Arrays.binarySearch(cumulative, position * cumulative[cumulative.length - 1]);
        return cells.get(Math.min(found < 0 ? -found - 1 : found + 1, cells.size() - 1));
    }

    int age(int customer) {
        return Math.clamp(Math.round(41 + 16 * noise.bell(customer, 9)), 14, 92);
    }

    Habit habit(int customer) {
        double pick = noise.unit(customer, 10);
        for (Habit habit : Habit.values()) {
            pick -= habit.share;
            if (pick < 0) {
                return habit;
            }
        }
        return Habit.DORMANT;
    }

    /** Newcomers are data-hungry more often than not, and high value takes years. */
    LocalDate joined(int customer) {
        double years = switch (habit(customer)) {
            case DATA_HUNGRY -> noise.between(customer, 11, 0.1, 2.2);
            case HIGH_VALUE -> noise.between(customer, 11, 3, 14);
            case VOICE_LEANING -> noise.between(customer, 11, 1, 12);
            case DORMANT -> noise.between(customer, 11, 0.3, 9);
        };
        return end.minusDays(Math.round(years * 365.25));
    }

    /** The day the customer left, for about one in twelve, in the last year. */
    Optional<LocalDate> left(int customer) {
        double share = switch (habit(customer)) {
            case DATA_HUNGRY -> 0.12;
            case HIGH_VALUE -> 0.035;
            case VOICE_LEANING -> 0.06;
            case DORMANT -> 0.13;
        };
        if (noise.unit(customer, 12) >= share) {
            return Optional.empty();
        }
        LocalDate left = end.minusDays(5 + noise.index(customer, 13, 360));
        return left.isAfter(joined(customer)) ? Optional.of(left) : Optional.empty();
    }

    /** Months from joining to leaving or to the end of the sample. */
    double tenure(int customer) {
        long days = ChronoUnit.DAYS.between(joined(customer), left(customer).orElse(end));
        return Math.rint(days / MONTH_DAYS * 10) / 10;
    }

    /** A random number about a customer, 0 to 1. */
    double unit(int customer, int what) {
        return noise.unit(customer, 1_000 + what);
    }

    /** A choice about a customer. */
    int index(int customer, int what, int bound) {
        return noise.index(customer, 1_000 + what, bound);
    }

    /** Bell-shaped noise about a customer in a month. */
    double bell(int customer, int month, int what) {
        return noise.bell(customer * 64L + what, 10_000 + month);
    }

    LocalDate end() {
        return end;
    }

    int customers() {
        return customers;
    }
}
