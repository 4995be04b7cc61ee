package org.towercrier.campaign.internal.result;

import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.towercrier.campaign.CampaignResults.Contamination;
import org.towercrier.campaign.internal.PlainRows;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignPackage.Literals;
import org.towercrier.model.campaign.ResponseKind;
import org.towercrier.model.care.CarePackage;
import org.towercrier.model.customer.CustomerPackage;
import org.towercrier.store.TableSchema;

/** Reads what the members of a campaign did, as columns. Members of the universal control group are no part of the experiment: they were never to be addressed. */
final class ResultReader {

    static final int TREATMENT = 0;
    static final int CONTROL = 1;

    private static final TableSchema MEMBERS = TableSchema.of(Literals.AUDIENCE_MEMBER);
    private static final TableSchema CONTACTS = TableSchema.of(Literals.CONTACT);
    private static final TableSchema RESPONSES = TableSchema.of(Literals.RESPONSE);
    private static final TableSchema FACTS = TableSchema.of(CustomerPackage.Literals.MONTHLY_FACTS);
    private static final TableSchema TICKETS = TableSchema.of(CarePackage.Literals.TICKET);
    private static final TableSchema CHANGES = TableSchema.of(Literals.CONSENT_CHANGE);
    private static final TableSchema SILENT = TableSchema.of(Literals.DO_NOT_CONTACT);
    private static final TableSchema CUSTOMERS = TableSchema.of(CustomerPackage.Literals.CUSTOMER);
    private static final Field<Instant> MADE = coalesce(CONTACTS.field("sent", Instant.class), CONTACTS.field("planned", Instant.class));
    private static final Condition REAL = coalesce(CONTACTS.field("state", String.class), inline("COMPLETED")).notIn("FAILED", "CANCELLED");

    /**
     * Columns of the members.
     *
     * @param arm {@link #TREATMENT} or {@link #CONTROL}
     * @param kinds by kind of response, who reacted so
     * @param unit number of what was drawn with each member
     * @param spend mean monthly spend after the launch; NaN where it is not known
     * @param score NaN where there is none
     */
    record Columns(String[] customers, String[] segment, int[] arm, int[] unit, Map<ResponseKind, boolean[]> kinds, double[] spend,
            double[] score,
            boolean[] contacted, boolean[] complained, boolean[] refused) {

        int size() {
            return customers.length;
        }
    }

    private final DSLContext sql;
    private final Campaign campaign;
    private final Instant until;

    ResultReader(DSLContext sql, Campaign campaign, Instant until) {
        this.sql = sql;
        this.campaign = campaign;
        this.until = until;
    }

    private record Member(String customer, String segment, int arm, String unit, double score) {
    }

