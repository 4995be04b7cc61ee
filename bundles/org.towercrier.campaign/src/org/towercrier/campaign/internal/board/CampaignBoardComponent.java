package org.towercrier.campaign.internal.board;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.campaign.CampaignBoard;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.internal.PlainRows;
import org.towercrier.campaign.internal.gate.Costs;
import org.towercrier.customer.Segments;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignPackage.Literals;
import org.towercrier.model.campaign.ExperimentArm;
import org.towercrier.model.campaign.ExperimentResult;
import org.towercrier.model.customer.CustomerPackage;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** All campaigns at a glance. */
@Component(service = CampaignBoard.class)
public final class CampaignBoardComponent implements CampaignBoard {

    private static final TableSchema MEMBERS = TableSchema.of(Literals.AUDIENCE_MEMBER);
    private static final TableSchema CONTACTS = TableSchema.of(Literals.CONTACT);
    private static final TableSchema SEGMENTS = TableSchema.of(CustomerPackage.Literals.SEGMENT_MEMBERSHIP);
    private static final Field<Instant> MADE = coalesce(CONTACTS.field("sent", Instant.class), CONTACTS.field("planned", Instant.class));
    private static final Condition REAL = coalesce(CONTACTS.field("state", String.class), inline("COMPLETED")).notIn("FAILED", "CANCELLED");

    private final Store store;
    private final Campaigns campaigns;

    @Activate
    public CampaignBoardComponent(@Reference Store store, @Reference Campaigns campaigns) {
        this.store = store;
        this.campaigns = campaigns;
    }

    /** What contacts came to. */
    private record Reached(long customers, double cost) {
    }

    @Override
    public List<Card> cards(Cancellation cancel) throws StoreException {
        Map<String, Map<String, Long>> arms = new HashMap<>();
        Field<String> of = MEMBERS.field("campaign", String.class);
        Field<String> arm = MEMBERS.field("arm", String.class);
        store.read(sql -> sql.select(of, arm, count()).from(MEMBERS.table()).groupBy(of, arm).fetch(), cancel)
                .forEach(row -> arms.computeIfAbsent(row.value1(), none -> new HashMap<>()).put(String.valueOf(row.value2()),
                        row.value3().longValue()));
        Map<String, Reached> reached = reached(cancel);
        List<Card> cards = new ArrayList<>();
        for (Campaigns.Info info : campaigns.list()) {
            Optional<Campaign> campaign = campaigns.open(info.id()).map(found -> found.root());
            campaign.ifPresent(each -> cards.add(card(info, each, arms.getOrDefault(info.id(), Map.of()),
                    reached.getOrDefault(info.id(), new Reached(0, 0)))));
        }
        cards.sort(Comparator.comparing(Card::step).thenComparing(card -> card.start().orElse(LocalDate.MAX)).thenComparing(Card::id));
        return cards;
    }

    private Map<String, Reached> reached(Cancellation cancel) throws StoreException {
        Map<String, Reached> reached = new HashMap<>();
        Field<String> of = CONTACTS.field("campaign", String.class);
        store.read(sql -> sql.select(of, countDistinct(CONTACTS.field("customer", String.class)),
                sum(CONTACTS.field("cost", Double.class)).cast(Double.class)).from(CONTACTS.table()).where(of.isNotNull()).and(REAL)
                .groupBy(of)
                .fetch(), cancel)
                .forEach(row -> reached.put(row.value1(), new Reached(row.value2(), row.value3() == null ? 0 : row.value3())));
        return reached;
    }

    private static Card card(Campaigns.Info info, Campaign campaign, Map<String, Long> arms, Reached reached) {
        long treated = arms.getOrDefault(ExperimentArm.TREATMENT.getLiteral(), 0L);
        double fixed = campaign.getLaunched() == null ? 0 : Costs.fixed(campaign);
        boolean evaluated = campaign.getExecution() != null && campaign.getExecution().getEvaluated() != null;
        return new Card(info.id(), info.name(), info.owner(), info.step(), info.state(), info.messageClass(), info.start(), info.end(),
                info.launched(), info.standing(), arms.values().stream().mapToLong(Long::longValue).sum(), treated,
                arms.getOrDefault(ExperimentArm.CAMPAIGN_CONTROL.getLiteral(), 0L), reached.customers(), reached.cost() + fixed,
                Optional.ofNullable(campaign.getBudget()), Optional.ofNullable(campaign.getCurrency()),
                evaluated ? Optional.of(campaign.getExecution().getVerdict()) : Optional.empty());
    }

