package org.towercrier.sample.internal;

/** How the load of a cell runs through the day, on workdays and at weekends, with the peak at 1. */
enum Profile {

    /** Homes: quiet by day, full in the evening. */
    HOME(1.0, 0.1, new double[][]{ { 7.5, 1.2, 0.45 }, { 12.5, 2.0, 0.35 }, { 20.8, 2.2, 0.95 } },
            new double[][]{ { 11.0, 2.5, 0.6 }, { 16.0, 3.0, 0.55 }, { 20.8, 2.4, 0.95 } }),
    /** Work places: full in office hours, empty at weekends. */
    WORK(0.08, 1.0, new double[][]{ { 10.2, 1.6, 0.9 }, { 12.6, 0.8, 0.45 }, { 15.2, 1.8, 0.9 } },
            new double[][]{ { 13.0, 3.5, 0.25 } }),
    /** Shops and flats together. */
    MIXED(0.6, 0.6, new double[][]{ { 9.5, 1.5, 0.5 }, { 13.0, 2.0, 0.6 }, { 18.8, 2.4, 0.9 } },
            new double[][]{ { 12.5, 2.5, 0.75 }, { 18.0, 3.0, 0.85 } }),
    /** Stations and airports: the two rush hours. */
    HUB(0.02, 0.3, new double[][]{ { 8.0, 0.9, 0.95 }, { 13.0, 2.5, 0.4 }, { 18.0, 1.1, 0.98 } },
            new double[][]{ { 11.0, 2.5, 0.5 }, { 18.0, 2.5, 0.6 } }),
    /** Lecture halls and dormitories. */
    CAMPUS(0.5, 0.7, new double[][]{ { 10.5, 1.8, 0.7 }, { 14.5, 1.8, 0.7 }, { 21.8, 1.8, 0.9 } },
            new double[][]{ { 15.0, 3.0, 0.45 }, { 21.8, 2.2, 0.7 } }),
    /** Restaurants and clubs: late, and later at weekends. */
    NIGHT(0.25, 0.3, new double[][]{ { 12.8, 1.0, 0.45 }, { 20.5, 2.0, 0.7 }, { 23.0, 1.5, 0.5 } },
            new double[][]{ { 14.0, 2.0, 0.4 }, { 21.5, 2.2, 0.9 }, { 1.0, 1.5, 0.6 } }),
    /** Villages: flat, a little more in the evening. */
    VILLAGE(0.8, 0.2, new double[][]{ { 8.0, 1.5, 0.4 }, { 13.0, 3.5, 0.45 }, { 19.8, 2.3, 0.85 } },
            new double[][]{ { 12.0, 3.0, 0.6 }, { 19.5, 2.5, 0.8 } });

    static final int SLOTS = 96;

    private static final double NIGHT_FLOOR = 0.06;

    private final double homes;
    private final double workPlaces;
    private final double[] workday;
    private final double[] weekend;

    Profile(double homes, double workPlaces, double[][] workdayHumps, double[][] weekendHumps) {
        this.homes = homes;
        this.workPlaces = workPlaces;
        double[] work = sum(workdayHumps);
        double peak = max(work);
        this.workday = scaled(work, peak);
        this.weekend = scaled(sum(weekendHumps), peak);
    }

    /** Share of the people here who live here. */
    double homes() {
        return homes;
    }

    /** Share of the people here who work here. */
    double workPlaces() {
        return workPlaces;
    }

    /** Load of each quarter of an hour, 1 at the peak of a workday. */
    double[] day(boolean atWeekend) {
        return atWeekend ? weekend : workday;
    }

    private static double[] sum(double[][] humps) {
        double[] values = new double[SLOTS];
        for (int slot = 0; slot < SLOTS; slot++) {
            double hour = slot / 4.0 + 0.125;
            values[slot] = NIGHT_FLOOR;
            for (double[] hump : humps) {
                double distance = Math.abs(hour - hump[0]);
                distance = Math.min(distance, 24 - distance) / hump[1];
                values[slot] += hump[2] * StrictMath.exp(-distance * distance / 2);
            }
        }
        return values;
    }

    private static double max(double[] values) {
        double max = 0;
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }

    private static double[] scaled(double[] values, double peak) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = values[i] / peak;
        }
        return scaled;
    }
}