    Columns read() {
        List<Member> members = new ArrayList<>();
        PlainRows.each(sql.select(MEMBERS.field("customer"), MEMBERS.field("segment"), MEMBERS.field("arm"),
                coalesce(MEMBERS.field("score", Double.class), inline(Double.NaN)), MEMBERS.field("unit")).from(MEMBERS.table())
                .where(own())
                .and(MEMBERS.field("arm", String.class).ne("UNIVERSAL_CONTROL")).orderBy(MEMBERS.field("customer")),
                row -> members.add(new Member(row.getString(1), row.getString(2) == null ? "" : row.getString(2),
                        "TREATMENT".equals(row.getString(3)) ? TREATMENT : CONTROL,
                        row.getString(5) == null ? row.getString(1) : row.getString(5), row.getDouble(4))));
        int n = members.size();
        Columns columns = new Columns(new String[n], new String[n], new int[n], new int[n], new LinkedHashMap<>(), new double[n],
                new double[n], new boolean[n], new boolean[n], new boolean[n]);
        Map<String, Integer> units = new HashMap<>();
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < n; i++) {
            Member member = members.get(i);
            columns.customers()[i] = member.customer();
            columns.segment()[i] = member.segment();
            columns.arm()[i] = member.arm();
            columns.unit()[i] = units.computeIfAbsent(member.unit(), next -> units.size());
            columns.score()[i] = member.score();
            columns.spend()[i] = Double.NaN;
            index.put(member.customer(), i);
        }
        responses(columns, index);
        spend(columns, index);
        contacted(columns, index);
        complaints(columns, index);
        refusals(columns, index);
        return columns;
    }

    private Condition own() {
        return MEMBERS.field("campaign", String.class).eq(campaign.getId());
    }

    private void responses(Columns columns, Map<String, Integer> index) {
        Field<Instant> time = RESPONSES.field("time", Instant.class);
        PlainRows.each(sql.selectDistinct(RESPONSES.field("customer"), RESPONSES.field("kind")).from(RESPONSES.table())
                .where(RESPONSES.field("campaign", String.class).eq(campaign.getId())).and(RESPONSES.field("kind").isNotNull())
                .and(time.isNull().or(time.le(until).and(time.ge(campaign.getLaunched())))), row -> {
                    Integer member = index.get(row.getString(1));
                    ResponseKind kind = ResponseKind.get(row.getString(2));
                    if (member != null && kind != null) {
                        columns.kinds().computeIfAbsent(kind, none -> new boolean[columns.size()])[member] = true;
                    }
                });
    }

    /** Mean monthly spend in the whole months after that of the launch. */
    private void spend(Columns columns, Map<String, Integer> index) {
        LocalDate first = campaign.getLaunched().atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1).plusMonths(1);
        LocalDate last = until.atZone(ZoneOffset.UTC).toLocalDate();
        Field<LocalDate> month = FACTS.field("month", LocalDate.class);
        PlainRows.each(sql.select(FACTS.field("customer"), avg(FACTS.field("spend", Double.class)).cast(Double.class)).from(FACTS.table())
                .where(month.ge(first)).and(month.le(last)).and(FACTS.field("spend", Double.class).isNotNull())
                .and(FACTS.field("customer", String.class)
                        .in(select(MEMBERS.field("customer", String.class)).from(MEMBERS.table()).where(own())))
                .groupBy(FACTS.field("customer")), row -> {
                    Integer member = index.get(row.getString(1));
                    if (member != null) {
                        columns.spend()[member] = row.getDouble(2);
                    }
                });
    }

    private void contacted(Columns columns, Map<String, Integer> index) {
        PlainRows.each(sql.selectDistinct(CONTACTS.field("customer")).from(CONTACTS.table()).where(ours()), row -> {
            Integer member = index.get(row.getString(1));
            if (member != null) {
                columns.contacted()[member] = true;
            }
        });
    }

    /** Who opened a ticket of complaint since the launch, whatever about. */
    private void complaints(Columns columns, Map<String, Integer> index) {
        mark(TICKETS, TICKETS.field("kind", String.class).eq("COMPLAINT").and(since(TICKETS.field("created", Instant.class))),
                columns.complained(), index);
    }

    /** Who withdrew a consent to marketing since the launch, or is not to be contacted any more. */
    private void refusals(Columns columns, Map<String, Integer> index) {
        mark(CHANGES, CHANGES.field("purpose", String.class).eq("MARKETING")
                .and(CHANGES.field("state", String.class).in("WITHDRAWN", "REFUSED")).and(since(CHANGES.field("time", Instant.class))),
                columns.refused(), index);
        LocalDate launched = campaign.getLaunched().atZone(ZoneOffset.UTC).toLocalDate();
        Field<LocalDate> day = SILENT.field("since", LocalDate.class);
        mark(SILENT, day.gt(launched).and(day.le(until.atZone(ZoneOffset.UTC).toLocalDate())), columns.refused(), index);
    }

    private Condition since(Field<Instant> time) {
        return time.ge(campaign.getLaunched()).and(time.le(until));
    }

    private void mark(TableSchema table, Condition which, boolean[] marked, Map<String, Integer> index) {
        PlainRows.each(sql.selectDistinct(table.field("customer")).from(table.table()).where(which)
                .and(table.field("customer", String.class)
                        .in(select(MEMBERS.field("customer", String.class)).from(MEMBERS.table()).where(own()))),
                row -> {
                    Integer member = index.get(row.getString(1));
                    if (member != null) {
                        marked[member] = true;
                    }
                });
    }

    private Condition ours() {
        return CONTACTS.field("campaign", String.class).eq(campaign.getId()).and(REAL).and(MADE.le(until));
    }

    /** What was spent on contacts. */
    double spent() {
        Double cost = sql.select(sum(CONTACTS.field("cost", Double.class)).cast(Double.class)).from(CONTACTS.table()).where(ours())
                .fetchOne(0, Double.class);
        return cost == null ? 0 : cost;
    }

    /** How far the groups are mixed. */
    Contamination contamination(Columns columns) {
        long controlContacted = 0;
        long unreached = 0;
        for (int i = 0; i < columns.size(); i++) {
            boolean control = columns.arm()[i] == CONTROL;
            controlContacted += control && columns.contacted()[i] ? 1 : 0;
            unreached += !control && !columns.contacted()[i] ? 1 : 0;
        }
        return new Contamination(controlContacted, controlHouseholds(), byOthers("TREATMENT"), byOthers("CAMPAIGN_CONTROL"), unreached);
    }

    private long controlHouseholds() {
        var mates = MEMBERS.table().as("mates");
        var theirs = CUSTOMERS.table().as("theirs");
        Condition treatedMate = MEMBERS.field(mates, "campaign", String.class).eq(campaign.getId())
                .and(MEMBERS.field(mates, "arm", String.class).eq("TREATMENT"));
        Field<String> household = CUSTOMERS.field("household", String.class);
        return sql.select(countDistinct(MEMBERS.field("customer", String.class))).from(MEMBERS.table()).join(CUSTOMERS.table())
                .on(CUSTOMERS.field("id", String.class).eq(MEMBERS.field("customer", String.class))).where(own())
                .and(MEMBERS.field("arm", String.class).eq("CAMPAIGN_CONTROL"))
                .and(household.in(select(CUSTOMERS.field(theirs, "household", String.class)).from(theirs).join(mates)
                        .on(CUSTOMERS.field(theirs, "id", String.class).eq(MEMBERS.field(mates, "customer", String.class)))
                        .where(treatedMate)
                        .and(CUSTOMERS.field(theirs, "household", String.class).isNotNull())))
                .fetchSingle(0, Long.class);
    }

    private long byOthers(String arm) {
        return sql.select(countDistinct(CONTACTS.field("customer", String.class))).from(CONTACTS.table())
                .where(CONTACTS.field("campaign", String.class).ne(campaign.getId())).and(REAL)
                .and(CONTACTS.field("messageClass", String.class).eq("MARKETING")).and(MADE.ge(campaign.getLaunched())).and(MADE.le(until))
                .and(CONTACTS.field("customer", String.class)
                        .in(select(MEMBERS.field("customer", String.class)).from(MEMBERS.table()).where(own())
                                .and(MEMBERS.field("arm", String.class).eq(arm))))
                .fetchSingle(0, Long.class);
    }

    /** Units of the draw by group, which the sample-ratio test looks at. */
    long[] units() {
        long[] units = new long[2];
        Field<String> arm = MEMBERS.field("arm", String.class);
        sql.select(arm, countDistinct(MEMBERS.field("unit", String.class)), count()).from(MEMBERS.table()).where(own()).groupBy(arm)
                .forEach(row -> {
                    if ("TREATMENT".equals(row.value1())) {
                        units[TREATMENT] = row.value2();
                    } else if ("CAMPAIGN_CONTROL".equals(row.value1())) {
                        units[CONTROL] = row.value2();
                    }
                });
        return units;
    }
}
