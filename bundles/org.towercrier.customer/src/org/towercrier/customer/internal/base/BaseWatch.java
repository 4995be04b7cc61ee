package org.towercrier.customer.internal.base;

import java.util.List;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.towercrier.store.StoreEvents;

/** Tells the base of customers when something it comes from was changed. */
@Component(service = EventHandler.class, property = EventConstants.EVENT_TOPIC + "=" + StoreEvents.CHANGED)
public final class BaseWatch implements EventHandler {

    private static final Set<String> SOURCES = Set.of("customer", "monthly_facts", "contract", "subscription", "terminal", "household",
            "corporate_group");

    private final CustomerBase base;

    @Activate
    public BaseWatch(@Reference CustomerBase base) {
        this.base = base;
    }

    @Override
    public void handleEvent(Event event) {
        if (event.getProperty(StoreEvents.TABLES) instanceof String[] tables && List.of(tables).stream().anyMatch(SOURCES::contains)) {
            base.stale();
        }
    }
}
