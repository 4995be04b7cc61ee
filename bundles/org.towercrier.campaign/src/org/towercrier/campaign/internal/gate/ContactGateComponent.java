package org.towercrier.campaign.internal.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.ContactGate;
import org.towercrier.campaign.ContactPolicies;
import org.towercrier.campaign.ContactPolicies.InForce;
import org.towercrier.campaign.gate.GateCampaign;
import org.towercrier.campaign.gate.GateDecisions;
import org.towercrier.campaign.gate.RuleCheck;
import org.towercrier.campaign.internal.audience.AudienceQuery;
import org.towercrier.customer.Criteria;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignPackage.Literals;
import org.towercrier.model.campaign.CampaignState;
import org.towercrier.model.campaign.GateOutcome;
import org.towercrier.model.campaign.GateRule;
import org.towercrier.model.campaign.MessageClass;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.store.Cancellation;
import org.towercrier.store.DocumentInfo;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.Versioned;

/** The gate over the store. */
@Component(service = { ContactGate.class, ContactGateComponent.class })
public final class ContactGateComponent implements ContactGate {

    private final Store store;
    private final Criteria criteria;
    private final ContactPolicies policies;

    @Activate
    public ContactGateComponent(@Reference Store store, @Reference Criteria criteria, @Reference ContactPolicies policies) {
        this.store = store;
        this.criteria = criteria;
        this.policies = policies;
    }

    @Override
    public Report decide(Question question, Cancellation cancel) throws CampaignException, StoreException {
        GateSetting setting = setting(find(question.campaign()), question, cancel);
        return report(setting, setting.decide());
    }

    /** As {@link #decide} for a campaign that need not be saved. */
    public Report decide(Campaign campaign, Instant at, Cancellation cancel) throws CampaignException, StoreException {
        GateSetting setting = setting(campaign, Question.of(campaign.getId(), at), cancel);
        return report(setting, setting.decide());
    }

    @Override
    public Explanation explain(Question question, String customer, Cancellation cancel) throws CampaignException, StoreException {
        GateSetting setting = setting(find(question.campaign()), question, cancel);
        GateDecisions decisions = setting.decide();
        int person = setting.people().indexOf(customer);
        for (int row = 0; row < setting.candidates().size(); row++) {
            if (setting.candidates().campaign()[row] == 0 && setting.candidates().person()[row] == person) {
                List<RuleVerdict> rules = new ArrayList<>();
                for (RuleCheck check : setting.explain(decisions, row)) {
                    rules.add(DecisionText.verdict(setting, check, row));
                }
                return new Explanation(DecisionText.decision(setting, decisions, row), setting.policy().getName(), setting.version(),
                        rules);
            }
        }
        throw new CampaignException("Gate_NoCandidate", customer, question.campaign());
    }

    private Campaign find(String id) throws CampaignException, StoreException {
        return store.documents().load(Campaigns.KIND, id, Campaign.class).map(Versioned::root)
                .orElseThrow(() -> new CampaignException("Campaign_Unknown", id));
    }

    /** What is known at the moment of a question. */
    public GateSetting setting(Campaign campaign, Question question, Cancellation cancel) throws CampaignException, StoreException {
        if (!campaign.eIsSet(Literals.CAMPAIGN__MESSAGE_CLASS)) {
            throw new CampaignException("Campaign_Class");
        }
        InForce policy = policy(question);
        List<Campaign> campaigns = new ArrayList<>(List.of(campaign));
        boolean launched = campaign.getLaunched() != null && !campaign.getLaunched().isAfter(question.at());
        if (campaign.getMessageClass() == MessageClass.MARKETING) {
            campaigns.addAll(rivals(campaign.getId(), question.at(), policy));
        }
        Optional<AudienceQuery> fresh = launched ? Optional.empty() : Optional.of(AudienceQuery.of(criteria, campaign));
        GateReader.Asked asked = new GateReader.Asked(campaigns, fresh, policy.policy(), policy.version(), question.at(), question.among(),
                question.channels());
        return store.read(sql -> new GateReader(sql, asked).read(), cancel);
    }

