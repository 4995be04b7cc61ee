package org.towercrier.campaign.ui.internal;

import java.util.List;
import java.util.Set;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.osgi.service.event.Event;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.CapacityChecks;
import org.towercrier.campaign.ContactPolicies;
import org.towercrier.store.StoreEvents;

import jakarta.inject.Inject;

/** Tells a view when there is something else to show about campaigns: another workspace, a saved document, new contacts. */
@Creatable
public final class CampaignFeed {

    private static final Set<String> TABLES = Set.of("audience_member", "contact", "response", "gate_decision", "product_order", "trial",
            "consent", "do_not_contact", "customer");
    private static final Set<String> DOCUMENTS = Set.of(Campaigns.KIND, ContactPolicies.KIND, CapacityChecks.KIND);

    private java.util.Optional<Campaigns> campaigns = java.util.Optional.empty();
    private Runnable changed = () -> {};

    /** Lets a view follow. */
    public void follow(Runnable whenChanged) {
        changed = whenChanged;
    }

    /** The campaigns of the open workspace. */
    public java.util.Optional<Campaigns> campaigns() {
        return campaigns;
    }

    @Inject
    void service(@Optional Campaigns service) {
        campaigns = java.util.Optional.ofNullable(service);
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
