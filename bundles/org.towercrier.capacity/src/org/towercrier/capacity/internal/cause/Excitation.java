package org.towercrier.capacity.internal.cause;

/**
 * For every event, how much of each type was going on just before at its place and next to it: the sum of
 * {@code exp(-age / scale)} over the earlier events. Events of the same second excite none of one another: which of them came
 * first is not known.
 */
final class Excitation {

    /** At the place itself, and at its neighbours. */
    static final int DISTANCES = 2;

    private final EventStream stream;
    private final double scale;
    private final int width;
    private final float[] values;
    private final double[] exposure;

    Excitation(EventStream stream, double scale) {
        this.stream = stream;
        this.scale = scale;
        this.width = stream.typeCount() * DISTANCES;
        this.values = new float[stream.size() * width];
        this.exposure = new double[width];
        fill();
        expose();
    }

    int width() {
        return width;
    }

    /** Number of the value of a type at a distance. */
    static int column(int type, int distance) {
        return type * DISTANCES + distance;
    }

    float value(int event, int column) {
        return values[event * width + column];
    }

    /** The time integral of a column over all places. */
    double exposure(int column) {
        return exposure[column];
    }

    private void fill() {
        double[][] state = new double[stream.placeCount()][stream.typeCount()];
        long[] updated = new long[stream.placeCount()];
        int begin = 0;
        while (begin < stream.size()) {
            int end = begin;
            while (end < stream.size() && stream.times()[end] == stream.times()[begin]) {
                end++;
            }
            for (int event = begin; event < end; event++) {
                int place = stream.places()[event];
                add(event, 0, state[place], decay(stream.times()[event], updated[place]));
                for (int neighbour : stream.neighbours()[place]) {
                    add(event, 1, state[neighbour], decay(stream.times()[event], updated[neighbour]));
                }
            }
            for (int event = begin; event < end; event++) {
                int place = stream.places()[event];
                double factor = decay(stream.times()[event], updated[place]);
                for (int type = 0; type < state[place].length; type++) {
                    state[place][type] *= factor;
                }
                updated[place] = stream.times()[event];
                state[place][stream.types()[event]] += 1;
            }
            begin = end;
        }
    }

    private double decay(long now, long then) {
        return Math.exp(-(now - then) / scale);
    }

    private void add(int event, int distance, double[] state, double factor) {
        for (int type = 0; type < state.length; type++) {
            if (state[type] > 0) {
                values[event * width + column(type, distance)] += (float) (state[type] * factor);
            }
        }
    }

    private void expose() {
        long last = stream.size() == 0 ? 0 : stream.times()[stream.size() - 1];
        for (int event = 0; event < stream.size(); event++) {
            double mass = scale * (1 - Math.exp(-(last - stream.times()[event]) / scale));
            exposure[column(stream.types()[event], 0)] += mass;
            exposure[column(stream.types()[event], 1)] += mass * stream.neighbours()[stream.places()[event]].length;
        }
    }
}