    private InForce policy(Question question) throws CampaignException, StoreException {
        if (question.policy().isPresent()) {
            String name = question.policy().get();
            return policies.open(name).map(found -> new InForce(found.root(), found.version()))
                    .orElseThrow(() -> new CampaignException("Policy_Unknown", name));
        }
        return question.asThen() ? policies.inForce(question.at()) : policies.inForce();
    }

    /** Marketing campaigns that run at the moment and may contact the same customers. */
    private List<Campaign> rivals(String except, Instant at, InForce policy) throws StoreException {
        ZoneId zone = new PolicyRules(policy.policy()).zone();
        LocalDate day = at.atZone(zone).toLocalDate();
        List<Campaign> rivals = new ArrayList<>();
        for (DocumentInfo document : store.documents().list(Campaigns.KIND)) {
            Optional<Campaign> other = document.name().equals(except) ? Optional.empty()
                    : store.documents().load(Campaigns.KIND, document.name(), Campaign.class).map(Versioned::root);
            other.filter(each -> running(each, at, day)).ifPresent(rivals::add);
        }
        return rivals;
    }

    private static boolean running(Campaign campaign, Instant at, LocalDate day) {
        return campaign.eIsSet(Literals.CAMPAIGN__MESSAGE_CLASS) && campaign.getMessageClass() == MessageClass.MARKETING
                && campaign.getLaunched() != null && !campaign.getLaunched().isAfter(at)
                && campaign.getState() != CampaignState.PAUSED && campaign.getState() != CampaignState.CANCELLED
                && (campaign.getStart() == null || !campaign.getStart().isAfter(day))
                && (campaign.getEnd() == null || !campaign.getEnd().isBefore(day));
    }

    /** What was decided about the campaign that was asked about. */
    public Report report(GateSetting setting, GateDecisions decisions) {
        int[] rows = rows(setting);
        Map<GateOutcome, Long> outcomes = new EnumMap<>(GateOutcome.class);
        Map<GateRule, Long> rules = new EnumMap<>(GateRule.class);
        Map<ContactChannel, Long> channels = new EnumMap<>(ContactChannel.class);
        for (int row : rows) {
            GateOutcome outcome = decisions.outcomeOf(row);
            outcomes.merge(outcome, 1L, Long::sum);
            if (outcome == GateOutcome.PASSED) {
                channels.merge(ContactChannel.get(decisions.channel()[row]), 1L, Long::sum);
            } else {
                rules.merge(decisions.ruleOf(row), 1L, Long::sum);
            }
        }
        List<String> rivals = setting.campaigns().stream().skip(1).map(GateCampaign::id).toList();
        return new Report(setting.campaigns().get(0).id(), Instant.ofEpochSecond(setting.at()), setting.policy().getName(),
                setting.version(),
                rows.length, outcomes.getOrDefault(GateOutcome.PASSED, 0L), outcomes.getOrDefault(GateOutcome.DELAYED, 0L),
                outcomes.getOrDefault(GateOutcome.STOPPED, 0L), rules, channels, rivals, new Decisions(setting, decisions, rows));
    }

    /** Contacts that channels carry in an hour, by their position; those without a limit are not in it. */
    public Map<Integer, Double> hourly(org.towercrier.model.campaign.ContactPolicy policy) {
        Map<Integer, Double> hourly = new java.util.HashMap<>();
        policy.getCapacities().forEach(each -> hourly.merge(each.getChannel().getValue(), PolicyRules.hourly(each), Math::min));
        return hourly;
    }

    /** Rows of the campaign that was asked about, in the order of the identities. */
    public static int[] rows(GateSetting setting) {
        return java.util.stream.IntStream.range(0, setting.candidates().size()).filter(row -> setting.candidates().campaign()[row] == 0)
                .toArray();
    }

    /** Decisions that are put into words when they are asked for. */
    private static final class Decisions extends AbstractList<Decision> implements RandomAccess {

        private final GateSetting setting;
        private final GateDecisions decisions;
        private final int[] rows;

        Decisions(GateSetting setting, GateDecisions decisions, int[] rows) {
            this.setting = setting;
            this.decisions = decisions;
            this.rows = rows;
        }

        @Override
        public Decision get(int index) {
            return DecisionText.decision(setting, decisions, rows[index]);
        }

        @Override
        public int size() {
            return rows.length;
        }
    }
}
