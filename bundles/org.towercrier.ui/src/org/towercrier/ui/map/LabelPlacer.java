package org.towercrier.ui.map;

import java.util.Arrays;

/** Remembers which pixels carry a label already. */
public final class LabelPlacer {

    private int[] taken = new int[256];
    private int count;

    /** Takes a rectangle if it does not touch one taken before; whether it could be had. */
    public boolean claim(int x, int y, int width, int height) {
        for (int i = 0; i < count; i += 4) {
            if (x < taken[i] + taken[i + 2] && x + width > taken[i] && y < taken[i + 1] + taken[i + 3]
                    && y + height > taken[i + 1]) {
                return false;
            }
        }
        if (count == taken.length) {
            taken = Arrays.copyOf(taken, 2 * count);
        }
        taken[count++] = x;
        taken[count++] = y;
        taken[count++] = width;
        taken[count++] = height;
        return true;
    }
}
