package org.towercrier.capacity.ui.internal.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.towercrier.store.StoreException;
import org.towercrier.ui.view.OverviewAddition;

/**
 * The tiles that other areas put on the overview; they come and go with the workspace. A tile is made when it is read, away
 * from the thread of the window: it brings the services of its area up with it.
 */
final class AddedTiles implements AutoCloseable {

    private final BundleContext bundles;
    private final Runnable changed;
    private final ServiceTracker<OverviewAddition, Added> tracker;
    private volatile boolean following;

    /** @param changed told, on any thread, when tiles come or go or one says something else */
    AddedTiles(BundleContext bundles, Runnable changed) {
        this.bundles = bundles;
        this.changed = changed;
        tracker = new ServiceTracker<>(bundles, OverviewAddition.class, new Coming());
    }

    /** Follows what comes and goes from now on; of what is there already nobody is told. */
    void open() {
        tracker.open();
        following = true;
    }

    /** What the tiles say now, in the order their areas rank them. */
    List<Tile> read(Locale locale) throws StoreException {
        List<Tile> tiles = new ArrayList<>();
        for (Added each : tracker.getTracked().values()) {
            OverviewAddition made = each.made();
            if (made != null) {
                tiles.add(Tile.of(made.read(locale)));
            }
        }
        return tiles;
    }

    private void tell() {
        if (following) {
            changed.run();
        }
    }

    @Override
    public void close() {
        following = false;
        tracker.close();
    }

    /** A tile that was offered, made or not. */
    private final class Added {

        private final ServiceReference<OverviewAddition> reference;
        private OverviewAddition addition;
        private Runnable unfollow = () -> {};

        Added(ServiceReference<OverviewAddition> reference) {
            this.reference = reference;
        }

        synchronized OverviewAddition made() {
            if (addition == null) {
                addition = bundles.getService(reference);
                if (addition != null) {
                    unfollow = addition.follow(changed);
                }
            }
            return addition;
        }

        synchronized void leave() {
            unfollow.run();
            if (addition != null) {
                bundles.ungetService(reference);
            }
        }
    }

    private final class Coming implements ServiceTrackerCustomizer<OverviewAddition, Added> {

        @Override
        public Added addingService(ServiceReference<OverviewAddition> reference) {
            tell();
            return new Added(reference);
        }

        @Override
        public void modifiedService(ServiceReference<OverviewAddition> reference, Added added) {
            // what a tile says does not hang on its properties
        }

        @Override
        public void removedService(ServiceReference<OverviewAddition> reference, Added added) {
            added.leave();
            tell();
        }
    }
}
