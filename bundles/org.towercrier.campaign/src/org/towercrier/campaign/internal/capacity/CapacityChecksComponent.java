package org.towercrier.campaign.internal.capacity;

import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.CapacityChecks;
import org.towercrier.campaign.ContactPolicies;
import org.towercrier.campaign.internal.PlainRows;
import org.towercrier.campaign.internal.audience.AudienceQuery;
import org.towercrier.campaign.internal.audience.Drafts;
import org.towercrier.customer.Criteria;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignPackage;
import org.towercrier.model.campaign.UseProfile;
import org.towercrier.store.Cancellation;
import org.towercrier.store.DocumentInfo;
import org.towercrier.store.Documents;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;
import org.towercrier.store.Versioned;

/** Load of campaigns against the measured busy hours. */
@Component(service = { CapacityChecks.class, CapacityChecksComponent.class })
public final class CapacityChecksComponent implements CapacityChecks {

    private static final TableSchema MEMBERS = TableSchema.of(CampaignPackage.Literals.AUDIENCE_MEMBER);
    private static final int HOURS = 24;
    private static final double SUM_TOLERANCE = 0.01;
    private static final double USUAL_OFF_PEAK = 0.1;

    private final Store store;
    private final Criteria criteria;
    private final ContactPolicies policies;

    @Activate
    public CapacityChecksComponent(@Reference Store store, @Reference Criteria criteria, @Reference ContactPolicies policies) {
        this.store = store;
        this.criteria = criteria;
        this.policies = policies;
    }

    @Override
    public List<UseProfile> profiles() throws StoreException {
        Map<String, UseProfile> all = new LinkedHashMap<>();
        UsualProfiles.all().forEach(profile -> all.put(profile.getName(), profile));
        for (DocumentInfo info : store.documents().list(KIND)) {
            store.documents().load(KIND, info.name(), UseProfile.class).ifPresent(found -> all.put(info.name(), found.root()));
        }
        return List.copyOf(all.values());
    }

    @Override
    public long save(UseProfile profile) throws CampaignException, StoreException {
        String name = Optional.ofNullable(profile.getName()).orElse("");
        double sum = profile.getHours().stream().filter(Objects::nonNull).mapToDouble(Double::doubleValue).sum();
        boolean shares = profile.getHours().size() == HOURS && profile.getHours().stream().allMatch(hour -> hour != null && hour >= 0)
                && Math.abs(sum - 1) <= SUM_TOLERANCE;
        boolean home = profile.getHomeShare() == null || profile.getHomeShare() >= 0 && profile.getHomeShare() <= 1;
        if (name.isBlank() || !shares || !home || profile.getVolumePerDay() == null || profile.getVolumePerDay() < 0) {
            throw new CampaignException("Profile_Wrong", name, profile.getHours().size(), sum);
        }
        long version = store.documents().load(KIND, name, UseProfile.class).map(Versioned::version).orElse(Documents.NEW);
        return store.documents().save(KIND, name, EcoreUtil.copy(profile), version);
    }

    @Override
    public void delete(String name) throws CampaignException, StoreException {
        Versioned<UseProfile> saved = store.documents().load(KIND, name, UseProfile.class)
                .orElseThrow(() -> new CampaignException("Profile_Shipped", name));
        boolean shipped = UsualProfiles.all().stream().anyMatch(profile -> profile.getName().equals(name));
        List<String> users = shipped ? List.of() : users(name);
        if (!users.isEmpty()) {
            throw new CampaignException("Profile_Used", name, String.join(", ", users));
        }
        store.documents().delete(KIND, name, saved.version());
    }

    /** Campaigns whose offers use a profile. */
    private List<String> users(String profile) throws StoreException {
        List<String> users = new ArrayList<>();
        for (DocumentInfo info : store.documents().list(Campaigns.KIND)) {
            Optional<Campaign> campaign = store.documents().load(Campaigns.KIND, info.name(), Campaign.class).map(Versioned::root);
            if (campaign.filter(each -> each.getOfferPlan() != null
                    && each.getOfferPlan().getOffers().stream().anyMatch(offer -> profile.equals(offer.getUseProfile()))).isPresent()) {
                users.add(Optional.ofNullable(campaign.get().getName()).orElse(info.name()));
            }
        }
        return users;
    }

    @Override
    public Report check(Campaign campaign, Cancellation cancel) throws CampaignException, StoreException {
        return assess(campaign, cancel).report();
    }

    /** A report with what it means for each member. */
    public record Assessed(Report report, List<Drafts.Draft> drafts, RoomPlan.Result result, List<String> offers) {
    }

    /** As {@link #check}, with the room of each member. */
    public Assessed assess(Campaign campaign, Cancellation cancel) throws CampaignException, StoreException {
        AudienceQuery query = AudienceQuery.of(criteria, campaign);
        return assess(campaign, drafts(campaign, query, cancel), cancel);
    }

    /** As {@link #check} for members that were read already. */
    public Assessed assess(Campaign campaign, List<Drafts.Draft> drafts, Cancellation cancel) throws CampaignException, StoreException {
        List<UseProfile> profiles = profiles();
        Map<String, CellBusyHours.BusyHour> hours = store.read(sql -> CellBusyHours.read(sql, ZoneId.systemDefault()), cancel);
        OfferLoads offers = store.read(sql -> OfferLoads.of(sql, campaign, profiles), cancel);
        Double offPeak = policies.inForce().policy().getOffPeakShare();
        double share = offPeak == null ? USUAL_OFF_PEAK : offPeak;
        return new Assessment(campaign, drafts, hours, offers, share).assess(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Those who are to be treated when the campaign was launched, else the audience as it is. */
    private List<Drafts.Draft> drafts(Campaign campaign, AudienceQuery query, Cancellation cancel) throws StoreException {
        if (campaign.getLaunched() == null) {
            return store.read(sql -> new Drafts(sql, campaign, query).read(false, noCondition()), cancel);
        }
        return store.read(sql -> launched(sql, campaign), cancel);
    }

    private static List<Drafts.Draft> launched(DSLContext sql, Campaign campaign) {
        TableSchema customers = TableSchema.of(org.towercrier.model.customer.CustomerPackage.Literals.CUSTOMER);
        Condition treated = MEMBERS.field("campaign", String.class).eq(campaign.getId())
                .and(MEMBERS.field("arm", String.class).isNull().or(MEMBERS.field("arm", String.class).eq("TREATMENT")));
        List<Drafts.Draft> drafts = new ArrayList<>();
        PlainRows.each(
                sql.select(MEMBERS.field("customer"), MEMBERS.field("segment"), customers.field("homeCell"), customers.field("workCell"))
                        .from(MEMBERS.table()).leftJoin(customers.table())
                        .on(customers.field("id", String.class).eq(MEMBERS.field("customer", String.class))).where(treated)
                        .orderBy(MEMBERS.field("customer")),
                row -> drafts.add(new Drafts.Draft(row.getString(1), text(row.getString(2)), "", "", text(row.getString(3)),
                        text(row.getString(4)), "", "{}", Optional.empty())));
        return drafts;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    /** Names of cells to their positions. */
    static Map<String, Integer> positions(List<Drafts.Draft> drafts) {
        Map<String, Integer> cells = new HashMap<>();
        for (Drafts.Draft draft : drafts) {
            if (!draft.homeCell().isEmpty()) {
                cells.putIfAbsent(draft.homeCell(), cells.size());
            }
            if (!draft.workCell().isEmpty()) {
                cells.putIfAbsent(draft.workCell(), cells.size());
            }
        }
        return cells;
    }
}
