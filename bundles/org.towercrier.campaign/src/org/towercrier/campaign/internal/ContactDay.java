package org.towercrier.campaign.internal;

import java.time.LocalDate;
import java.time.ZoneId;

import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.ContactPolicy;

/** The day it is for a contact policy, and whether a campaign runs on it. */
public final class ContactDay {

    private ContactDay() {
    }

    /** Time zone of a policy: that of this machine where it names none. */
    public static ZoneId zone(ContactPolicy policy) {
        String zone = policy.getTimeZone();
        return zone == null || zone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(zone);
    }

    /** Does a campaign run on a day, first and last day included? */
    public static boolean within(Campaign campaign, LocalDate day) {
        boolean early = campaign.getStart() != null && day.isBefore(campaign.getStart());
        return !early && (campaign.getEnd() == null || !day.isAfter(campaign.getEnd()));
    }
}
