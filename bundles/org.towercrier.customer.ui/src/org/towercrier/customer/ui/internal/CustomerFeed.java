package org.towercrier.customer.ui.internal;

import java.util.Optional;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.towercrier.customer.Clusters;
import org.towercrier.customer.CustomerValue;
import org.towercrier.customer.Loyalty;
import org.towercrier.customer.Satisfaction;
import org.towercrier.customer.Segments;
import org.towercrier.ui.view.StoreFollower;
import org.towercrier.ui.view.StoreInterest;

import jakarta.inject.Inject;

/** Tells a view when there is something else to show about customers: another workspace, an import, an edited segmentation. */
@Creatable
public final class CustomerFeed {

    private static final StoreInterest SHOWN = StoreInterest.inTables("customer", "monthly_facts", "contract", "subscription", "terminal",
            "household", "corporate_group", "survey_answer", "product", "consent", "contact", "ticket", "segment_membership")
            .andDocuments(Segments.KIND, CustomerValue.KIND, Clusters.KIND, Loyalty.KIND, Satisfaction.KIND);

    private final StoreFollower store;
    private Optional<Segments> segments = Optional.empty();
    private Runnable changed = () -> {};

    @Inject
    public CustomerFeed(StoreFollower store) {
        this.store = store;
    }

    /** Lets a view follow. */
    public void follow(Runnable whenChanged) {
        changed = whenChanged;
        store.follow(SHOWN, whenChanged);
    }

    /** The segments of the open workspace. */
    public Optional<Segments> segments() {
        return segments;
    }

    @Inject
    void service(@org.eclipse.e4.core.di.annotations.Optional Segments service) {
        segments = Optional.ofNullable(service);
        changed.run();
    }
}
