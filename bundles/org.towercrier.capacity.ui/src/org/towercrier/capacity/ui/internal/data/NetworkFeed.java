package org.towercrier.capacity.ui.internal.data;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.StatePart;
import org.towercrier.ui.view.Troubles;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The network as a view follows it: its snapshot, and on the view's faces that it is being loaded or cannot be. */
@Creatable
public final class NetworkFeed {

    private final IEventBroker events;
    private final PartSite site;
    private NetworkState state = NetworkState.NONE;
    private StatePart view;
    private Runnable changed = () -> {};

    @Inject
    public NetworkFeed(IEventBroker events, PartSite site) {
        this.events = events;
        this.site = site;
    }

    /** Lets a view follow: its faces show the loading, and it is told when there is something else to show. */
    public void follow(StatePart follower, Runnable whenChanged) {
        view = follower;
        changed = whenChanged;
    }

    /** What was loaded last. */
    public NetworkSnapshot snapshot() {
        return state.snapshot();
    }

    /** Says on the faces of a view what stands in the way, or that there is nothing. Whether the content is shown. */
    public boolean isShown(StatePane pane, boolean nothing) {
        if (state.trouble().isPresent()) {
            pane.showTrouble(Troubles.of(state.trouble().get(), site.messages()), this::reload);
            return false;
        }
        pane.showUnless(nothing && !state.beginning());
        return !nothing;
    }

    /** Loads it anew. */
    public void reload() {
        events.post(SnapshotAddon.RELOAD, "");
    }

    @Inject
    void state(@Optional @Named(SnapshotAddon.STATE) NetworkState newState) {
        NetworkState before = state;
        state = newState == null ? NetworkState.NONE : newState;
        if (view == null) {
            return;
        }
        // first, since a view that reads more of its own says so afterwards
        view.faces().ifPresent(pane -> pane.setLoading(state.loading()));
        if (!state.looksLike(before)) {
            changed.run();
        }
    }
}
