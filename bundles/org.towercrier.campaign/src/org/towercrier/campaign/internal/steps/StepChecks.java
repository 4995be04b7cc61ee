package org.towercrier.campaign.internal.steps;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.campaign.Audiences;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.CapacityChecks;
import org.towercrier.campaign.ContactGate;
import org.towercrier.campaign.ContactPolicies;
import org.towercrier.campaign.Reason;
import org.towercrier.campaign.StepCheck;
import org.towercrier.campaign.internal.gate.ContactGateComponent;
import org.towercrier.customer.Segments;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignPackage.Literals;
import org.towercrier.model.campaign.CampaignStep;
import org.towercrier.model.campaign.ChannelCapacity;
import org.towercrier.model.campaign.ChannelPlan;
import org.towercrier.model.campaign.ContactPolicy;
import org.towercrier.model.campaign.Experiment;
import org.towercrier.model.campaign.GateRule;
import org.towercrier.model.campaign.MessageClass;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** The exit tests of the five steps. */
@Component(service = StepChecks.class)
public final class StepChecks {

    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private final Store store;
    private final Audiences audiences;
    private final Segments segments;
    private final ContactPolicies policies;
    private final ContactGateComponent gate;
    private final CapacityChecks capacity;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public StepChecks(@Reference Store store, @Reference Audiences audiences, @Reference Segments segments,
            @Reference ContactPolicies policies, @Reference ContactGateComponent gate, @Reference CapacityChecks capacity) {
        this.store = store;
        this.audiences = audiences;
        this.segments = segments;
        this.policies = policies;
        this.gate = gate;
        this.capacity = capacity;
    }

    /** All of them, in their order. */
    public List<StepCheck> all(Campaign campaign, Cancellation cancel) throws StoreException {
        Optional<Audiences.Size> size = Optional.empty();
        Findings need = new Findings();
        try {
            size = Optional.of(audiences.size(campaign, cancel));
        } catch (CampaignException wrong) {
            wrong.reasons().forEach(reason -> need.add(reason.key().equals("Audience_None"), reason));
        }
        need(campaign, size, need);
        Findings value = new Findings();
        PlanChecks.value(campaign, size.map(Audiences.Size::members).orElse(0L), value);
        Findings offer = new Findings();
        store.read(sql -> {
            PlanChecks.offers(sql, campaign, offer);
            return null;
        }, cancel);
        return List.of(need.check(CampaignStep.NEED), value.check(CampaignStep.VALUE_POSITION), offer.check(CampaignStep.OFFER),
                communication(campaign, size, cancel).check(CampaignStep.COMMUNICATION),
                execution(campaign).check(CampaignStep.EXECUTION));
    }

