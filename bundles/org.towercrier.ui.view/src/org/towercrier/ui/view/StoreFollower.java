package org.towercrier.ui.view;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.osgi.service.event.Event;
import org.towercrier.store.StoreEvents;

import jakarta.inject.Inject;

/** Tells a view, on the thread of the window, when the store holds something else of what the view shows. */
@Creatable
public final class StoreFollower {

    private StoreInterest interest = new StoreInterest(java.util.Set.of(), java.util.Set.of());
    private Runnable changed = () -> {};

    /** Lets the view follow; what it followed before it no longer does. */
    public void follow(StoreInterest shown, Runnable whenChanged) {
        interest = shown;
        changed = whenChanged;
    }

    @Inject
    @Optional
    void stored(@UIEventTopic(StoreEvents.CHANGED) Event event) {
        tell(event);
    }

    @Inject
    @Optional
    void saved(@UIEventTopic(StoreEvents.DOCUMENT) Event event) {
        tell(event);
    }

    private void tell(Event event) {
        if (interest.concerns(event)) {
            changed.run();
        }
    }
}
