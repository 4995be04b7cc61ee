package org.towercrier.customer.ui.internal;

import java.util.List;
import java.util.Set;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.osgi.service.event.Event;
import org.towercrier.customer.Clusters;
import org.towercrier.customer.CustomerValue;
import org.towercrier.customer.Loyalty;
import org.towercrier.customer.Segments;
import org.towercrier.store.StoreEvents;

import jakarta.inject.Inject;

/** Tells a view when there is something else to show about customers: another workspace, an import, an edited segmentation. */
@Creatable
public final class CustomerFeed {

    private static final Set<String> TABLES = Set.of("customer", "monthly_facts", "contract", "subscription", "terminal", "household",
            "corporate_group", "survey_answer", "product", "consent", "contact", "ticket", "segment_membership");
    private static final Set<String> DOCUMENTS = Set.of(Segments.KIND, CustomerValue.KIND, Clusters.KIND, Loyalty.KIND);

    private java.util.Optional<Segments> segments = java.util.Optional.empty();
    private Runnable changed = () -> {};

    /** Lets a view follow. */
    public void follow(Runnable whenChanged) {
        changed = whenChanged;
    }

    /** The segments of the open workspace. */
    public java.util.Optional<Segments> segments() {
        return segments;
    }

    @Inject
    void service(@Optional Segments service) {
        segments = java.util.Optional.ofNullable(service);
        changed.run();
    }

    @Inject
    @Optional
    void stored(@UIEventTopic(StoreEvents.CHANGED) Event event) {
        if (event.getProperty(StoreEvents.TABLES) instanceof String[] tables && List.of(tables).stream().anyMatch(TABLES::contains)) {
            changed.run();
        }
    }

    @Inject
    @Optional
    void saved(@UIEventTopic(StoreEvents.DOCUMENT) Event event) {
        if (event.getProperty(StoreEvents.KIND) instanceof String kind && DOCUMENTS.contains(kind)) {
            changed.run();
        }
    }
}
