package org.towercrier.radio;

/**
 * Traffic theory of A. K. Erlang (1917): calls that are lost when all channels are busy (B) and calls that wait (C).
 */
public final class Erlang {

    private static final int MOST_CHANNELS = 1_000_000;

    private Erlang() {
    }

    /**
     * Erlang B by its recursion B(n) = A B(n−1) / (n + A B(n−1)), exact for any number of channels.
     *
     * @param erlang   offered traffic
     * @param channels number of channels
     * @return share of calls that are lost, 0 to 1
     */
    public static double blocking(double erlang, int channels) {
        Checked.between(erlang, 0, 1e9, "offered traffic in erlang");
        Checked.between(channels, 0, MOST_CHANNELS, "channels");
        double blocking = 1;
        for (int n = 1; n <= channels; n++) {
            blocking = erlang * blocking / (n + erlang * blocking);
        }
        return blocking;
    }

    /**
     * Erlang C: share of calls that have to wait, 1 when the channels cannot carry the traffic at all.
     *
     * @param erlang   offered traffic
     * @param channels number of channels
     * @return 0 to 1
     */
    public static double waiting(double erlang, int channels) {
        if (erlang >= channels) {
            return erlang == 0 ? 0 : 1;
        }
        double blocking = blocking(erlang, channels);
        return blocking / (1 - erlang / channels * (1 - blocking));
    }

    /**
     * The traffic that a number of channels may be offered at a grade of service.
     *
     * @param channels number of channels, at least 1
     * @param blocking greatest share of lost calls, for example 0.02
     * @return erlang
     */
    public static double offered(int channels, double blocking) {
        Checked.between(channels, 1, MOST_CHANNELS, "channels");
        Checked.between(blocking, Double.MIN_VALUE, 1 - 1e-9, "share of lost calls");
        double low = 0;
        double high = 1;
        while (blocking(high, channels) < blocking) {
            low = high;
            high *= 2;
        }
        while (high - low > 1e-12 * high) {
            double middle = (low + high) / 2;
            if (middle == low || middle == high) {
                break;
            }
            if (blocking(middle, channels) < blocking) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The fewest channels that carry a traffic at a grade of service.
     *
     * @param erlang   offered traffic
     * @param blocking greatest share of lost calls, for example 0.02
     * @return number of channels
     */
    public static int channels(double erlang, double blocking) {
        Checked.between(erlang, 0, MOST_CHANNELS / 2.0, "offered traffic in erlang");
        Checked.between(blocking, Double.MIN_VALUE, 1, "share of lost calls");
        double present = 1;
        int n = 0;
        while (present > blocking && erlang > 0) {
            n++;
            present = erlang * present / (n + erlang * present);
        }
        return n;
    }
}
