package org.towercrier.ui.view;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;

/**
 * A tile of what the store holds: it says something else whenever that changes. A subclass is a component that offers both
 * services, {@link OverviewAddition} and {@link EventHandler}, the latter for the topics of the store.
 */
public abstract class StoreTile implements OverviewAddition, EventHandler {

    private final StoreInterest interest;
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();

    protected StoreTile(StoreInterest interest) {
        this.interest = interest;
    }

    @Override
    public final Runnable follow(Runnable changed) {
        followers.add(changed);
        return () -> followers.remove(changed);
    }

    @Override
    public final void handleEvent(Event event) {
        if (interest.concerns(event)) {
            followers.forEach(Runnable::run);
        }
    }
}
