package org.towercrier.campaign.internal.gate;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.towercrier.campaign.gate.GatePeople;
import org.towercrier.campaign.gate.GatePeople.ConsentCode;
import org.towercrier.campaign.internal.PlainRows;
import org.towercrier.campaign.internal.UnitDraw;
import org.towercrier.campaign.internal.gate.PolicyRules.Profile;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.model.campaign.CampaignPackage;
import org.towercrier.model.campaign.ContactPolicy;
import org.towercrier.model.campaign.MessageClass;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.store.TableSchema;

/** Reads customers as columns, as they were at a moment. */
final class PeopleReader {

    private static final int DAY = 86_400;
    private static final TableSchema CUSTOMERS = TableSchema.of(Literals.CUSTOMER);
    private static final TableSchema CONSENTS = TableSchema.of(Literals.CONSENT);
    private static final TableSchema CHANGES = TableSchema.of(CampaignPackage.Literals.CONSENT_CHANGE);
    private static final TableSchema BARRED = TableSchema.of(CampaignPackage.Literals.DO_NOT_CONTACT);
    private static final TableSchema ALARMS = TableSchema.of(AlarmPackage.Literals.ALARM_RECORD);
    private static final List<String> LOADS = List.of("DENSE_LOAD", "INTERMITTENT_PEAK", "QUALITY_DEGRADATION");
    private static final List<String> NO_PAUSE = List.of("EXHAUSTION_FORECAST", "NO_DATA");

    private final DSLContext sql;
    private final Select<Record1<String>> who;
    private final Instant at;
    private final LocalDate day;
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<Profile, Integer> profiles = new LinkedHashMap<>();
    private final Map<String, Integer> cells = new LinkedHashMap<>();
    private final List<String> barredFor = new ArrayList<>();

    PeopleReader(DSLContext sql, Select<Record1<String>> who, Instant at, LocalDate day) {
        this.sql = sql;
        this.who = who;
        this.at = at;
        this.day = day;
    }

    private record Row(String id, int household, int group, int homeCell, int profile, byte preferred, boolean left, String unit) {
    }

    Map<String, Integer> index() {
        return index;
    }

    List<Profile> profiles() {
        return List.copyOf(profiles.keySet());
    }

    List<String> cells() {
        return List.copyOf(cells.keySet());
    }

    List<String> barredFor() {
        return barredFor;
    }

