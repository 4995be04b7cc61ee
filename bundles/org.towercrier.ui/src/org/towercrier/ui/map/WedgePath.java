package org.towercrier.ui.map;

import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Path;

/**
 * Shapes of sectors gathered into one path: a fill of a thousand wedges at once costs a fraction of a thousand fills.
 */
final class WedgePath {

    private static final float[] SINE = new float[361];
    private static final float[] COSINE = new float[361];

    static {
        for (int degree = 0; degree <= 360; degree++) {
            SINE[degree] = (float) Math.sin(Math.toRadians(degree));
            COSINE[degree] = (float) Math.cos(Math.toRadians(degree));
        }
    }

    private final Path path;
    private int shapes;

    WedgePath(Device device) {
        path = new Path(device);
    }

    Path path() {
        return path;
    }

    int shapes() {
        return shapes;
    }

    void dispose() {
        path.dispose();
    }

    /** Adds a wedge, or a ring of one when {@code inner} is not 0. */
    void wedge(float x, float y, float inner, float outer, float azimuth, float beamWidth) {
        int from = Math.round(azimuth - beamWidth / 2);
        int to = Math.round(azimuth + beamWidth / 2);
        int step = outer < 16 ? 20 : 8;
        if (inner <= 0) {
            path.moveTo(x, y);
        } else {
            arc(x, y, inner, to, from, step, true);
        }
        arc(x, y, outer, from, to, step, false);
        path.close();
        shapes++;
    }

    /** Adds a disc or a ring. */
    void disc(float x, float y, float inner, float outer) {
        path.addArc(x - outer, y - outer, 2 * outer, 2 * outer, 0, 360);
        path.close();
        if (inner > 0) {
            path.addArc(x - inner, y - inner, 2 * inner, 2 * inner, 0, -360);
            path.close();
        }
        shapes++;
    }

    private void arc(float x, float y, float radius, int from, int to, int step, boolean begin) {
        int sweep = Math.abs(to - from);
        int steps = Math.max(2, (sweep + step - 1) / step);
        for (int i = 0; i <= steps; i++) {
            int degree = Math.floorMod(from + (to - from) * i / steps, 360);
            float px = x + radius * SINE[degree];
            float py = y - radius * COSINE[degree];
            if (begin && i == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
    }
}
