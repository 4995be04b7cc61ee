package org.towercrier.planning.internal.sites;

import java.util.Arrays;

/** The tiles of a patch, squares of the whole raster that have room for one site only. */
final class SiteTiles {

    private final SitePatch.Cut cut;
    private final int firstColumn;
    private final int firstRow;
    private final int columns;
    private final int[] ofColumn;
    private final int[] beforeRow;
    private final float[] crowd;

    SiteTiles(SitePatch.Cut cut) {
        this.cut = cut;
        int side = cut.tile();
        firstColumn = Math.floorDiv(cut.left(), side);
        firstRow = Math.floorDiv(cut.bottom(), side);
        columns = Math.floorDiv(cut.left() + cut.width() - 1, side) - firstColumn + 1;
        ofColumn = new int[cut.width()];
        Arrays.setAll(ofColumn, x -> Math.floorDiv(cut.left() + x, side) - firstColumn);
        beforeRow = new int[cut.height()];
        Arrays.setAll(beforeRow, y -> columns * (Math.floorDiv(cut.bottom() + y, side) - firstRow));
        crowd = new float[beforeRow[cut.height() - 1] + columns];
    }

    int number() {
        return crowd.length;
    }

    int of(int cell) {
        return beforeRow[cell / cut.width()] + ofColumn[cell % cut.width()];
    }

    /** @return most of sites in one tile, at least 1 */
    float mostCrowded(float[][] open) {
        Arrays.fill(crowd, 0);
        for (int kind = 0; kind < open.length; kind++) {
            int[] runs = cut.places()[kind];
            for (int run = 0; run < runs.length; run += 2) {
                int before = beforeRow[runs[run] / cut.width()];
                int x = runs[run] % cut.width();
                for (int i = 0; i < runs[run + 1]; i++) {
                    crowd[before + ofColumn[x + i]] += open[kind][runs[run] + i];
                }
            }
        }
        float most = 1;
        for (float of : crowd) {
            most = Math.max(most, of);
        }
        return most;
    }

    /** Tells those that are not nothing. */
    void tell(float[] rents, Rents to) {
        for (int tile = 0; tile < rents.length; tile++) {
            if (rents[tile] > 0) {
                to.rent(firstColumn + tile % columns, firstRow + tile / columns, rents[tile]);
            }
        }
    }

    /** Hears of rents by columns and rows of tiles in the whole raster. */
    interface Rents {
        void rent(int column, int row, float rent);
    }
}
