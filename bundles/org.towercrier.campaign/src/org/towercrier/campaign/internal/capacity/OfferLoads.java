package org.towercrier.campaign.internal.capacity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jooq.DSLContext;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.internal.gate.Costs;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.Offer;
import org.towercrier.model.campaign.UseProfile;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.store.TableSchema;

/**
 * What the offers of a campaign are expected to add: expected response × volume of the use profile × its hours. An offer without a profile adds what its product includes
 * in a month, a thirtieth each day, over the hours of everyday use; one without either adds nothing.
 */
final class OfferLoads {

    private static final double MBIT_PER_MEGABYTE = 8;
    private static final double DAYS = 30;

    private final Campaign campaign;
    private final List<Offer> offers;
    private final List<RoomPlan.OfferLoad> loads = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    private OfferLoads(Campaign campaign) {
        this.campaign = campaign;
        this.offers = campaign.getOfferPlan() == null ? List.of() : List.copyOf(campaign.getOfferPlan().getOffers());
    }

    static OfferLoads of(DSLContext sql, Campaign campaign, List<UseProfile> profiles) {
        OfferLoads loads = new OfferLoads(campaign);
        Map<String, UseProfile> byName = profiles.stream().collect(Collectors.toMap(UseProfile::getName, profile -> profile));
        TableSchema products = TableSchema.of(Literals.PRODUCT);
        Map<String, Double> included = new HashMap<>();
        sql.select(products.field("id", String.class), products.field("dataIncluded", Double.class)).from(products.table())
                .where(products.field("id", String.class).in(loads.offers.stream().map(Offer::getProduct).toList()))
                .forEach(row -> included.put(row.value1(), row.value2() == null ? 0 : row.value2()));
        for (Offer offer : loads.offers) {
            UseProfile profile = byName.get(offer.getUseProfile() == null ? UsualProfiles.EVERYDAY : offer.getUseProfile());
            if (profile == null) {
                loads.unknown.add(offer.getUseProfile());
            } else {
                double volume = offer.getUseProfile() == null ? included.getOrDefault(offer.getProduct(), 0.0) * MBIT_PER_MEGABYTE / DAYS
                        : profile.getVolumePerDay();
                loads.loads.add(load(campaign, offer, profile, volume));
            }
        }
        return loads;
    }

    private static RoomPlan.OfferLoad load(Campaign campaign, Offer offer, UseProfile profile, double volume) {
        double response = offer.getExpectedResponse() == null ? 0 : offer.getExpectedResponse();
        double[] hourly = profile.getHours().stream().mapToDouble(share -> response * volume * share).toArray();
        return new RoomPlan.OfferLoad(hourly, profile.getHomeShare() == null ? 1 : profile.getHomeShare(), Costs.expected(campaign, offer));
    }

    RoomPlan.OfferLoad[] loads() throws CampaignException {
        if (!unknown.isEmpty()) {
            throw new CampaignException("Profile_Unknown", String.join(", ", unknown));
        }
        return loads.toArray(RoomPlan.OfferLoad[]::new);
    }

    /** Identities of the offers, by position. */
    List<String> ids() {
        return offers.stream().map(Offer::getId).toList();
    }

    /** Positions of the offers for a segment, the best first. */
    int[] choices(String segment) {
        return Costs.offers(campaign, segment).stream().mapToInt(offers::indexOf).toArray();
    }
}
