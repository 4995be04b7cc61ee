package org.towercrier.campaign.internal.gate;

import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.when;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.towercrier.campaign.gate.GatePeople;
import org.towercrier.campaign.gate.GatePeople.ConsentCode;
import org.towercrier.campaign.internal.PlainRows;
import org.towercrier.campaign.internal.UnitDraw;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.model.campaign.CampaignPackage;
import org.towercrier.model.campaign.ContactPolicy;
import org.towercrier.model.campaign.MessageClass;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.store.TableSchema;

/** Reads customers as columns, as they were at a moment. */
public final class PeopleReader {

    private static final TableSchema CUSTOMERS = TableSchema.of(Literals.CUSTOMER);
    private static final TableSchema CONSENTS = TableSchema.of(Literals.CONSENT);
    private static final TableSchema CHANGES = TableSchema.of(CampaignPackage.Literals.CONSENT_CHANGE);
    private static final TableSchema BARRED = TableSchema.of(CampaignPackage.Literals.DO_NOT_CONTACT);
    private static final TableSchema ALARMS = TableSchema.of(AlarmPackage.Literals.ALARM_RECORD);
    private static final List<String> LOADS = List.of("DENSE_LOAD", "INTERMITTENT_PEAK", "QUALITY_DEGRADATION");
    private static final List<String> NO_PAUSE = List.of("EXHAUSTION_FORECAST", "NO_DATA");

    private final DSLContext sql;
    private final NumberedCustomers customers;
    private final Instant at;
    private final LocalDate day;
    private final List<String> cells;
    private final List<String> barredFor = new ArrayList<>();

    PeopleReader(DSLContext sql, NumberedCustomers customers, Instant at, LocalDate day) {
        this.sql = sql;
        this.customers = customers;
        this.at = at;
        this.day = day;
        this.cells = customers.cells();
    }

    List<String> cells() {
        return cells;
    }

    List<String> barredFor() {
        return barredFor;
    }

