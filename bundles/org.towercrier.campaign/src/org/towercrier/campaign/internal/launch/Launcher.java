package org.towercrier.campaign.internal.launch;

import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.CapacityChecks;
import org.towercrier.campaign.ContactPolicies;
import org.towercrier.campaign.Launches.Launch;
import org.towercrier.campaign.Reason;
import org.towercrier.campaign.StepCheck;
import org.towercrier.campaign.internal.CampaignMessages;
import org.towercrier.campaign.internal.audience.AudienceQuery;
import org.towercrier.campaign.internal.audience.Drafts;
import org.towercrier.campaign.internal.audience.Drafts.Draft;
import org.towercrier.campaign.internal.capacity.CapacityChecksComponent;
import org.towercrier.campaign.internal.capacity.CapacityChecksComponent.Assessed;
import org.towercrier.campaign.internal.gate.Costs;
import org.towercrier.customer.Criteria;
import org.towercrier.model.campaign.AudienceUnit;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignFactory;
import org.towercrier.model.campaign.CampaignPackage.Literals;
import org.towercrier.model.campaign.CampaignState;
import org.towercrier.model.campaign.CampaignStep;
import org.towercrier.model.campaign.CapacityAssessment;
import org.towercrier.model.campaign.CellRoom;
import org.towercrier.model.campaign.ContactPolicy;
import org.towercrier.model.campaign.Experiment;
import org.towercrier.model.campaign.ExperimentArm;
import org.towercrier.model.campaign.MessageClass;
import org.towercrier.model.campaign.Offer;
import org.towercrier.store.Cancellation;
import org.towercrier.store.RowWriter;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;
import org.towercrier.store.Transaction;
import org.towercrier.store.Versioned;

/** Launches campaigns: tests, freezes, draws. */
@Component(service = Launcher.class)
public final class Launcher {

    private static final TableSchema MEMBERS = TableSchema.of(Literals.AUDIENCE_MEMBER);

    private final Store store;
    private final Criteria criteria;
    private final Campaigns campaigns;
    private final ContactPolicies policies;
    private final CapacityChecksComponent capacity;

    @Activate
    public Launcher(@Reference Store store, @Reference Criteria criteria, @Reference Campaigns campaigns,
            @Reference ContactPolicies policies, @Reference CapacityChecksComponent capacity) {
        this.store = store;
        this.criteria = criteria;
        this.campaigns = campaigns;
        this.policies = policies;
        this.capacity = capacity;
    }

    /** Launches a campaign. */
    public Launch launch(String id, Instant at, Cancellation cancel) throws CampaignException, StoreException {
        Versioned<Campaign> found = campaigns.open(id).orElseThrow(() -> new CampaignException("Campaign_Unknown", id));
        Campaign campaign = EcoreUtil.copy(found.root());
        ContactPolicy policy = policies.inForce().policy();
        possible(campaign, at, policy, cancel);
        List<Draft> drafts = campaign.getOccasion() != null ? List.of() : drafts(campaign, cancel);
        Assessed assessed = capacity.assess(campaign, drafts, cancel);
        List<ExperimentArm> arms = draw(campaign, policy).draw(drafts);
        store.write(tx -> {
            tx.sql().deleteFrom(MEMBERS.table()).where(MEMBERS.field("campaign", String.class).eq(id)).execute();
            freeze(tx, campaign, assessed, arms, at);
            return null;
        }, cancel);
        campaign.setLaunched(at);
        campaign.setState(CampaignState.LAUNCHED);
        campaign.setStep(CampaignStep.EXECUTION);
        campaign.setLaunchedVersion(found.version() + 1);
        note(campaign, assessed.report(), drafts.size(), found.root().getAssessment());
        long version = store.documents().save(Campaigns.KIND, id, campaign, found.version());
        Map<ExperimentArm, Long> counts = new EnumMap<>(ExperimentArm.class);
        arms.forEach(arm -> counts.merge(arm, 1L, Long::sum));
        CapacityChecks.Report report = assessed.report();
        return new Launch(id, at, version, drafts.size(), counts, report.leftOut(), report.delayed(), report.offPeak(),
                report.cells().stream().filter(cell -> cell.turnedAway() > 0).count());
    }

    /** Why a campaign cannot be launched, all of it at once. */
    private void possible(Campaign campaign, Instant at, ContactPolicy policy, Cancellation cancel)
            throws CampaignException, StoreException {
        if (campaign.getLaunched() != null) {
            throw new CampaignException("Launch_Already", campaign.getId());
        }
        if (campaign.getState() != CampaignState.DRAFT && campaign.getState() != CampaignState.READY) {
            throw new CampaignException("Launch_State", campaign.getId(),
                    CampaignMessages.text("State_" + campaign.getState().getLiteral()));
        }
        List<Reason> against = new ArrayList<>();
        for (StepCheck check : campaigns.check(campaign, cancel)) {
            if (check.step() != CampaignStep.EXECUTION && check.status() != StepCheck.Status.PASSED) {
                String step = CampaignMessages.text("Step_" + check.step().getLiteral());
                check.reasons().forEach(reason -> against.add(Reason.of("Launch_Step", step, reason.toString())));
            }
        }
        LocalDate day = at.atZone(policy.getTimeZone() == null ? ZoneId.systemDefault() : ZoneId.of(policy.getTimeZone())).toLocalDate();
        if (campaign.getEnd() != null && day.isAfter(campaign.getEnd())) {
            against.add(Reason.of("Launch_Over", campaign.getEnd().toString()));
        }
        if (!against.isEmpty()) {
            throw new CampaignException(against);
        }
    }

