package org.towercrier.planning.internal.sites;

import java.util.Arrays;

/** A point on the way: prices of points, sites opened in part, rents of tiles. */
final class SiteStage {
    final float[] price;
    final float[][] open;
    final float[] rent;

    SiteStage(int cells, float[][] open, int tiles) {
        price = new float[cells];
        this.open = open;
        rent = new float[tiles];
    }

    void clear() {
        Arrays.fill(price, 0);
        Arrays.fill(rent, 0);
        for (float[] of : open) {
            Arrays.fill(of, 0);
        }
    }

    void divide(float by) {
        divide(price, by);
        divide(rent, by);
        for (float[] of : open) {
            divide(of, by);
        }
    }

    private static void divide(float[] values, float by) {
        for (int i = 0; i < values.length; i++) {
            values[i] /= by;
        }
    }

    void copy(SiteStage other) {
        System.arraycopy(other.price, 0, price, 0, price.length);
        System.arraycopy(other.rent, 0, rent, 0, rent.length);
        for (int kind = 0; kind < open.length; kind++) {
            System.arraycopy(other.open[kind], 0, open[kind], 0, open[kind].length);
        }
    }
}
