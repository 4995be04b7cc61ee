package org.towercrier.ui.map;

import java.util.HashMap;
import java.util.Map;

/**
 * The cells of a network as the map wants them: one array per attribute, cell {@code i} at index {@code i} of each.
 *
 * @param longitude degrees; NaN when the place is not known
 * @param latitude degrees; NaN when the place is not known
 * @param azimuth direction of the beam, degrees clockwise from north; NaN for cells that shine all around
 * @param beamWidth width of the beam, degrees; 360 or NaN for cells that shine all around
 * @param radius reach to draw, metres; NaN for the usual one
 * @param id ids, as they appear in selections
 * @param label names for people, shown in tool tips
 * @param site names of the sites, written beside the sectors when there is room; may be empty strings
 */
public record MapCells(double[] longitude, double[] latitude, float[] azimuth, float[] beamWidth, float[] radius,
        String[] id, String[] label, String[] site) {

    /** No cells. */
    public static final MapCells NONE = new MapCells(new double[0], new double[0], new float[0], new float[0],
            new float[0], new String[0], new String[0], new String[0]);

    public MapCells {
        int n = id.length;
        if (longitude.length != n || latitude.length != n || azimuth.length != n || beamWidth.length != n
                || radius.length != n || label.length != n || site.length != n) {
            throw new IllegalArgumentException("The arrays of cells differ in length: " + n + " ids");
        }
    }

    /** Collects a known number of cells, one after the other. */
    public static final class Builder {

        /** Half-power beam width of a usual sector antenna, degrees: drawn where a cell has a direction and nobody knows how wide it shines. */
        private static final float USUAL_BEAM = 65;

        private final MapCells cells;
        private int count;

        /** For so many cells. */
        public Builder(int size) {
            cells = new MapCells(new double[size], new double[size], new float[size], new float[size], new float[size], new String[size],
                    new String[size], new String[size]);
        }

        /** Adds a cell that reaches as far as usual; angles are degrees, NaN where they are not known. */
        public Builder add(String id, String label, String site, double longitude, double latitude, double azimuth, double beamWidth) {
            cells.longitude[count] = longitude;
            cells.latitude[count] = latitude;
            cells.azimuth[count] = (float) azimuth;
            cells.beamWidth[count] = Double.isNaN(beamWidth) && !Double.isNaN(azimuth) ? USUAL_BEAM : (float) beamWidth;
            cells.radius[count] = Float.NaN;
            cells.id[count] = id;
            cells.label[count] = label;
            cells.site[count] = site;
            count++;
            return this;
        }

        /** The cells. @throws IllegalStateException when there are fewer than was said */
        public MapCells build() {
            if (count != cells.size()) {
                throw new IllegalStateException(count + " of " + cells.size() + " cells were added");
            }
            return cells;
        }
    }

    /** Number of cells. */
    public int size() {
        return id.length;
    }

    /** Whether a cell shines all around. */
    public boolean isOmni(int cell) {
        return Float.isNaN(azimuth[cell]) || Float.isNaN(beamWidth[cell]) || beamWidth[cell] >= 350;
    }

    /**
     * Carriers that share place and direction are drawn as rings of one wedge: for each cell the number of its ring in
     * the low half and how many rings the wedge has in the high half.
     */
    int[] rings() {
        record Wedge(double longitude, double latitude, int azimuth) {
        }
        int[] rings = new int[size()];
        int[] first = new int[size()];
        Map<Wedge, int[]> wedges = HashMap.newHashMap(size());
        for (int i = 0; i < size(); i++) {
            int direction = isOmni(i) ? -1 : Math.floorMod(Math.round(azimuth[i] / 5), 72);
            int index = i;
            int[] wedge = wedges.computeIfAbsent(new Wedge(longitude[i], latitude[i], direction),
                    key -> new int[]{ index, 0 });
            first[i] = wedge[0];
            rings[i] = wedge[1]++;
            rings[wedge[0]] = rings[wedge[0]] & 0xFFFF | wedge[1] << 16;
        }
        for (int i = 0; i < size(); i++) {
            rings[i] = rings[i] & 0xFFFF | rings[first[i]] & 0xFFFF0000;
        }
        return rings;
    }
}
