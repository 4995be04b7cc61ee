package org.towercrier.campaign.internal.capacity;

import java.util.Arrays;
import java.util.List;

import org.towercrier.campaign.internal.CampaignMessages;
import org.towercrier.model.campaign.CampaignFactory;
import org.towercrier.model.campaign.UseProfile;

/** The use profiles that the product brings. */
final class UsualProfiles {

    /** Profile of offers that name none. */
    static final String EVERYDAY = "everyday";
    private static final int[] DAY = { 20, 12, 8, 6, 6, 10, 22, 40, 52, 54, 54, 56, 60, 56, 52, 52, 54, 60, 68, 76, 84, 86, 70, 42 };
    private static final int[] EVENING = { 30, 14, 6, 4, 4, 6, 10, 16, 18, 18, 20, 24, 30, 26, 22, 24, 30, 44, 66, 88, 100, 100, 86, 58 };
    private static final int[] OFFICE = { 4, 2, 2, 2, 2, 6, 20, 50, 90, 100, 100, 96, 70, 84, 96, 94, 86, 66, 36, 24, 18, 14, 10, 6 };
    private static final int[] NIGHT = { 100, 100, 100, 100, 100, 90, 40, 10, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 10, 60 };

    private UsualProfiles() {
    }

    static List<UseProfile> all() {
        return List.of(profile(EVERYDAY, 1_600, 0.6, DAY), profile("video-evening", 8_000, 0.8, EVENING),
                profile("office-data", 2_400, 0.3, OFFICE), profile("off-peak", 4_000, 0.8, NIGHT));
    }

    private static UseProfile profile(String name, double volume, double home, int[] hours) {
        UseProfile profile = CampaignFactory.eINSTANCE.createUseProfile();
        profile.setName(name);
        profile.setLabel(CampaignMessages.text("Profile_" + name));
        profile.setVolumePerDay(volume);
        profile.setHomeShare(home);
        double all = Arrays.stream(hours).sum();
        Arrays.stream(hours).forEach(hour -> profile.getHours().add(hour / all));
        return profile;
    }
}
