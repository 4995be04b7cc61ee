package org.towercrier.campaign.ui.internal.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.model.campaign.AudienceUnit;
import org.towercrier.model.campaign.CampaignFactory;
import org.towercrier.model.campaign.ChannelCapacity;
import org.towercrier.model.campaign.ContactPolicy;
import org.towercrier.model.campaign.FrequencyCap;
import org.towercrier.model.campaign.QuietHours;
import org.towercrier.model.campaign.UseProfile;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.model.types.TimeWindow;
import org.towercrier.model.types.TypesFactory;

/** Policies and profiles of use in words. */
class PolicyWordsTest {

    private static final Texts TEXTS = new Texts(Locale.ENGLISH);
    private static final CampaignFactory FACTORY = CampaignFactory.eINSTANCE;

    private final ContactPolicy policy = FACTORY.createContactPolicy();
    private final PolicyWords words = new PolicyWords(policy, TEXTS);

    @Test
    void quietHoursSayWhenWhereAndOnWhichChannel() {
        QuietHours quiet = FACTORY.createQuietHours();
        TimeWindow window = TypesFactory.eINSTANCE.createTimeWindow();
        window.setFrom("20:00");
        window.setUntil("09:00");
        quiet.setWindow(window);
        assertEquals("20:00 to 09:00 · everywhere · all channels", words.quiet(quiet));
        quiet.setRegion("Saltmarket");
        quiet.setChannel(ContactChannel.HOTLINE);
        assertEquals("20:00 to 09:00 · Saltmarket · Hotline", words.quiet(quiet));
    }

    @Test
    void aCapSaysWhomItCounts() {
        FrequencyCap cap = FACTORY.createFrequencyCap();
        cap.setUnit(AudienceUnit.HOUSEHOLD);
        cap.setMaximum(4);
        cap.setDays(30);
        assertEquals("Household: at most 4 in 30 days, all channels", words.cap(cap));
    }

    @Test
    void peopleOnAChannelAreContactsAnHourAndADay() {
        ChannelCapacity hotline = FACTORY.createChannelCapacity();
        hotline.setChannel(ContactChannel.HOTLINE);
        hotline.setAgents(20);
        hotline.setHandlingMinutes(6.0);
        hotline.setHoursPerDay(8.0);
        assertEquals("Hotline: 20 people, 6.0 min each: 200 an hour, 1,600 a day", words.capacity(hotline));
    }

    @Test
    void aPolicyWithoutConsentSaysSo() {
        policy.setConsentNeeded(false);
        assertTrue(words.rules().getFirst().startsWith("Marketing goes without consent"), words.rules().getFirst());
    }

    @Test
    void aDayWhoseSharesDoNotAddUpIsRefusedWithTheSum() {
        UseProfile profile = FACTORY.createUseProfile();
        profile.setName("evening");
        profile.setVolumePerDay(100.0);
        assertEquals(List.of("A day has 24 hours; shares of 0 are given."), new ProfileDay(profile, TEXTS).problems());
        for (int hour = 0; hour < 24; hour++) {
            profile.getHours().add(hour == 20 ? 0.5 : 0.0);
        }
        assertEquals(List.of("The shares of the hours add up to 0.500, not to 1."), new ProfileDay(profile, TEXTS).problems());
        profile.getHours().set(21, 0.5);
        assertEquals(List.of(), new ProfileDay(profile, TEXTS).problems());
        assertEquals("Most at 20:00, 50.0 Mbit in the hour", new ProfileDay(profile, TEXTS).chart().orElseThrow().title());
    }

    @Test
    void aNewOneTakesTheLeastNumberThatIsFree() {
        assertEquals("usual-2", FreeName.of("usual", Set.of("usual")));
        assertEquals("usual-4", FreeName.of("usual-2", Set.of("usual", "usual-2", "usual-3")));
    }
}
