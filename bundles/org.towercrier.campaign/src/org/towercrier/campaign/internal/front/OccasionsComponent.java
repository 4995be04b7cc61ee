package org.towercrier.campaign.internal.front;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.day;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.month;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.year;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jooq.Condition;
import org.jooq.Field;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.ContactPolicies;
import org.towercrier.campaign.Occasions;
import org.towercrier.campaign.internal.audience.AudienceQuery;
import org.towercrier.campaign.internal.audience.Drafts;
import org.towercrier.campaign.internal.capacity.CapacityChecksComponent;
import org.towercrier.campaign.internal.gate.PeopleReader;
import org.towercrier.campaign.internal.launch.Launcher;
import org.towercrier.customer.Criteria;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignPackage.Literals;
import org.towercrier.model.campaign.CampaignState;
import org.towercrier.model.campaign.ExperimentArm;
import org.towercrier.model.campaign.Occasion;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** Standing campaigns. */
@Component(service = Occasions.class)
public final class OccasionsComponent implements Occasions {

    /** An occasion that comes back does so in about a year; within this many days it is the same one. */
    private static final int SAME_DAYS = 300;
    private static final int USUAL_SILENCE = 60;
    private static final TableSchema MEMBERS = TableSchema.of(Literals.AUDIENCE_MEMBER);
    private static final TableSchema ALARMS = TableSchema.of(AlarmPackage.Literals.ALARM_RECORD);

    private final Store store;
    private final Campaigns campaigns;
    private final Criteria criteria;
    private final ContactPolicies policies;
    private final CapacityChecksComponent capacity;

    @Activate
    public OccasionsComponent(@Reference Store store, @Reference Campaigns campaigns, @Reference Criteria criteria,
            @Reference ContactPolicies policies, @Reference CapacityChecksComponent capacity) {
        this.store = store;
        this.campaigns = campaigns;
        this.criteria = criteria;
        this.policies = policies;
        this.capacity = capacity;
    }

    @Override
    public List<Due> collectAll(LocalDate day, Cancellation cancel) throws CampaignException, StoreException {
        List<Due> all = new ArrayList<>();
        for (Campaigns.Info info : campaigns.list()) {
            if (info.standing() && info.state() == CampaignState.LAUNCHED) {
                all.add(collect(info.id(), day, cancel));
            }
        }
        return all;
    }

    @Override
    public Due collect(String id, LocalDate day, Cancellation cancel) throws CampaignException, StoreException {
        Campaign campaign = campaigns.open(id).map(found -> found.root()).orElseThrow(() -> new CampaignException("Campaign_Unknown", id));
        Occasion occasion = campaign.getOccasion();
        if (occasion == null) {
            throw new CampaignException("Occasion_None", id);
        }
        if (campaign.getLaunched() == null || campaign.getState() != CampaignState.LAUNCHED) {
            throw new CampaignException("Send_NotLaunched", id);
        }
        AudienceQuery query = AudienceQuery.of(criteria, campaign);
        Condition due = due(occasion, day.minusDays(occasion.getOffsetDays() == null ? 0 : occasion.getOffsetDays()));
        List<Drafts.Draft> matching = store.read(sql -> new Drafts(sql, campaign, query).read(true, due), cancel);
        Instant at = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant frozen = at.isBefore(campaign.getLaunched()) ? campaign.getLaunched() : at;
        Set<String> recent = recent(id, frozen);
        List<Drafts.Draft> fresh = matching.stream().filter(draft -> !recent.contains(draft.customer())).toList();
        CapacityChecksComponent.Assessed assessed = capacity.assess(campaign, fresh, cancel);
        List<ExperimentArm> arms = arms(campaign, fresh);
        store.write(tx -> {
            List<String> again = fresh.stream().map(Drafts.Draft::customer).toList();
            tx.sql().deleteFrom(MEMBERS.table()).where(MEMBERS.field("campaign", String.class).eq(id))
                    .and(MEMBERS.field("customer", String.class).in(again)).execute();
            Launcher.freeze(tx, campaign, assessed, arms, frozen);
            return null;
        }, cancel);
        return new Due(id, occasion.getKind(), day, matching.size(), fresh.size());
    }

    /** The draw of a standing campaign is by the place of each unit alone, so that a day's few do not depend on one another. */
    private List<ExperimentArm> arms(Campaign campaign, List<Drafts.Draft> fresh) throws StoreException {
        return Launcher.draw(campaign, policies.inForce().policy()).drawByPlace(fresh);
    }

    private Set<String> recent(String campaign, Instant at) throws StoreException {
        return new HashSet<>(store.read(sql -> sql.select(MEMBERS.field("customer", String.class)).from(MEMBERS.table())
                .where(MEMBERS.field("campaign", String.class).eq(campaign))
                .and(MEMBERS.field("frozen", Instant.class).gt(at.minusSeconds(SAME_DAYS * 86_400L)))
                .fetch(MEMBERS.field("customer", String.class))));
    }

    private static Condition due(Occasion occasion, LocalDate event) {
        return switch (occasion.getKind()) {
            case BIRTHDAY -> yearly(field(name("birthDate"), LocalDate.class), event);
            case TENURE_ANNIVERSARY -> yearly(field(name("joinDate"), LocalDate.class), event)
                    .and(year(field(name("joinDate"), LocalDate.class)).lt(event.getYear()));
            case FESTIVAL -> occasion.getFestivalDates().contains(event) ? trueCondition() : falseCondition();
            case CONTRACT_END -> field(name("contract_end"), LocalDate.class).eq(event);
            case INACTIVITY -> silent(event.minusDays(occasion.getInactivityDays() == null ? USUAL_SILENCE : occasion.getInactivityDays()));
            case ALARM_CLEARED -> cleared(event);
        };
    }

    /** On the day of the year; who was born on 29 February has the day before in other years. */
    private static Condition yearly(Field<LocalDate> date, LocalDate event) {
        Condition same = month(date).eq(event.getMonthValue()).and(day(date).eq(event.getDayOfMonth()));
        boolean eve = event.getMonthValue() == 2 && event.getDayOfMonth() == 28 && !event.isLeapYear();
        return eve ? same.or(month(date).eq(2).and(day(date).eq(29))) : same;
    }

    /** Used or paid last on that day; later use ends the silence. */
    private static Condition silent(LocalDate last) {
        Field<LocalDate> use = field(name("lastuse"), LocalDate.class);
        Field<LocalDate> payment = field(name("lastpayment"), LocalDate.class);
        Field<LocalDate> never = inline(LocalDate.of(1900, 1, 1));
        return coalesce(use, never).le(last).and(coalesce(payment, never).le(last)).and(use.isNotNull().or(payment.isNotNull()));
    }

    /** An alarm that customers felt was cleared on that day. */
    private static Condition cleared(LocalDate event) {
        Field<Instant> cleared = ALARMS.field("cleared", Instant.class);
        return field(name("homeCell"), String.class).in(select(ALARMS.field("cell", String.class)).from(ALARMS.table())
                .where(PeopleReader.felt()).and(cleared.ge(event.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .and(cleared.lt(event.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())));
    }
}