    @Override
    public Pressure pressure(LocalDate from, LocalDate to, Cancellation cancel) throws StoreException {
        LocalDate monday = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<LocalDate> weeks = new ArrayList<>();
        for (LocalDate week = monday; !week.isAfter(to); week = week.plusWeeks(1)) {
            weeks.add(week);
        }
        Map<String, Long> sizes = new TreeMap<>();
        Table<?> segments = segments();
        Field<String> segment = segments.field("segment", String.class);
        store.read(sql -> sql.select(segment, count()).from(segments).groupBy(segment).fetch(), cancel)
                .forEach(row -> sizes.put(row.value1() == null ? Segments.UNASSIGNED : row.value1(), row.value2().longValue()));
        Map<String, Map<LocalDate, Week>> found = new TreeMap<>();
        Condition marketing = CONTACTS.field("messageClass", String.class).eq("MARKETING").and(REAL)
                .and(MADE.ge(monday.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .and(MADE.lt(to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
        store.read(sql -> {
            PlainRows.each(sql.select(segment, PlainRows.seconds(MADE), CONTACTS.field("customer"), CONTACTS.field("state"))
                    .from(CONTACTS.table()).leftJoin(segments)
                    .on(segments.field("member", String.class).eq(CONTACTS.field("customer", String.class))).where(marketing), row -> {
                        String name = row.getString(1) == null ? Segments.UNASSIGNED : row.getString(1);
                        LocalDate week = Instant.ofEpochSecond(row.getLong(2)).atZone(ZoneOffset.UTC).toLocalDate()
                                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                        found.computeIfAbsent(name, none -> new TreeMap<>()).computeIfAbsent(week, none -> new Week())
                                .add(row.getString(3), "INITIAL".equals(row.getString(4)));
                    });
            return null;
        }, cancel);
        Set<String> names = new TreeSet<>(sizes.keySet());
        names.addAll(found.keySet());
        List<String> rows = new ArrayList<>(names);
        if (rows.remove(Segments.UNASSIGNED)) {
            rows.add(Segments.UNASSIGNED);
        }
        List<PressureCell> cells = new ArrayList<>();
        rows.forEach(name -> found.getOrDefault(name, Map.of())
                .forEach((week, of) -> cells.add(of.cell(name, week, sizes.getOrDefault(name, 0L)))));
        return new Pressure(rows, weeks, cells);
    }

    /** Contacts of a week while they are counted. */
    private static final class Week {

        private final Set<String> customers = new HashSet<>();
        private long contacts;
        private long planned;

        void add(String customer, boolean waiting) {
            customers.add(customer);
            contacts += waiting ? 0 : 1;
            planned += waiting ? 1 : 0;
        }

        PressureCell cell(String segment, LocalDate week, long size) {
            return new PressureCell(segment, week, contacts, planned, customers.size(),
                    size == 0 ? Double.NaN : (contacts + planned) / (double) size);
        }
    }

    /** The four named groups by their latest assignment. */
    private static Table<?> segments() {
        Field<LocalDate> date = SEGMENTS.field("date", LocalDate.class);
        Condition four = SEGMENTS.field("segmentation", String.class).eq(Segments.FOUR);
        return select(SEGMENTS.field("customer", String.class).as("member"), SEGMENTS.field("segment", String.class).as("segment"))
                .from(SEGMENTS.table()).where(four).and(date.eq(select(max(date)).from(SEGMENTS.table()).where(four))).asTable("segments");
    }

    @Override
    public List<Comparison> past() throws StoreException {
        List<Comparison> past = new ArrayList<>();
        for (Campaigns.Info info : campaigns.list()) {
            campaigns.open(info.id()).map(found -> found.root())
                    .filter(campaign -> campaign.getExecution() != null && campaign.getExecution().getEvaluated() != null)
                    .ifPresent(campaign -> past.add(comparison(info, campaign)));
        }
        past.sort(Comparator.comparing((Comparison each) -> -each.incrementalReturn().orElse(Double.NEGATIVE_INFINITY))
                .thenComparing(Comparison::id));
        return past;
    }

    private static Comparison comparison(Campaigns.Info info, Campaign campaign) {
        var execution = campaign.getExecution();
        Optional<ExperimentResult> deciding = execution.getResults().stream().filter(each -> each.getSegment() == null).findFirst();
        Optional<Double> returned = execution.getResults().stream().map(ExperimentResult::getIncrementalReturn)
                .filter(java.util.Objects::nonNull).findFirst();
        return new Comparison(info.id(), info.name(), info.launched(),
                execution.getAudienceSize() == null ? 0 : execution.getAudienceSize(),
                execution.getReach() == null ? 0 : execution.getReach(), execution.getVerdict(),
                deciding.map(ExperimentResult::getDifference),
                deciding.map(ExperimentResult::getLower), deciding.map(ExperimentResult::getUpper), returned,
                execution.getSpent() == null ? 0 : execution.getSpent(), Optional.ofNullable(execution.getConclusion()));
    }
}
