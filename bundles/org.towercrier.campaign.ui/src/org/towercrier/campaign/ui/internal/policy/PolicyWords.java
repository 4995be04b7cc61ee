package org.towercrier.campaign.ui.internal.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.emf.common.util.Enumerator;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.campaign.ui.internal.page.RichText;
import org.towercrier.model.campaign.ChannelCapacity;
import org.towercrier.model.campaign.ContactPolicy;
import org.towercrier.model.campaign.FrequencyCap;
import org.towercrier.model.campaign.QuietHours;
import org.towercrier.model.edit.Labels;
import org.towercrier.model.types.TimeWindow;
import org.towercrier.ui.kit.NumberFormats;

/** A contact policy as sentences: what the gate will do with it. */
record PolicyWords(ContactPolicy policy, Texts texts) {

    void write(RichText to) {
        to.clear().heading(texts.get("Policy_Rules"));
        rules().forEach(to::line);
        to.heading(texts.get("Policy_Quiet"));
        section(policy.getQuietHours().stream().map(this::quiet).toList()).forEach(to::line);
        to.heading(texts.get("Policy_Caps"));
        section(policy.getCaps().stream().map(this::cap).toList()).forEach(to::line);
        to.heading(texts.get("Policy_Capacities"));
        section(policy.getCapacities().stream().map(this::capacity).toList()).forEach(to::line);
        to.show();
    }

    private List<String> section(List<String> lines) {
        return lines.isEmpty() ? List.of(texts.get("Policy_NoLimit")) : lines;
    }

    /** What holds for everybody. */
    List<String> rules() {
        List<String> lines = new ArrayList<>();
        lines.add(texts.get(Boolean.FALSE.equals(policy.getConsentNeeded()) ? "Policy_NoConsent" : "Policy_Consent"));
        if (policy.getMinimumDistance() != null && policy.getMinimumDistance() > 0) {
            lines.add(texts.get("Policy_Distance", policy.getMinimumDistance()));
        }
        lines.add(texts.get("Policy_Arbitration", labels().of(policy.getArbitration())));
        lines.add(texts.get(Boolean.FALSE.equals(policy.getPauseOnAlarm()) ? "Policy_NoPause" : "Policy_Pause"));
        if (policy.getUniversalControlShare() != null && policy.getUniversalControlShare() > 0) {
            lines.add(texts.get("Policy_Control", numbers().percent(policy.getUniversalControlShare(), 1)));
        }
        if (policy.getOffPeakShare() != null) {
            String reason = text(policy.getOffPeakReason(), "");
            lines.add(texts.get("Policy_OffPeak", numbers().percent(policy.getOffPeakShare(), 0)) + (reason.isEmpty() ? "" : ' ' + reason));
        }
        return lines;
    }

    /** When nobody of a region is contacted. */
    String quiet(QuietHours quiet) {
        List<String> words = new ArrayList<>();
        TimeWindow window = quiet.getWindow();
        if (window != null) {
            String days = window.getWeekdays().stream().map(labels()::of).collect(Collectors.joining(", "));
            String hours = texts.get("Policy_Hours", text(window.getFrom(), "00:00"), text(window.getUntil(), "24:00"));
            words.add(days.isEmpty() ? hours : days + ' ' + hours);
        }
        if (!quiet.getDates().isEmpty()) {
            words.add(quiet.getDates().stream().map(LocalDate::toString).collect(Collectors.joining(", ")));
        }
        words.add(text(quiet.getRegion(), texts.get("Policy_Everywhere")));
        words.add(channel(quiet.isSetChannel() ? quiet.getChannel() : null));
        if (quiet.getTimeZone() != null) {
            words.add(quiet.getTimeZone());
        }
        return String.join(" · ", words);
    }

    /** How often somebody may be contacted. */
    String cap(FrequencyCap cap) {
        return texts.get("Policy_Cap", labels().of(cap.getUnit()), number(cap.getMaximum()), number(cap.getDays()),
                channel(cap.isSetChannel() ? cap.getChannel() : null));
    }

    /** What a channel carries in a day. */
    String capacity(ChannelCapacity capacity) {
        String channel = labels().of(capacity.getChannel());
        double hours = capacity.getHoursPerDay() == null ? 24 : capacity.getHoursPerDay();
        if (capacity.getAgents() != null && capacity.getHandlingMinutes() != null && capacity.getHandlingMinutes() > 0) {
            double perHour = capacity.getAgents() * 60 / capacity.getHandlingMinutes();
            return texts.get("Policy_People", channel, capacity.getAgents(), numbers().decimal(capacity.getHandlingMinutes(), 1),
                    numbers().integer((long) perHour), numbers().integer((long) (perHour * hours)));
        }
        return capacity.getPerHour() == null ? channel + ": –"
                : texts.get("Policy_PerHour", channel, capacity.getPerHour(), numbers().integer((long) (capacity.getPerHour() * hours)));
    }

    private String channel(Enumerator channel) {
        return channel == null ? texts.get("Policy_AllChannels") : labels().of(channel);
    }

    private static String number(Integer value) {
        return value == null ? "–" : value.toString();
    }

    private static String text(String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value;
    }

    private Labels labels() {
        return new Labels(texts.locale());
    }

    private NumberFormats numbers() {
        return NumberFormats.of(texts.locale());
    }
}
