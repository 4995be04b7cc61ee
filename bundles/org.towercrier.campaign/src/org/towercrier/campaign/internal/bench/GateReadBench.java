package org.towercrier.campaign.internal.bench;

import java.util.Locale;

import org.osgi.service.component.annotations.Component;
import org.towercrier.campaign.CampaignException;
import org.towercrier.command.bench.BenchCase;
import org.towercrier.command.bench.BenchContext;
import org.towercrier.command.bench.BenchInfo;
import org.towercrier.command.bench.BenchInfo.Goal;
import org.towercrier.command.bench.BenchResult;
import org.towercrier.store.StoreException;

/** How long reading takes before the gate decides: customers, consents, contacts and members of a frozen audience. */
@Component
public final class GateReadBench implements BenchCase {

    private static final double GOAL = 5;

    @Override
    public BenchInfo info() {
        return BenchInfo.of("gate-1m-read-seconds", "candidates with consents and earlier contacts read from the store for the gate", "s",
                Goal.atMost(GOAL));
    }

    @Override
    public BenchResult run(BenchContext context) throws StoreException, CampaignException {
        GateBench.Read read = GateBench.read(context);
        return new BenchResult(read.seconds(), String.format(Locale.ROOT, "%,d candidates among %,d customers, %,d earlier contacts",
                read.setting().candidates().size(), read.setting().people().size(), read.setting().history().size()));
    }
}
