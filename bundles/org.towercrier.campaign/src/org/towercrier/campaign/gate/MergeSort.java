package org.towercrier.campaign.gate;

/** Sorts positions by an order of what they stand for, without boxing them. */
final class MergeSort {

    private static final int SMALL = 24;

    /** An order. */
    @FunctionalInterface
    interface Before {
        boolean before(int one, int other);
    }

    private MergeSort() {
    }

    static void sort(int[] values, Before order) {
        sort(values, values.clone(), 0, values.length, order);
    }

    /** Sorts a part of {@code to}; {@code from} has the same values in it. */
    private static void sort(int[] to, int[] from, int begin, int end, Before order) {
        if (end - begin <= SMALL) {
            insert(to, begin, end, order);
            return;
        }
        int middle = begin + end >>> 1;
        sort(from, to, begin, middle, order);
        sort(from, to, middle, end, order);
        int left = begin;
        int right = middle;
        for (int i = begin; i < end; i++) {
            boolean takeRight = left >= middle || right < end && order.before(from[right], from[left]);
            to[i] = takeRight ? from[right++] : from[left++];
        }
    }

    private static void insert(int[] values, int begin, int end, Before order) {
        for (int i = begin + 1; i < end; i++) {
            int value = values[i];
            int at = i;
            while (at > begin && order.before(value, values[at - 1])) {
                values[at] = values[at - 1];
                at--;
            }
            values[at] = value;
        }
    }
}
