package org.towercrier.campaign.internal.gate;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.towercrier.campaign.gate.ContactHours;
import org.towercrier.campaign.gate.ContactHours.Window;
import org.towercrier.campaign.gate.GateRules;
import org.towercrier.campaign.gate.GateRules.Cap;
import org.towercrier.model.campaign.CampaignPackage.Literals;
import org.towercrier.model.campaign.ChannelCapacity;
import org.towercrier.model.campaign.ContactPolicy;
import org.towercrier.model.campaign.QuietHours;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.model.types.DayOfWeek;
import org.towercrier.model.types.TimeWindow;

/** What a policy means for the gate. */
final class PolicyRules {

    private static final int MINUTES = 60;
    private static final double USUAL_HOURS = 8;

    /** What tells the contact hours of one customer from those of another; empty where not known. */
    record Profile(String zone, String region, String from, String until) {
    }

    private final ContactPolicy policy;
    private final ZoneId zone;

    PolicyRules(ContactPolicy policy) {
        this.policy = policy;
        this.zone = policy.getTimeZone() == null ? ZoneId.systemDefault() : ZoneId.of(policy.getTimeZone());
    }

    /** Zone of customers whose own is not known, and of the days of channels. */
    ZoneId zone() {
        return zone;
    }

    /** The rules that are no hours. @param usedToday contacts that each channel carried on the day before the moment */
    GateRules rules(long[] usedToday) {
        long[] capacity = new long[GateRules.CHANNELS];
        Arrays.fill(capacity, GateRules.UNLIMITED);
        for (ChannelCapacity each : policy.getCapacities()) {
            int channel = each.getChannel().getValue();
            capacity[channel] = Math.min(capacity[channel], daily(each));
        }
        for (int channel = 0; channel < capacity.length; channel++) {
            capacity[channel] = capacity[channel] == GateRules.UNLIMITED ? capacity[channel]
                    : Math.max(0, capacity[channel] - usedToday[channel]);
        }
        List<Cap> caps = policy.getCaps().stream().map(cap -> new Cap(cap.getUnit(),
                cap.eIsSet(Literals.FREQUENCY_CAP__CHANNEL) ? cap.getChannel().getValue() : GateRules.EVERY_CHANNEL, cap.getMaximum(),
                cap.getDays())).toList();
        return new GateRules(!Boolean.FALSE.equals(policy.getConsentNeeded()),
                policy.getMinimumDistance() == null ? 0 : policy.getMinimumDistance(), policy.getArbitration(),
                !Boolean.FALSE.equals(policy.getPauseOnAlarm()), caps, capacity);
    }

    /** Contacts that a channel carries in a day: agents × 60 / minutes × hours, or contacts an hour × hours; the lower of both. */
    static long daily(ChannelCapacity capacity) {
        return (long) Math.floor(hourly(capacity) * (capacity.getHoursPerDay() == null ? USUAL_HOURS : capacity.getHoursPerDay()) + 1e-9);
    }

    /** Contacts that a channel carries in an hour. */
    static double hourly(ChannelCapacity capacity) {
        double people = capacity.getAgents() == null || capacity.getHandlingMinutes() == null ? Double.POSITIVE_INFINITY
                : capacity.getAgents() * MINUTES / capacity.getHandlingMinutes();
        double perHour = capacity.getPerHour() == null ? Double.POSITIVE_INFINITY : capacity.getPerHour();
        return Math.min(people, perHour);
    }

    /** When customers of a profile may be contacted on a channel. @param plan hours of the campaign on that channel */
    ContactHours hours(Profile profile, ContactChannel channel, Optional<TimeWindow> plan) {
        List<Window> quiet = new ArrayList<>();
        Set<LocalDate> closed = new HashSet<>();
        ZoneId local = profile.zone().isEmpty() ? null : ZoneId.of(profile.zone());
        for (QuietHours each : policy.getQuietHours()) {
            boolean here = each.getRegion() == null || each.getRegion().isBlank() || each.getRegion().equals(profile.region());
            boolean about = !each.eIsSet(Literals.QUIET_HOURS__CHANNEL) || each.getChannel() == channel;
            if (here && about) {
                if (each.getWindow() != null) {
                    quiet.add(window(each.getWindow(), name(each)));
                }
                closed.addAll(each.getDates());
                local = local == null && each.getTimeZone() != null ? ZoneId.of(each.getTimeZone()) : local;
            }
        }
        List<Window> allowed = new ArrayList<>();
        plan.ifPresent(window -> allowed.add(window(window, text(window))));
        if (!profile.from().isEmpty() || !profile.until().isEmpty()) {
            allowed.add(new Window(Set.of(), profile.from().isEmpty() ? LocalTime.MIDNIGHT : LocalTime.parse(profile.from()),
                    end(profile.until()), profile.from() + "–" + profile.until()));
        }
        return new ContactHours(local == null ? zone : local, quiet, allowed, closed);
    }

    private static String name(QuietHours quiet) {
        return (quiet.getRegion() == null ? "" : quiet.getRegion() + " ") + text(quiet.getWindow());
    }

    private static String text(TimeWindow window) {
        String days = window.getWeekdays().stream().map(DayOfWeek::getLiteral).collect(Collectors.joining(","));
        return (days + " " + (window.getFrom() == null ? "00:00" : window.getFrom()) + "–"
                + (window.getUntil() == null ? "24:00" : window.getUntil())).strip();
    }

    private static Window window(TimeWindow window, String name) {
        Set<Integer> days = window.getWeekdays().stream().map(day -> java.time.DayOfWeek.valueOf(day.getName()).getValue())
                .collect(Collectors.toSet());
        LocalTime from = window.getFrom() == null || window.getFrom().isBlank() ? LocalTime.MIDNIGHT : LocalTime.parse(window.getFrom());
        return new Window(days, from, end(window.getUntil()), name);
    }

    private static Optional<LocalTime> end(String until) {
        return until == null || until.isBlank() || until.equals("24:00") || until.equals("00:00") ? Optional.empty()
                : Optional.of(LocalTime.parse(until));
    }
}