    GatePeople read(ContactPolicy policy, Set<MessageClass> classes) {
        List<Row> rows = rows();
        GatePeople people = GatePeople.blank(rows.stream().map(Row::id).toArray(String[]::new), Math.max(1, cells.size()));
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            index.put(row.id(), i);
            people.household()[i] = row.household();
            people.group()[i] = row.group();
            people.homeCell()[i] = row.homeCell();
            people.profile()[i] = row.profile();
            people.preferred()[i] = row.preferred();
            people.left()[i] = row.left();
        }
        consents(people, classes);
        if (classes.contains(MessageClass.MARKETING)) {
            universal(people, rows, policy);
            barred(people);
            alarms(people);
        }
        return people;
    }

    private List<Row> rows() {
        Map<String, Integer> households = new HashMap<>();
        Map<String, Integer> groups = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        long today = day.toEpochDay() * DAY;
        Map<String, Byte> channels = new HashMap<>();
        ContactChannel.VALUES.forEach(channel -> channels.put(channel.getLiteral(), (byte) channel.getValue()));
        PlainRows.each(sql
                .select(CUSTOMERS.field("id"), CUSTOMERS.field("household"), CUSTOMERS.field("group"), CUSTOMERS.field("homeCell"),
                        CUSTOMERS.field("timeZone"), CUSTOMERS.field("region"), CUSTOMERS.field("contactFrom"),
                        CUSTOMERS.field("contactUntil"),
                        CUSTOMERS.field("preferredChannel"), PlainRows.seconds(CUSTOMERS.field("leaveDate")),
                        coalesce(CUSTOMERS.field("churned", Boolean.class), inline(false)))
                .from(CUSTOMERS.table())
                .where(CUSTOMERS.field("id", String.class).in(who)).orderBy(CUSTOMERS.field("id")), row -> {
                    String household = row.getString(2);
                    long left = row.getLong(10);
                    Profile profile = new Profile(text(row.getString(5)), text(row.getString(6)), text(row.getString(7)),
                            text(row.getString(8)));
                    rows.add(new Row(row.getString(1), code(households, household), code(groups, row.getString(3)),
                            code(cells, row.getString(4)), code(profiles, profile),
                            channels.getOrDefault(text(row.getString(9)), (byte) -1),
                            left == PlainRows.ABSENT ? row.getBoolean(11) : left <= today,
                            household == null ? row.getString(1) : household));
                });
        rows.sort(java.util.Comparator.comparing(Row::id));
        return rows;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static <K> int code(Map<K, Integer> codes, K key) {
        if (key == null) {
            return GatePeople.NONE;
        }
        Integer known = codes.putIfAbsent(key, codes.size());
        return known == null ? codes.size() - 1 : known;
    }

    /** Units of the permanent draw are households, and customers without one: nobody is treated next to a control of the same household. */
    private static void universal(GatePeople people, List<Row> rows, ContactPolicy policy) {
        double share = policy.getUniversalControlShare() == null ? 0 : policy.getUniversalControlShare();
        String salt = policy.getUniversalControlSalt() == null ? policy.getName() : policy.getUniversalControlSalt();
        if (share > 0) {
            int portion = Math.max(1, rows.size() / 64 + 1);
            IntStream.range(0, (rows.size() + portion - 1) / portion).parallel().forEach(part -> {
                UnitDraw draw = new UnitDraw(salt);
                for (int i = part * portion; i < Math.min(rows.size(), (part + 1) * portion); i++) {
                    people.universal()[i] = draw.place(rows.get(i).unit()) < share;
                }
            });
        }
    }

    private void consents(GatePeople people, Set<MessageClass> classes) {
        Map<String, MessageClass> purposes = new HashMap<>();
        EnumSet.copyOf(classes).forEach(each -> purposes.put(each.getLiteral(), each));
        long moment = at.getEpochSecond();
        long today = day.toEpochDay() * DAY;
        Map<String, ConsentCode> codes = Map.of("GRANTED", ConsentCode.GRANTED, "REFUSED", ConsentCode.REFUSED, "WITHDRAWN",
                ConsentCode.WITHDRAWN);
        PlainRows.each(sql.select(CONSENTS.field("customer"), CONSENTS.field("purpose"), CONSENTS.field("channel"), CONSENTS.field("state"),
                PlainRows.seconds(CONSENTS.field("changed")), PlainRows.seconds(CONSENTS.field("validUntil")),
                PlainRows.seconds(CONSENTS.field("confirmed"))).from(CONSENTS.table())
                .where(CONSENTS.field("purpose", String.class).in(purposes.keySet())).and(CONSENTS.field("customer", String.class).in(who)),
                row -> {
                    Integer person = index.get(row.getString(1));
                    ContactChannel channel = ContactChannel.get(row.getString(3));
                    ConsentCode state = codes.getOrDefault(text(row.getString(4)), ConsentCode.UNKNOWN);
                    if (row.getLong(5) > moment) {
                        boolean before = row.getLong(7) != PlainRows.ABSENT && row.getLong(7) <= moment;
                        state = before && state == ConsentCode.WITHDRAWN ? ConsentCode.GRANTED : ConsentCode.UNKNOWN;
                    }
                    boolean over = row.getLong(6) != PlainRows.ABSENT && row.getLong(6) < today && state == ConsentCode.GRANTED;
                    if (person != null && channel != null) {
                        people.setConsent(purposes.get(row.getString(2)), channel.getValue(), person, over ? ConsentCode.EXPIRED : state);
                    }
                });
        changes(people, purposes, codes);
    }

    /** Where the state of now came later than the moment, what was recorded before it counts. */
    private void changes(GatePeople people, Map<String, MessageClass> purposes, Map<String, ConsentCode> codes) {
        Field<Instant> changed = CONSENTS.field("changed", Instant.class);
        Field<Instant> time = CHANGES.field("time", Instant.class);
        Condition same = CONSENTS.field("customer", String.class).eq(CHANGES.field("customer", String.class))
                .and(CONSENTS.field("purpose", String.class).eq(CHANGES.field("purpose", String.class)))
                .and(CONSENTS.field("channel", String.class).eq(CHANGES.field("channel", String.class)));
        PlainRows.each(sql.select(CHANGES.field("customer"), CHANGES.field("purpose"), CHANGES.field("channel"), CHANGES.field("state"))
                .from(CHANGES.table()).leftJoin(CONSENTS.table()).on(same).where(time.le(at)).and(changed.isNull().or(changed.gt(at)))
                .and(CHANGES.field("purpose", String.class).in(purposes.keySet())).and(CHANGES.field("customer", String.class).in(who))
                .orderBy(time, CHANGES.field("id")), row -> {
                    Integer person = index.get(row.getString(1));
                    ContactChannel channel = ContactChannel.get(row.getString(3));
                    if (person != null && channel != null) {
                        people.setConsent(purposes.get(row.getString(2)), channel.getValue(), person,
                                codes.getOrDefault(text(row.getString(4)), ConsentCode.UNKNOWN));
                    }
                });
    }

    private void barred(GatePeople people) {
        Field<LocalDate> since = BARRED.field("since", LocalDate.class);
        Field<LocalDate> until = BARRED.field("until", LocalDate.class);
        PlainRows.each(sql.select(BARRED.field("customer"), BARRED.field("reason")).from(BARRED.table())
                .where(since.isNull().or(since.le(day))).and(until.isNull().or(until.ge(day))), row -> {
                    Integer person = index.get(row.getString(1));
                    if (person != null) {
                        people.doNotContact()[person] = barredFor.size();
                        barredFor.add(text(row.getString(2)));
                    }
                });
    }

    /** Alarms of load and quality; those that only foretell, and those about missing data, keep nobody from being contacted. */
    private void alarms(GatePeople people) {
        Field<String> kind = ALARMS.field("kind", String.class);
        Field<Instant> cleared = ALARMS.field("cleared", Instant.class);
        Condition quality = kind.in(LOADS)
                .or(kind.notIn(NO_PAUSE).and(ALARMS.field("alarmType", String.class).eq("QUALITY_OF_SERVICE_ALARM")));
        PlainRows.each(sql.select(ALARMS.field("cell"), max(ALARMS.field("severity"))).from(ALARMS.table())
                .where(ALARMS.field("raised", Instant.class).le(at)).and(cleared.isNull().or(cleared.gt(at))).and(quality)
                .groupBy(ALARMS.field("cell")), row -> {
                    Integer cell = cells.get(text(row.getString(1)));
                    if (cell != null) {
                        people.alarm()[cell] = true;
                    }
                });
        Arrays.fill(people.alarm(), cells.size(), people.alarm().length, false);
    }

    /** Those who are asked about, as a part of statements. */
    static Select<Record1<String>> of(List<String> ids) {
        return DSL.select(CUSTOMERS.field("id", String.class)).from(CUSTOMERS.table()).where(CUSTOMERS.field("id", String.class).in(ids));
    }
}
