package org.towercrier.campaign.internal.audience;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.towercrier.campaign.Audiences;
import org.towercrier.campaign.CampaignException;
import org.towercrier.customer.Criteria;
import org.towercrier.customer.CustomerException;
import org.towercrier.model.campaign.Audience;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.Exclusion;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.model.customer.SegmentCriterion;
import org.towercrier.store.StoreException;

/** The audience of a campaign as a condition over the base of customers. */
public final class AudienceQuery {

    private final Criteria.Audience base;
    private final Condition included;
    private final List<Exclusion> exclusions;
    private final List<Condition> excluded;
    private final Condition here;

    private AudienceQuery(Criteria.Audience base, List<Exclusion> exclusions, List<Condition> excluded) {
        this.base = base;
        this.included = known(base.condition());
        this.exclusions = exclusions;
        this.excluded = excluded;
        Field<LocalDate> left = field(name("leaveDate"), LocalDate.class);
        this.here = coalesce(field(name("churned"), Boolean.class), inline(false)).isFalse()
                .and(left.isNull().or(left.gt(inline(base.asOf()))));
    }

    /** The query of a campaign. @throws CampaignException when it has no audience, or one that cannot be evaluated */
    public static AudienceQuery of(Criteria criteria, Campaign campaign) throws CampaignException, StoreException {
        Criterion wanted = criterion(campaign).orElseThrow(() -> new CampaignException("Audience_None"));
        try {
            Criteria.Audience base = criteria.audience(wanted);
            List<Exclusion> exclusions = new ArrayList<>();
            List<Condition> excluded = new ArrayList<>();
            for (Exclusion exclusion : campaign.getAudience() == null ? List.<Exclusion>of() : campaign.getAudience().getExclusions()) {
                if (exclusion.getCriterion() != null) {
                    exclusions.add(exclusion);
                    excluded.add(known(criteria.audience(exclusion.getCriterion()).condition()));
                }
            }
            return new AudienceQuery(base, exclusions, excluded);
        } catch (CustomerException wrong) {
            throw new CampaignException("Audience_Wrong", wrong.getMessage());
        }
    }

    /** The criterion of a campaign: its own, else the segment of its need. */
    public static Optional<Criterion> criterion(Campaign campaign) {
        Audience audience = campaign.getAudience();
        if (audience != null && audience.getCriterion() != null) {
            return Optional.of(audience.getCriterion());
        }
        if (campaign.getNeed() == null || campaign.getNeed().getSegmentation() == null || campaign.getNeed().getSegment() == null) {
            return Optional.empty();
        }
        SegmentCriterion segment = CustomerFactory.eINSTANCE.createSegmentCriterion();
        segment.setSegmentation(campaign.getNeed().getSegmentation());
        segment.setSegment(campaign.getNeed().getSegment());
        return Optional.of(segment);
    }

    /** What cannot be told is false. */
    private static Condition known(Condition condition) {
        return coalesce(field(condition), inline(false)).isTrue();
    }

    /** One row for every customer. */
    public Table<Record> customers() {
        return base.customers();
    }

    /** The identity in it. */
    public Field<String> id() {
        return base.id();
    }

    /** True for the members. */
    public Condition members() {
        Condition all = included.and(here);
        for (Condition each : excluded) {
            all = all.and(not(each));
        }
        return all;
    }

    /** The date that windows end with. */
    public LocalDate asOf() {
        return base.asOf();
    }

    /** Counts the members and those who are left out. */
    Audiences.Size size(DSLContext sql) {
        List<Field<?>> fields = new ArrayList<>(List.of(count(), count().filterWhere(included)));
        excluded.forEach(each -> fields.add(count().filterWhere(included.and(each))));
        Condition kept = included;
        for (Condition each : excluded) {
            kept = kept.and(not(each));
        }
        fields.add(count().filterWhere(kept.and(not(here))));
        fields.add(count().filterWhere(kept.and(here)));
        Record row = sql.select(fields).from(base.customers()).where(noCondition()).fetchSingle();
        List<Audiences.Excluded> out = new ArrayList<>();
        for (int i = 0; i < excluded.size(); i++) {
            out.add(new Audiences.Excluded(Optional.ofNullable(exclusions.get(i).getReason()).orElse(""), row.get(2 + i, Long.class)));
        }
        int next = 2 + excluded.size();
        return new Audiences.Size(row.get(0, Long.class), row.get(1, Long.class), out, row.get(next, Long.class),
                row.get(next + 1, Long.class));
    }
}
