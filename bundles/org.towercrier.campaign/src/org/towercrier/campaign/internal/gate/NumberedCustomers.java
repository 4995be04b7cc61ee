package org.towercrier.campaign.internal.gate;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.towercrier.campaign.gate.GatePeople;
import org.towercrier.campaign.internal.BulkStrings;
import org.towercrier.campaign.internal.PlainRows;
import org.towercrier.campaign.internal.gate.PolicyRules.Profile;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.store.TableSchema;

/**
 * Those who are asked about, numbered by the engine in a temporary table of the read's own connection. Whatever else is read about them is joined with it, so that numbers come
 * over instead of strings, which are most of the time that reading millions of rows takes.
 */
final class NumberedCustomers {

    /** Number and identity. */
    static final Table<Record> TABLE = table(name("gate_customer"));
    static final Field<Integer> NUMBER = field(name("gate_customer", "number"), Integer.class);
    private static final Field<String> ID = field(name("gate_customer", "id"), String.class);
    private static final TableSchema CUSTOMERS = TableSchema.of(Literals.CUSTOMER);
    private static final List<String> HOURS = List.of("timeZone", "region", "contactFrom", "contactUntil");
    private static final String CODE = "code";

    private final DSLContext sql;
    private final int count;
    private final Codes households;
    private final Codes groups;
    private final Codes cells;
    private final Codes profiles;
    private final String[] ids;
    /** Numbers to positions in the order of Java's strings; empty where the engine's order is the same. */
    private final int[] positions;

    /** Distinct values of columns, numbered. */
    private record Codes(Table<Record> table, List<String> columns) {

        Field<String> value(int column) {
            return field(table.getQualifiedName().append("v" + column), String.class);
        }

        Field<Integer> code() {
            return field(table.getQualifiedName().append(CODE), Integer.class);
        }

        Condition same() {
            Condition same = value(0).eq(own(columns.get(0)));
            for (int i = 1; i < columns.size(); i++) {
                same = same.and(value(i).eq(own(columns.get(i))));
            }
            return same;
        }
    }

    /** @param who identities, once or more often; those who are not customers are left out */
    NumberedCustomers(DSLContext sql, Select<Record1<String>> who, LocalDate day) {
        this.sql = sql;
        Field<String> id = CUSTOMERS.field("id", String.class);
        Field<LocalDate> leave = CUSTOMERS.field("leaveDate", LocalDate.class);
        Field<Boolean> left = when(leave.isNull(), coalesce(CUSTOMERS.field("churned", Boolean.class), inline(false)))
                .otherwise(field(leave.le(inline(day))));
        List<Field<?>> fields = new ArrayList<>(List.of(rowNumber().over().orderBy(id).minus(1).cast(SQLDataType.INTEGER).as("number"), id,
                CUSTOMERS.field("household", String.class), CUSTOMERS.field("group", String.class),
                CUSTOMERS.field("homeCell", String.class),
                PlainRows.code(CUSTOMERS.field("preferredChannel", String.class), PlainRows.codes(ContactChannel.VALUES)).as("preferred"),
                left.as("gone")));
        HOURS.forEach(each -> fields.add(coalesce(CUSTOMERS.field(each, String.class), inline("")).as(each)));
        sql.createTemporaryTable(TABLE).as(select(fields).from(CUSTOMERS.table()).where(id.in(who))).execute();
        this.count = sql.fetchCount(TABLE);
        this.ids = BulkStrings.read(sql, TABLE, NUMBER, ID, count);
        this.positions = positions();
        this.households = codes("household", List.of("household"));
        this.groups = codes("group", List.of("group"));
        this.cells = codes("cell", List.of("homeCell"));
        this.profiles = codes("profile", HOURS);
    }

    private int[] positions() {
        if (IntStream.range(1, count).allMatch(i -> ids[i - 1].compareTo(ids[i]) < 0)) {
            return new int[0];
        }
        String[] before = ids.clone();
        Arrays.sort(ids);
        return Arrays.stream(before).mapToInt(id -> Arrays.binarySearch(ids, id)).toArray();
    }

    /** Identity of a customer of a table, to join with. */
    static Condition is(Field<String> customer) {
        return ID.eq(customer);
    }

    /** Position of the customer with a number. */
    int at(int number) {
        return positions.length == 0 ? number : positions[number];
    }

    /** The customers with the columns that are their own. */
    GatePeople people() {
        GatePeople people = GatePeople.blank(ids, Math.max(1, cells().size()));
        PlainRows.each(sql
                .select(NUMBER, or(households), or(groups), or(cells), or(profiles), own("preferred"), own("gone")).from(TABLE)
                .leftJoin(households.table()).on(households.same()).leftJoin(groups.table()).on(groups.same())
                .leftJoin(cells.table()).on(cells.same()).leftJoin(profiles.table()).on(profiles.same()), row -> {
                    int person = at(row.getInt(1));
                    people.household()[person] = row.getInt(2);
                    people.group()[person] = row.getInt(3);
                    people.homeCell()[person] = row.getInt(4);
                    people.profile()[person] = row.getInt(5);
                    people.preferred()[person] = (byte) row.getInt(6);
                    people.left()[person] = row.getBoolean(7);
                });
        return people;
    }

    /** Identities of the households, by position. */
    String[] households() {
        return BulkStrings.read(sql, households.table(), households.code(), households.value(0), sql.fetchCount(households.table()));
    }

    /** Identities of the home cells, by position. */
    List<String> cells() {
        return sql.select(cells.value(0)).from(cells.table()).orderBy(cells.code()).fetch(cells.value(0));
    }

    /** What the hours of customers depend on, by position. */
    List<Profile> profiles() {
        return sql.select(profiles.value(0), profiles.value(1), profiles.value(2), profiles.value(3)).from(profiles.table())
                .orderBy(profiles.code()).fetch(row -> new Profile(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** Takes the tables away, for another reading on the same connection. */
    void drop() {
        sql.dropTemporaryTable(TABLE).execute();
        List.of(households, groups, cells, profiles).forEach(each -> sql.dropTemporaryTable(each.table()).execute());
    }

    private Codes codes(String called, List<String> columns) {
        Table<Record> table = table(name("gate_" + called));
        List<Field<?>> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            values.add(own(columns.get(i)).as("v" + i));
        }
        Table<?> distinct = selectDistinct(values).from(TABLE).where(own(columns.get(0)).isNotNull()).asTable("distinct_values");
        sql.createTemporaryTable(table).as(select(distinct.fields())
                .select(rowNumber().over().minus(1).cast(SQLDataType.INTEGER).as(CODE)).from(distinct)).execute();
        return new Codes(table, columns);
    }

    private static Field<Integer> or(Codes codes) {
        return coalesce(codes.code(), inline(GatePeople.NONE));
    }

    private static Field<String> own(String column) {
        return field(name("gate_customer", column), String.class);
    }
}