    GatePeople read(ContactPolicy policy, Set<MessageClass> classes) {
        GatePeople people = customers.people();
        consents(people, classes);
        if (classes.contains(MessageClass.MARKETING)) {
            universal(people, policy);
            if (sql.fetchExists(BARRED.table())) {
                barred(people);
            }
            alarms(people);
        }
        return people;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    /** Units of the permanent draw are households, and customers without one: nobody is treated next to a control of the same household. */
    private void universal(GatePeople people, ContactPolicy policy) {
        double share = policy.getUniversalControlShare() == null ? 0 : policy.getUniversalControlShare();
        String salt = policy.getUniversalControlSalt() == null ? policy.getName() : policy.getUniversalControlSalt();
        if (share > 0) {
            String[] households = customers.households();
            boolean[] drawn = new boolean[households.length];
            inPortions(drawn.length, salt, (draw, i) -> drawn[i] = draw.place(households[i]) < share);
            inPortions(people.size(), salt, (draw, i) -> {
                int household = people.household()[i];
                people.universal()[i] = household == GatePeople.NONE ? draw.place(people.ids()[i]) < share : drawn[household];
            });
        }
    }

    /** Draws for one position. */
    @FunctionalInterface
    private interface Drawing {
        void draw(UnitDraw draw, int position);
    }

    private static void inPortions(int count, String salt, Drawing drawing) {
        int portion = count / 64 + 1;
        IntStream.range(0, (count + portion - 1) / portion).parallel().forEach(part -> {
            UnitDraw draw = new UnitDraw(salt);
            for (int i = part * portion; i < Math.min(count, (part + 1) * portion); i++) {
                drawing.draw(draw, i);
            }
        });
    }

    private void consents(GatePeople people, Set<MessageClass> classes) {
        Field<Integer> known = state(CONSENTS);
        Field<Integer> withdrawn = inline(ConsentCode.WITHDRAWN.ordinal());
        Field<Integer> granted = inline(ConsentCode.GRANTED.ordinal());
        Condition before = CONSENTS.field("confirmed", Instant.class).le(at);
        Field<Integer> then = when(CONSENTS.field("changed", Instant.class).gt(at),
                when(before.and(known.eq(withdrawn)), granted).otherwise(inline(ConsentCode.UNKNOWN.ordinal()))).otherwise(known);
        Field<Integer> state = when(then.eq(granted).and(CONSENTS.field("validUntil", LocalDate.class).lt(day)),
                inline(ConsentCode.EXPIRED.ordinal())).otherwise(then);
        PlainRows.each(sql.select(NumberedCustomers.NUMBER, purpose(CONSENTS), channel(CONSENTS), state).from(CONSENTS.table())
                .join(NumberedCustomers.TABLE).on(NumberedCustomers.is(CONSENTS.field("customer", String.class)))
                .where(CONSENTS.field("purpose", String.class).in(literals(classes))), row -> note(people, row));
        if (sql.fetchExists(CHANGES.table())) {
            changes(people, classes);
        }
    }

    /** Where the state of now came later than the moment, what was recorded before it counts. */
    private void changes(GatePeople people, Set<MessageClass> classes) {
        Field<Instant> changed = CONSENTS.field("changed", Instant.class);
        Field<Instant> time = CHANGES.field("time", Instant.class);
        Condition same = CONSENTS.field("customer", String.class).eq(CHANGES.field("customer", String.class))
                .and(CONSENTS.field("purpose", String.class).eq(CHANGES.field("purpose", String.class)))
                .and(CONSENTS.field("channel", String.class).eq(CHANGES.field("channel", String.class)));
        PlainRows.each(sql.select(NumberedCustomers.NUMBER, purpose(CHANGES), channel(CHANGES), state(CHANGES)).from(CHANGES.table())
                .join(NumberedCustomers.TABLE).on(NumberedCustomers.is(CHANGES.field("customer", String.class)))
                .leftJoin(CONSENTS.table()).on(same).where(time.le(at)).and(changed.isNull().or(changed.gt(at)))
                .and(CHANGES.field("purpose", String.class).in(literals(classes))).orderBy(time, CHANGES.field("id")),
                row -> note(people, row));
    }

    /** Number, purpose, channel and state; what is said of a channel that is not known is left out. */
    private void note(GatePeople people, ResultSet row) throws SQLException {
        if (row.getInt(3) >= 0) {
            people.setConsent(MessageClass.get(row.getInt(2)), row.getInt(3), customers.at(row.getInt(1)),
                    ConsentCode.of((byte) row.getInt(4)));
        }
    }

    private static List<String> literals(Set<MessageClass> classes) {
        return classes.stream().map(MessageClass::getLiteral).toList();
    }

    private static Field<Integer> purpose(TableSchema table) {
        return PlainRows.code(table.field("purpose", String.class), PlainRows.codes(MessageClass.VALUES));
    }

    private static Field<Integer> channel(TableSchema table) {
        return PlainRows.code(table.field("channel", String.class), PlainRows.codes(ContactChannel.VALUES));
    }

    private static Field<Integer> state(TableSchema table) {
        Map<String, Integer> codes = Map.of("GRANTED", ConsentCode.GRANTED.ordinal(), "REFUSED", ConsentCode.REFUSED.ordinal(), "WITHDRAWN",
                ConsentCode.WITHDRAWN.ordinal());
        return greatest(PlainRows.code(table.field("state", String.class), codes), inline(ConsentCode.UNKNOWN.ordinal()));
    }

    private void barred(GatePeople people) {
        Field<LocalDate> since = BARRED.field("since", LocalDate.class);
        Field<LocalDate> until = BARRED.field("until", LocalDate.class);
        PlainRows.each(sql.select(NumberedCustomers.NUMBER, BARRED.field("reason")).from(BARRED.table()).join(NumberedCustomers.TABLE)
                .on(NumberedCustomers.is(BARRED.field("customer", String.class))).where(since.isNull().or(since.le(day)))
                .and(until.isNull().or(until.ge(day))), row -> {
                    people.doNotContact()[customers.at(row.getInt(1))] = barredFor.size();
                    barredFor.add(text(row.getString(2)));
                });
    }

    /** Alarms that customers feel, of load and quality; not those that only foretell, nor those about missing data. */
    public static Condition felt() {
        Field<String> kind = ALARMS.field("kind", String.class);
        return kind.in(LOADS).or(kind.notIn(NO_PAUSE).and(ALARMS.field("alarmType", String.class).eq("QUALITY_OF_SERVICE_ALARM")));
    }

    /** Alarms of load and quality; those that only foretell, and those about missing data, keep nobody from being contacted. */
    private void alarms(GatePeople people) {
        Field<Instant> cleared = ALARMS.field("cleared", Instant.class);
        Map<String, Integer> positions = new HashMap<>();
        cells.forEach(cell -> positions.put(cell, positions.size()));
        PlainRows.each(sql.select(ALARMS.field("cell"), max(ALARMS.field("severity"))).from(ALARMS.table())
                .where(ALARMS.field("raised", Instant.class).le(at)).and(cleared.isNull().or(cleared.gt(at))).and(felt())
                .groupBy(ALARMS.field("cell")), row -> {
                    Integer cell = positions.get(text(row.getString(1)));
                    if (cell != null) {
                        people.alarm()[cell] = true;
                    }
                });
    }
}
