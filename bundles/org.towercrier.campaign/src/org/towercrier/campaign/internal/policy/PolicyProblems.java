package org.towercrier.campaign.internal.policy;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.towercrier.campaign.Reason;
import org.towercrier.model.campaign.ChannelCapacity;
import org.towercrier.model.campaign.ContactPolicy;
import org.towercrier.model.campaign.FrequencyCap;
import org.towercrier.model.campaign.QuietHours;
import org.towercrier.model.types.TimeWindow;

/** What is wrong in a policy. */
public final class PolicyProblems {

    private PolicyProblems() {
    }

    static List<Reason> of(ContactPolicy policy) {
        List<Reason> problems = new ArrayList<>();
        if (policy.getName() == null || policy.getName().isBlank()) {
            problems.add(Reason.of("Policy_Name"));
        }
        zone(policy.getTimeZone(), problems);
        if (policy.getMinimumDistance() != null && policy.getMinimumDistance() < 0) {
            problems.add(Reason.of("Policy_Distance", policy.getMinimumDistance()));
        }
        Double share = policy.getUniversalControlShare();
        if (share != null && !(share >= 0 && share < 1)) {
            problems.add(Reason.of("Policy_Share", share));
        }
        Double offPeak = policy.getOffPeakShare();
        if (offPeak != null && !(offPeak >= 0 && offPeak < 1)) {
            problems.add(Reason.of("Policy_OffPeak", offPeak));
        }
        for (FrequencyCap cap : policy.getCaps()) {
            if (cap.getMaximum() == null || cap.getMaximum() < 0 || cap.getDays() == null || cap.getDays() < 1) {
                problems.add(Reason.of("Policy_Cap", cap.getUnit().getLiteral(), text(cap.getMaximum()), text(cap.getDays())));
            }
        }
        for (QuietHours quiet : policy.getQuietHours()) {
            zone(quiet.getTimeZone(), problems);
            if (quiet.getWindow() == null && quiet.getDates().isEmpty()) {
                problems.add(Reason.of("Policy_Quiet"));
            }
            window(quiet.getWindow(), problems);
        }
        for (ChannelCapacity capacity : policy.getCapacities()) {
            boolean people = capacity.getAgents() != null && capacity.getHandlingMinutes() != null && capacity.getAgents() >= 0
                    && capacity.getHandlingMinutes() > 0;
            boolean hourly = capacity.getPerHour() != null && capacity.getPerHour() >= 0;
            if (!people && !hourly
                    || capacity.getHoursPerDay() != null && !(capacity.getHoursPerDay() > 0 && capacity.getHoursPerDay() <= 24)) {
                problems.add(Reason.of("Policy_Capacity", capacity.getChannel().getLiteral()));
            }
        }
        return problems;
    }

    private static Object text(Integer value) {
        return value == null ? "–" : value;
    }

    private static void zone(String zone, List<Reason> problems) {
        try {
            if (zone != null) {
                ZoneId.of(zone);
            }
        } catch (DateTimeException unknown) {
            problems.add(Reason.of("Policy_Zone", zone));
        }
    }

    /** What is wrong in a window of the week. */
    public static void window(TimeWindow window, List<Reason> problems) {
        if (window != null) {
            for (String time : new String[]{ window.getFrom(), window.getUntil() }) {
                try {
                    if (time != null && !time.equals("24:00")) {
                        LocalTime.parse(time);
                    }
                } catch (DateTimeException wrong) {
                    problems.add(Reason.of("Policy_Time", time));
                }
            }
        }
    }
}
