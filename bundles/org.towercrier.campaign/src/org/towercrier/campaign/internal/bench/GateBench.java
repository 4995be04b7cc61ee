package org.towercrier.campaign.internal.bench;

import java.time.Instant;
import java.util.Locale;

import org.osgi.service.component.annotations.Component;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.ContactGate;
import org.towercrier.campaign.gate.GateDecisions;
import org.towercrier.campaign.internal.gate.ContactGateComponent;
import org.towercrier.campaign.internal.gate.GateSetting;
import org.towercrier.command.bench.BenchCase;
import org.towercrier.command.bench.BenchContext;
import org.towercrier.command.bench.BenchInfo;
import org.towercrier.command.bench.BenchInfo.Goal;
import org.towercrier.command.bench.BenchResult;
import org.towercrier.command.bench.BenchScale;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignFactory;
import org.towercrier.model.campaign.CampaignState;
import org.towercrier.model.campaign.ChannelPlan;
import org.towercrier.model.campaign.GateOutcome;
import org.towercrier.model.campaign.MessageClass;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** How long the gate takes to decide about a frozen audience; reading it is a figure of its own, {@link GateReadBench}. */
@Component
public final class GateBench implements BenchCase {

    /** An audience that was read. @param seconds that reading took */
    record Read(GateSetting setting, double seconds) {
    }

    @Override
    public BenchInfo info() {
        return BenchInfo.of("gate-1m-seconds", "candidates through the gate by the usual policy, decisions only", "s", Goal.atMost(3));
    }

    @Override
    public BenchResult run(BenchContext context) throws StoreException, CampaignException {
        Read read = read(context);
        GateSetting setting = read.setting();
        long begun = System.nanoTime();
        GateDecisions decisions = setting.decide();
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new BenchResult(seconds, String.format(Locale.ROOT, "%,d candidates, %,d pass; reading them took %.1f s more",
                setting.candidates().size(), decisions.count(GateOutcome.PASSED), read.seconds()));
    }

    /** Customers, consents, contacts and members, written and then read as the gate needs them. */
    static Read read(BenchContext context) throws StoreException, CampaignException {
        int customers = context.scale() == BenchScale.FULL ? 1_000_000 : 20_000;
        ManyCandidates.write(context.service(Store.class), customers);
        ContactGateComponent gate = context.service(ContactGateComponent.class);
        Instant at = Instant.parse("2026-06-01T12:00:00Z");
        long begun = System.nanoTime();
        GateSetting setting = gate.setting(campaign(), ContactGate.Question.of("bench", at), Cancellation.none());
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (setting.candidates().size() != customers) {
            throw new IllegalStateException(setting.candidates().size() + " candidates of " + customers);
        }
        return new Read(setting, seconds);
    }

    private static Campaign campaign() {
        Campaign campaign = CampaignFactory.eINSTANCE.createCampaign();
        campaign.setId("bench");
        campaign.setMessageClass(MessageClass.MARKETING);
        campaign.setState(CampaignState.LAUNCHED);
        campaign.setLaunched(Instant.parse("2026-05-31T08:00:00Z"));
        campaign.setCommunication(CampaignFactory.eINSTANCE.createCommunication());
        ChannelPlan plan = CampaignFactory.eINSTANCE.createChannelPlan();
        plan.setChannel(ContactChannel.MESSAGE);
        plan.setContactCost(0.05);
        campaign.getCommunication().getChannels().add(plan);
        return campaign;
    }
}
