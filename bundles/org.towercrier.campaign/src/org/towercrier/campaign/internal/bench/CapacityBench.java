package org.towercrier.campaign.internal.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.CapacityChecks;
import org.towercrier.campaign.internal.audience.Drafts.Draft;
import org.towercrier.campaign.internal.capacity.CapacityChecksComponent;
import org.towercrier.command.bench.BenchCase;
import org.towercrier.command.bench.BenchContext;
import org.towercrier.command.bench.BenchInfo;
import org.towercrier.command.bench.BenchInfo.Goal;
import org.towercrier.command.bench.BenchResult;
import org.towercrier.command.bench.BenchScale;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignFactory;
import org.towercrier.model.campaign.Offer;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** How long the capacity check takes, with a week of hourly measurements of all cells read from the store. */
@Component
public final class CapacityBench implements BenchCase {

    @Override
    public BenchInfo info() {
        return BenchInfo.of("capacity-1m-seconds", "members against the measured busy hours of their home and work cells", "s",
                Goal.atMost(3));
    }

    @Override
    public BenchResult run(BenchContext context) throws StoreException, CampaignException {
        boolean full = context.scale() == BenchScale.FULL;
        int customers = full ? 1_000_000 : 20_000;
        int cells = full ? 5_000 : 500;
        measure(context.service(Store.class), cells);
        List<Draft> drafts = drafts(customers, cells);
        CapacityChecksComponent check = context.service(CapacityChecksComponent.class);
        Campaign campaign = campaign();
        long begun = System.nanoTime();
        CapacityChecks.Report report = check.assess(campaign, drafts, Cancellation.none()).report();
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (report.members() != customers || report.cells().size() != cells) {
            throw new IllegalStateException(report.members() + " members in " + report.cells().size() + " cells");
        }
        return new BenchResult(seconds, String.format(Locale.ROOT, "%,d members over %,d cells; %,d have no room", customers, cells,
                report.leftOut() + report.delayed()));
    }

    private static void measure(Store store, int cells) throws StoreException {
        store.write(tx -> {
            tx.sql().execute(
                    "insert into managed_object (id, name, cell) select cast(i as integer), 'cell-' || i, 'cell-' || i from range(" + cells
                            + ") t(i)");
            tx.sql().execute(
                    "insert into cell_measurement (object, \"start\", period, \"prbUsageDl\", \"pdcpVolumeDl\") select cast(i as integer),"
                            + " timestamp '2026-05-25 00:00:00' + to_hours(cast(h as integer)), 3600, 20 + (i * 37) % 60 + 15 * sin(h / 24.0 * 6.2832), 2000 + (i * 11) % 5000"
                            + " from range(" + cells + ") t(i), range(168) u(h)");
            tx.changed("cell_measurement");
            return null;
        });
    }

    private static List<Draft> drafts(int customers, int cells) {
        Map<Integer, String> names = new HashMap<>();
        for (int cell = 0; cell < cells; cell++) {
            names.put(cell, "cell-" + cell);
        }
        List<Draft> drafts = new ArrayList<>(customers);
        for (int i = 0; i < customers; i++) {
            String work = i % 3 == 0 ? "" : names.get((int) (i * 13L % cells));
            drafts.add(new Draft("C" + (10_000_000 + i), i % 2 == 0 ? "a" : "b", "", "", names.get((int) (i * 7L % cells)), work, "", "{}",
                    Optional.empty()));
        }
        return drafts;
    }

    private static Campaign campaign() {
        Campaign campaign = CampaignFactory.eINSTANCE.createCampaign();
        campaign.setId("bench");
        campaign.setOfferPlan(CampaignFactory.eINSTANCE.createOfferPlan());
        for (String profile : List.of("video-evening", "off-peak")) {
            Offer offer = CampaignFactory.eINSTANCE.createOffer();
            offer.setId(profile);
            offer.setUseProfile(profile);
            offer.setExpectedResponse(0.05);
            offer.setValue(profile.equals("off-peak") ? 10.0 : 40.0);
            offer.setSegment(profile.equals("off-peak") ? "b" : null);
            campaign.getOfferPlan().getOffers().add(offer);
        }
        return campaign;
    }
}