    private void need(Campaign campaign, Optional<Audiences.Size> size, Findings findings) throws StoreException {
        findings.missing(campaign.getNeed() == null || blank(campaign.getNeed().getStatement()), "Need_Statement");
        findings.missing(!campaign.eIsSet(Literals.CAMPAIGN__MESSAGE_CLASS), "Campaign_Class");
        if (campaign.getNeed() != null && !blank(campaign.getNeed().getSegmentation())) {
            String name = campaign.getNeed().getSegmentation();
            boolean known = segments.find(name).isPresent() || !segments.dates(name).isEmpty();
            findings.wrong(!known, "Need_Segmentation", name);
            findings.wrong(known && segments.dates(name).isEmpty(), "Need_NotAssigned", name);
        }
        size.ifPresent(found -> {
            findings.wrong(found.members() == 0, "Need_Empty");
            findings.note("Need_Size", found.members(), found.customers());
        });
        findings.missing(campaign.getStart() == null || campaign.getEnd() == null && campaign.getOccasion() == null, "Campaign_Dates");
        findings.wrong(campaign.getStart() != null && campaign.getEnd() != null && campaign.getEnd().isBefore(campaign.getStart()),
                "Campaign_Backwards", String.valueOf(campaign.getStart()), String.valueOf(campaign.getEnd()));
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private Findings communication(Campaign campaign, Optional<Audiences.Size> size, Cancellation cancel) throws StoreException {
        Findings findings = new Findings();
        ContactPolicy policy = policies.inForce().policy();
        policies.problems(policy).forEach(problem -> findings.add(false, problem));
        PlanChecks.communication(campaign, findings);
        boolean ready = campaign.getCommunication() != null && !campaign.getCommunication().getChannels().isEmpty()
                && campaign.eIsSet(Literals.CAMPAIGN__MESSAGE_CLASS) && size.filter(found -> found.members() > 0).isPresent();
        if (!ready || findings.failed()) {
            return findings;
        }
        try {
            ContactGate.Report report = gate.decide(campaign, moment(campaign, policy), cancel);
            long reach = report.passed() + report.delayed()
                    + report.byRule().getOrDefault(GateRule.ARBITRATION, 0L);
            findings.wrong(reach == 0, "Reach_None", largest(report.byRule()));
            findings.note("Reach", reach, report.candidates(), report.policy());
            channels(campaign, policy, reach, findings);
            cells(campaign, cancel, findings);
        } catch (CampaignException wrong) {
            wrong.reasons().forEach(reason -> findings.add(false, reason));
        }
        return findings;
    }

    private static String largest(Map<GateRule, Long> rules) {
        return rules.entrySet().stream().max(Map.Entry.comparingByValue())
                .map(entry -> org.towercrier.campaign.internal.CampaignMessages.text("Rule_" + entry.getKey().getLiteral())).orElse("–");
    }

    /** The morning of the first day, or now when the campaign should run already. */
    private Instant moment(Campaign campaign, ContactPolicy policy) {
        ZoneId zone = policy.getTimeZone() == null ? ZoneId.systemDefault() : ZoneId.of(policy.getTimeZone());
        Instant now = clock.instant();
        if (campaign.getLaunched() != null) {
            return now;
        }
        LocalDate day = campaign.getStart() == null ? now.atZone(zone).toLocalDate() : campaign.getStart();
        Instant first = day.atTime(MORNING).atZone(zone).toInstant();
        return first.isBefore(now) ? now : first;
    }

    /** Can the channels together carry everyone whom the gate lets through in the days of the campaign? */
    private static void channels(Campaign campaign, ContactPolicy policy, long reach, Findings findings) {
        if (campaign.getStart() == null || campaign.getEnd() == null) {
            return;
        }
        long days = ChronoUnit.DAYS.between(campaign.getStart(), campaign.getEnd()) + 1;
        double all = 0;
        for (ChannelPlan plan : campaign.getCommunication().getChannels()) {
            all += Math.min(days * daily(policy, plan.getChannel()),
                    plan.getMaximumContacts() == null ? Double.POSITIVE_INFINITY : plan.getMaximumContacts());
        }
        findings.wrong(all < reach, "Channel_TooSmall", all, reach, days);
    }

    private static double daily(ContactPolicy policy, ContactChannel channel) {
        double least = Double.POSITIVE_INFINITY;
        for (ChannelCapacity each : policy.getCapacities()) {
            if (each.getChannel() == channel) {
                double people = each.getAgents() == null || each.getHandlingMinutes() == null ? Double.POSITIVE_INFINITY
                        : each.getAgents() * 60 / each.getHandlingMinutes();
                double perHour = each.getPerHour() == null ? Double.POSITIVE_INFINITY : each.getPerHour();
                least = Math.min(least, Math.min(people, perHour) * (each.getHoursPerDay() == null ? 8 : each.getHoursPerDay()));
            }
        }
        return least;
    }

    private void cells(Campaign campaign, Cancellation cancel, Findings findings) throws CampaignException, StoreException {
        CapacityChecks.Report report = capacity.check(campaign, cancel);
        findings.wrong(report.members() > 0 && report.admitted() == 0, "Cells_None", report.members());
        findings.note("Cells_Room", report.admitted(), report.leftOut(), report.delayed(), report.offPeak());
        if (report.unknown() > 0) {
            findings.note("Cells_Unknown", report.unknown());
        }
    }

    private static Findings execution(Campaign campaign) {
        Findings findings = new Findings();
        Experiment experiment = campaign.getExperiment();
        boolean marketing = campaign.eIsSet(Literals.CAMPAIGN__MESSAGE_CLASS) && campaign.getMessageClass() == MessageClass.MARKETING;
        if (marketing) {
            Double share = experiment == null ? null : experiment.getControlShare();
            findings.missing(share == null || share == 0, "Experiment_None");
            findings.wrong(share != null && !(share >= 0 && share < 1), "Experiment_Share", share == null ? 0 : share);
        }
        findings.missing(campaign.getLaunched() == null, "Execution_NotLaunched");
        findings.missing(campaign.getExecution() == null || campaign.getExecution().getEvaluated() == null, "Execution_NoVerdict");
        return findings;
    }

    /** What tests found. */
    static final class Findings {

        private final List<Reason> reasons = new ArrayList<>();
        private final List<Reason> notes = new ArrayList<>();
        private boolean failed;

        void missing(boolean holds, String key, Object... arguments) {
            if (holds) {
                reasons.add(Reason.of(key, arguments));
            }
        }

        void wrong(boolean holds, String key, Object... arguments) {
            if (holds) {
                add(false, Reason.of(key, arguments));
            }
        }

        void add(boolean open, Reason reason) {
            reasons.add(reason);
            failed |= !open;
        }

        void note(String key, Object... arguments) {
            notes.add(Reason.of(key, arguments));
        }

        boolean failed() {
            return failed;
        }

        StepCheck check(CampaignStep step) {
            StepCheck.Status status = failed ? StepCheck.Status.FAILED
                    : reasons.isEmpty() ? StepCheck.Status.PASSED : StepCheck.Status.OPEN;
            return new StepCheck(step, status, reasons, notes);
        }
    }
}
