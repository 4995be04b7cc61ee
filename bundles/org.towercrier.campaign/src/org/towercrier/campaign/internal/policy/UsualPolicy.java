package org.towercrier.campaign.internal.policy;

import org.towercrier.campaign.internal.CampaignMessages;
import org.towercrier.model.campaign.ArbitrationMode;
import org.towercrier.model.campaign.AudienceUnit;
import org.towercrier.model.campaign.CampaignFactory;
import org.towercrier.model.campaign.ChannelCapacity;
import org.towercrier.model.campaign.ContactPolicy;
import org.towercrier.model.campaign.FrequencyCap;
import org.towercrier.model.campaign.QuietHours;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.model.types.TimeWindow;
import org.towercrier.model.types.TypesFactory;

/** The policy of a workspace in which nobody has saved one: careful. */
final class UsualPolicy {

    static final String NAME = "usual";

    private static final CampaignFactory FACTORY = CampaignFactory.eINSTANCE;

    private UsualPolicy() {
    }

    static ContactPolicy create() {
        ContactPolicy policy = FACTORY.createContactPolicy();
        policy.setName(NAME);
        policy.setLabel(CampaignMessages.text("Policy_Usual"));
        policy.setActive(true);
        policy.setConsentNeeded(true);
        policy.setMinimumDistance(7);
        policy.setArbitration(ArbitrationMode.EXPECTED_VALUE);
        policy.setPauseOnAlarm(true);
        policy.setUniversalControlShare(0.02);
        policy.setUniversalControlSalt("universal");
        policy.setOffPeakShare(0.1);
        policy.setOffPeakReason(CampaignMessages.text("Policy_OffPeakReason"));
        QuietHours nights = FACTORY.createQuietHours();
        TimeWindow window = TypesFactory.eINSTANCE.createTimeWindow();
        window.setFrom("20:00");
        window.setUntil("09:00");
        nights.setWindow(window);
        policy.getQuietHours().add(nights);
        policy.getCaps().add(cap(AudienceUnit.CUSTOMER, 2, 30));
        policy.getCaps().add(cap(AudienceUnit.HOUSEHOLD, 4, 30));
        policy.getCaps().add(cap(AudienceUnit.CORPORATE_GROUP, 50, 30));
        ChannelCapacity hotline = FACTORY.createChannelCapacity();
        hotline.setChannel(ContactChannel.HOTLINE);
        hotline.setAgents(20);
        hotline.setHandlingMinutes(6.0);
        hotline.setHoursPerDay(8.0);
        policy.getCapacities().add(hotline);
        return policy;
    }

    private static FrequencyCap cap(AudienceUnit unit, int maximum, int days) {
        FrequencyCap cap = FACTORY.createFrequencyCap();
        cap.setUnit(unit);
        cap.setMaximum(maximum);
        cap.setDays(days);
        return cap;
    }
}
