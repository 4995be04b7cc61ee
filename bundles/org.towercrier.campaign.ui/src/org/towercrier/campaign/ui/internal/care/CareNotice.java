package org.towercrier.campaign.ui.internal.care;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.towercrier.campaign.ui.internal.CampaignChoice;
import org.towercrier.campaign.ui.internal.CampaignIds;
import org.eclipse.e4.core.services.events.IEventBroker;

import jakarta.inject.Inject;

/** Says on the page of care campaigns why none could be made. */
@Creatable
public final class CareNotice {

    /** Topic of the event whose data is the sentence. */
    static final String TOPIC = "org/towercrier/campaign/CARE_REFUSED";

    private final CampaignChoice choice;
    private final IEventBroker events;

    @Inject
    public CareNotice(CampaignChoice choice, IEventBroker events) {
        this.choice = choice;
        this.events = events;
    }

    /** Opens the page and says it there. */
    public void say(String sentence) {
        choice.page(CampaignIds.PART_CARE);
        events.post(TOPIC, sentence);
    }
}
