package org.towercrier.ui.map;

import java.util.List;
import java.util.Set;

/** A layer of things that each have a place. */
abstract class PlacedLayer implements MapLayer {

    private PointCloud cloud = PointCloud.NONE;
    private Runnable repaint = () -> {};

    /** Takes other things, at degrees of longitude and latitude. */
    final void place(String[] ids, double[] longitude, double[] latitude) {
        cloud = new PointCloud(ids, longitude, latitude);
    }

    final PointCloud cloud() {
        return cloud;
    }

    final void repaint() {
        repaint.run();
    }

    @Override
    public final void attach(Runnable newRepaint) {
        repaint = newRepaint;
    }

    @Override
    public final List<String> idsIn(MapBounds bounds) {
        return cloud.idsIn(bounds);
    }

    @Override
    public final MapBounds boundsOf(Set<String> ids) {
        return cloud.boundsOf(ids);
    }

    @Override
    public final MapBounds bounds() {
        return cloud.index().bounds();
    }
}
