package org.towercrier.campaign.internal.audience;

import static org.jooq.impl.DSL.count;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jooq.Condition;
import org.jooq.Field;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.campaign.Audiences;
import org.towercrier.campaign.CampaignException;
import org.towercrier.customer.Criteria;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignPackage.Literals;
import org.towercrier.model.campaign.CellRoom;
import org.towercrier.model.campaign.ExperimentArm;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** Audiences as they are now, and as they were frozen. */
@Component(service = Audiences.class)
public final class AudiencesComponent implements Audiences {

    private static final TableSchema MEMBERS = TableSchema.of(Literals.AUDIENCE_MEMBER);

    private final Store store;
    private final Criteria criteria;

    @Activate
    public AudiencesComponent(@Reference Store store, @Reference Criteria criteria) {
        this.store = store;
        this.criteria = criteria;
    }

    @Override
    public Size size(Campaign campaign, Cancellation cancel) throws CampaignException, StoreException {
        AudienceQuery query = AudienceQuery.of(criteria, campaign);
        return store.read(query::size, cancel);
    }

    private static <T> Field<T> field(String name, Class<T> type) {
        return MEMBERS.field(name, type);
    }

    @Override
    public List<Member> members(String campaign, Optional<ExperimentArm> arm, long offset, int limit, Cancellation cancel)
            throws StoreException {
        Condition of = field("campaign", String.class).eq(campaign);
        Condition wanted = arm.map(each -> of.and(field("arm", String.class).eq(each.getLiteral()))).orElse(of);
        return store.read(sql -> sql.select(MEMBERS.table().fields()).from(MEMBERS.table()).where(wanted)
                .orderBy(field("customer", String.class)).limit(limit).offset(offset)
                .fetch(row -> new Member(row.get(field("customer", String.class)), row.get(field("frozen", Instant.class)),
                        Optional.ofNullable(row.get(field("segment", String.class))),
                        Optional.ofNullable(row.get(field("arm", String.class))).map(ExperimentArm::get),
                        Optional.ofNullable(row.get(field("stratum", String.class))), row.get(field("unit", String.class)),
                        Optional.ofNullable(row.get(field("offer", String.class))),
                        Optional.ofNullable(row.get(field("expectedValue", Double.class))).orElse(0.0),
                        Optional.ofNullable(row.get(field("room", String.class))).map(CellRoom::get),
                        Optional.ofNullable(row.get(field("qualifying", String.class))).orElse("{}"))),
                cancel);
    }

    @Override
    public Map<ExperimentArm, Long> arms(String campaign) throws StoreException {
        Map<ExperimentArm, Long> arms = new EnumMap<>(ExperimentArm.class);
        Field<String> arm = field("arm", String.class);
        store.read(sql -> sql.select(arm, count()).from(MEMBERS.table()).where(field("campaign", String.class).eq(campaign)).groupBy(arm)
                .fetch()).forEach(row -> {
                    if (row.value1() != null) {
                        arms.put(ExperimentArm.get(row.value1()), row.value2().longValue());
                    }
                });
        return arms;
    }
}