    private List<Draft> drafts(Campaign campaign, Cancellation cancel) throws CampaignException, StoreException {
        AudienceQuery query = AudienceQuery.of(criteria, campaign);
        return store.read(sql -> new Drafts(sql, campaign, query).read(true, noCondition()), cancel);
    }

    /** How the groups of a campaign are drawn. */
    public static ArmDraw draw(Campaign campaign, ContactPolicy policy) {
        Experiment experiment = campaign.getExperiment();
        boolean marketing = campaign.getMessageClass() == MessageClass.MARKETING;
        double share = experiment == null || experiment.getControlShare() == null || !marketing ? 0 : experiment.getControlShare();
        double universal = !marketing || policy.getUniversalControlShare() == null ? 0 : policy.getUniversalControlShare();
        return new ArmDraw(experiment == null ? AudienceUnit.CUSTOMER : experiment.getUnit(), share,
                experiment == null || experiment.getSalt() == null ? campaign.getId() : experiment.getSalt(), universal,
                Optional.ofNullable(policy.getUniversalControlSalt()).orElse(policy.getName()));
    }

    /** Writes the members of a campaign. */
    public static void freeze(Transaction tx, Campaign campaign, Assessed assessed, List<ExperimentArm> arms, Instant at)
            throws StoreException {
        Experiment experiment = campaign.getExperiment();
        ArmDraw units = new ArmDraw(experiment == null ? AudienceUnit.CUSTOMER : experiment.getUnit(), 0, "", 0, "");
        long micros = at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
        Map<String, Double> values = new java.util.HashMap<>();
        List<Offer> offers = campaign.getOfferPlan() == null ? List.of() : campaign.getOfferPlan().getOffers();
        offers.forEach(offer -> values.put(offer.getId(), Costs.expected(campaign, offer)));
        try (RowWriter rows = tx.insert(Literals.AUDIENCE_MEMBER)) {
            for (int i = 0; i < assessed.drafts().size(); i++) {
                Draft draft = assessed.drafts().get(i);
                int offer = assessed.result().offer()[i];
                String offered = offer < 0 ? null : assessed.offers().get(offer);
                for (TableSchema.Column column : MEMBERS.columns()) {
                    switch (column.name()) {
                        case "campaign" -> rows.add(campaign.getId());
                        case "customer" -> rows.add(draft.customer());
                        case "frozen" -> rows.addMicros(micros);
                        case "segment" -> rows.add(draft.segment().isEmpty() ? null : draft.segment());
                        case "arm" -> rows.add(arms.get(i).getLiteral());
                        case "stratum" -> rows.add(draft.stratum().isEmpty() ? null : draft.stratum());
                        case "unit" -> rows.add(units.unit(draft));
                        case "offer" -> rows.add(offered);
                        case "expectedValue" -> rows.add(offered == null ? 0 : values.getOrDefault(offered, 0.0));
                        case "room" -> rows.add(CellRoom.get(assessed.result().room()[i]).getLiteral());
                        case "qualifying" -> rows.add(draft.qualifying());
                        case "score" -> score(rows, draft);
                        default -> rows.addNull();
                    }
                }
                rows.endRow();
            }
        }
    }

    private static void score(RowWriter rows, Draft draft) throws StoreException {
        if (draft.score().isPresent()) {
            rows.add(draft.score().get());
        } else {
            rows.addNull();
        }
    }

    private static void note(Campaign campaign, CapacityChecks.Report report, int members, CapacityAssessment before) {
        CapacityAssessment assessment = before == null ? CampaignFactory.eINSTANCE.createCapacityAssessment() : EcoreUtil.copy(before);
        assessment.setAssessed(report.assessed());
        assessment.setUtilisationLimit(report.limit());
        assessment.setCells((long) report.cells().size());
        assessment.setCellsWithoutRoom(report.cells().stream().filter(cell -> cell.turnedAway() > 0).count());
        assessment.setAdmitted(report.admitted());
        assessment.setLeftOut(report.leftOut());
        assessment.setDelayed(report.delayed());
        assessment.setOffPeak(report.offPeak());
        assessment.setValueForgone(report.valueForgone());
        campaign.setAssessment(assessment);
        if (campaign.getExecution() == null) {
            campaign.setExecution(CampaignFactory.eINSTANCE.createExecution());
        }
        campaign.getExecution().setAudienceSize((long) members);
    }
}
