package org.towercrier.campaign.internal.result;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.campaign.Audiences;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.CampaignResults;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.ContactPolicies;
import org.towercrier.campaign.internal.CampaignMessages;
import org.towercrier.campaign.internal.gate.ContactGateComponent;
import org.towercrier.campaign.internal.gate.Costs;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignFactory;
import org.towercrier.model.campaign.CampaignState;
import org.towercrier.model.campaign.ChannelCapacity;
import org.towercrier.model.campaign.ChannelPlan;
import org.towercrier.model.campaign.Execution;
import org.towercrier.model.campaign.Experiment;
import org.towercrier.model.campaign.ExperimentArm;
import org.towercrier.model.campaign.ExperimentResult;
import org.towercrier.statistics.experiment.SampleSize;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.Versioned;

/** Power before, results after. */
@Component(service = CampaignResults.class)
public final class CampaignResultsComponent implements CampaignResults {

    private static final double USUAL_EFFECT = 0.5;

    private final Store store;
    private final Campaigns campaigns;
    private final Audiences audiences;
    private final ContactPolicies policies;
    private final ContactGateComponent gate;

    @Activate
    public CampaignResultsComponent(@Reference Store store, @Reference Campaigns campaigns, @Reference Audiences audiences,
            @Reference ContactPolicies policies, @Reference ContactGateComponent gate) {
        this.store = store;
        this.campaigns = campaigns;
        this.audiences = audiences;
        this.policies = policies;
        this.gate = gate;
    }

    @Override
    public Power power(Campaign campaign, Cancellation cancel) throws CampaignException, StoreException {
        Experiment plan = campaign.getExperiment();
        if (plan == null || plan.getBaseRate() == null) {
            throw new CampaignException("Power_BaseRate");
        }
        double base = plan.getBaseRate();
        double effect = plan.getDetectableEffect() == null ? base * USUAL_EFFECT : plan.getDetectableEffect();
        double alpha = plan.getSignificance() == null ? 0.05 : plan.getSignificance();
        double wanted = plan.getPower() == null ? 0.8 : plan.getPower();
        if (!(base > 0 && base < 1) || !(base + effect > 0 && base + effect <= 1) || effect == 0 || !(alpha > 0 && alpha < 1)
                || !(wanted > 0 && wanted < 1)) {
            throw new CampaignException("Power_Range", base, effect, alpha, wanted);
        }
        long members = campaign.getLaunched() == null ? audiences.size(campaign, cancel).members()
                : audiences.arms(campaign.getId()).getOrDefault(ExperimentArm.TREATMENT, 0L)
                        + audiences.arms(campaign.getId()).getOrDefault(ExperimentArm.CAMPAIGN_CONTROL, 0L);
        double share = plan.getControlShare() == null ? 0 : plan.getControlShare();
        long control = Math.round(members * share);
        long treated = members - control;
        long needed = SampleSize.perArm(base + effect, base, alpha, wanted);
        // Groups of different sizes tell as much as two equal ones of the harmonic mean of their sizes.
        double equal = control == 0 || treated == 0 ? 0 : 2.0 / (1.0 / control + 1.0 / treated);
        double power = equal == 0 ? 0 : SampleSize.power(base + effect, base, equal, alpha);
        double detectable = equal == 0 ? Double.NaN : SampleSize.detectable(base, equal, alpha, wanted) - base;
        return new Power(base, effect, alpha, wanted, treated, control, needed, detectable, power, power >= wanted,
                days(campaign, treated));
    }

    /** Days until the channels have carried all who are treated. */
    private Optional<Integer> days(Campaign campaign, long treated) throws StoreException {
        double daily = 0;
        List<ChannelPlan> plans = campaign.getCommunication() == null ? List.of() : campaign.getCommunication().getChannels();
        var policy = policies.inForce().policy();
        var hourly = gate.hourly(policy);
        for (ChannelPlan plan : plans) {
            double hours = policy.getCapacities().stream().filter(each -> each.getChannel() == plan.getChannel())
                    .map(ChannelCapacity::getHoursPerDay).filter(java.util.Objects::nonNull).mapToDouble(Double::doubleValue).min()
                    .orElse(8);
            daily += hourly.getOrDefault(plan.getChannel().getValue(), Double.POSITIVE_INFINITY) * hours;
        }
        return Double.isInfinite(daily) || !(daily > 0) ? Optional.empty() : Optional.of((int) Math.ceil(treated / daily));
    }

    @Override
    public Result evaluate(String id, Instant at, Cancellation cancel) throws CampaignException, StoreException {
        Campaign launched = campaigns.launched(id).orElseThrow(() -> new CampaignException("Send_NotLaunched", id));
        return store.read(sql -> {
            ResultReader reader = new ResultReader(sql, launched, at);
            ResultReader.Columns columns = reader.read();
            double cost = reader.spent() + Costs.fixed(launched);
            return new Evaluation(launched, at, columns, cost).result(reader.units(), reader.contamination(columns));
        }, cancel);
    }

    @Override
    public Result conclude(String id, Instant at, String conclusion, Cancellation cancel) throws CampaignException, StoreException {
        Result result = evaluate(id, at, cancel);
        Versioned<Campaign> found = campaigns.open(id).orElseThrow(() -> new CampaignException("Campaign_Unknown", id));
        Campaign campaign = EcoreUtil.copy(found.root());
        Execution execution = campaign.getExecution() == null ? CampaignFactory.eINSTANCE.createExecution() : campaign.getExecution();
        campaign.setExecution(execution);
        execution.setEvaluated(at);
        execution.setSpent(result.cost());
        execution.setReach(result.funnel().isEmpty() ? 0L : result.funnel().get(0).customers());
        execution.setVerdict(result.verdict());
        execution.setConclusion(conclusion.isBlank() ? CampaignMessages.text("Verdict_" + result.verdict().getLiteral()) : conclusion);
        execution.getResults().clear();
        result.measures().forEach(measure -> execution.getResults().add(row(measure, result)));
        LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
        boolean over = campaign.getEnd() != null && day.isAfter(campaign.getEnd());
        if (over && (campaign.getState() == CampaignState.LAUNCHED || campaign.getState() == CampaignState.PAUSED)) {
            campaign.setState(CampaignState.ENDED);
        }
        campaigns.save(campaign, found.version());
        return result;
    }

    private static ExperimentResult row(Measure measure, Result result) {
        ExperimentResult row = CampaignFactory.eINSTANCE.createExperimentResult();
        row.setMeasure(measure.name());
        row.setSegment(measure.segment().orElse(null));
        row.setTreated(measure.treated());
        row.setControl(measure.control());
        row.setTreatedValue(finite(measure.treatedValue()));
        row.setControlValue(finite(measure.controlValue()));
        row.setDifference(finite(measure.difference()));
        row.setLower(finite(measure.lower()));
        row.setUpper(finite(measure.upper()));
        row.setPValue(finite(measure.p()));
        row.setVerdict(measure.verdict());
        if (measure.segment().isEmpty() && measure.name().equals("conversion")) {
            result.returns().ifPresent(returns -> row.setIncrementalReturn(finite(returns.value())));
        }
        return row;
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? Double.valueOf(value) : null;
    }
}
