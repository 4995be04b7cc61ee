package org.towercrier.campaign.ui.internal;

import java.util.Optional;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.CapacityChecks;
import org.towercrier.campaign.ContactPolicies;
import org.towercrier.ui.view.StoreFollower;
import org.towercrier.ui.view.StoreInterest;

import jakarta.inject.Inject;

/** Tells a view when there is something else to show about campaigns: another workspace, a saved document, new contacts. */
@Creatable
public final class CampaignFeed {

    private static final StoreInterest SHOWN = StoreInterest.inTables("audience_member", "contact", "response", "gate_decision",
            "product_order", "trial", "consent", "do_not_contact", "customer").andDocuments(Campaigns.KIND, ContactPolicies.KIND,
                    CapacityChecks.KIND);

    private final StoreFollower store;
    private Optional<Campaigns> campaigns = Optional.empty();
    private Runnable changed = () -> {};

    @Inject
    public CampaignFeed(StoreFollower store) {
        this.store = store;
    }

    /** Lets a view follow. */
    public void follow(Runnable whenChanged) {
        changed = whenChanged;
        store.follow(SHOWN, whenChanged);
    }

    /** The campaigns of the open workspace. */
    public Optional<Campaigns> campaigns() {
        return campaigns;
    }

    @Inject
    void service(@org.eclipse.e4.core.di.annotations.Optional Campaigns service) {
        campaigns = Optional.ofNullable(service);
        changed.run();
    }
}
