package org.towercrier.customer.internal.base;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.ascii;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.month;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.right;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.DSL.year;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SelectSelectStep;
import org.jooq.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/**
 * One row for every customer with all that criteria and scores ask for: the person, contract, terminal, household and group, and monthly facts put together over the usual
 * windows. It is derived from what is stored and made anew when that has changed, so that a rule over millions is one pass over some columns of one table.
 */
@Component(service = CustomerBase.class)
public final class CustomerBase {

    /** Columns that hold the identity of the customer. */
    public static final String ID = "id";
    /** Months from the first day as a customer. */
    public static final String TENURE = "tenure";

    private static final String TABLE = "customer_base";
    private static final String STATE = "customer_base_state";
    private static final Field<String> BY_ID = TableSchema.of(Literals.CUSTOMER).field(ID, String.class);
    /** Changes whenever the table gets other columns, so that one of an earlier version is made anew. */
    private static final String LAYOUT = "2/";
    private static final int LONGEST = 12;
    private static final int PORTION = 600_000;
    private static final int MOST_PORTIONS = 9;
    private static final int MONTHS_A_YEAR = 12;
    private static final List<EClass> SOURCES = List.of(Literals.CUSTOMER, Literals.MONTHLY_FACTS, Literals.CONTRACT,
            Literals.SUBSCRIPTION, Literals.TERMINAL, Literals.HOUSEHOLD, Literals.CORPORATE_GROUP);

    private static final Map<EClass, List<String>> BESIDE = Map.of(Literals.CONTRACT,
            List.of("type", "start", "end", "commitment", "renewals"),
            Literals.TERMINAL, List.of("maker", "model"), Literals.HOUSEHOLD, List.of("broadband", "fixedLine", "mobiles"),
            Literals.CORPORATE_GROUP, List.of("industry", "members", "groupNetwork"));

    /**
     * What the table holds.
     *
     * @param sources what tells one state of the sources from another
     * @param asOf date of the windows
     * @param latest latest date of the facts
     * @param others columns beyond the model
     */
    private record State(String sources, LocalDate asOf, LocalDate latest, OtherColumns others) {

        String text() {
            return sources + "@" + asOf;
        }
    }

    private final Store store;
    private final AtomicReference<Optional<State>> known = new AtomicReference<>(Optional.empty());

    @Activate
    public CustomerBase(@Reference Store store) {
        this.store = store;
    }

    /** Forgets that the rows are up to date; the next use looks. */
    public void stale() {
        known.set(Optional.empty());
    }

    /** The table with the state of a date, made anew when something it comes from has changed. */
    public Table<Record> at(LocalDate asOf) throws StoreException {
        State now = state(asOf);
        if (!now.asOf().equals(asOf)) {
            prepare(new State(now.sources(), asOf, now.latest(), now.others()));
        }
        return table(name(TABLE));
    }

    /** As {@link #at(LocalDate)} with the latest date that the facts reach. */
    public Table<Record> current() throws StoreException {
        return at(latest());
    }

    /** The last day of the latest month with facts; today when there are none. */
    public LocalDate latest() throws StoreException {
        Optional<State> cached = known.get();
        return cached.isPresent() ? cached.get().latest() : newest();
    }

    private LocalDate newest() throws StoreException {
        return store
                .read(sql -> Optional.ofNullable(sql.select(max(FactSql.MONTH)).from(FactSql.FACTS.table()).fetchOne(0, LocalDate.class)))
                .map(month -> month.plusMonths(1).minusDays(1)).orElseGet(() -> LocalDate.now(ZoneOffset.UTC));
    }

    /** What is known to be in the table; looked up once after each change of the sources. */
    private synchronized State state(LocalDate wanted) throws StoreException {
        Optional<State> cached = known.get();
        if (cached.isPresent()) {
            return cached.get();
        }
        LocalDate latest = newest();
        OtherColumns others = store.read(OtherColumns::find);
        State current = new State(fingerprint(), wanted, latest, others);
        if (current.text().equals(stored())) {
            current = new State(current.sources(), wanted, latest, store.read(sql -> others.in(sql, table(name(TABLE)))));
            known.set(Optional.of(current));
        } else {
            prepare(current);
        }
        return current;
    }

    private synchronized void prepare(State state) throws StoreException {
        store.write(tx -> {
            create(tx.sql(), TABLE, state.asOf(), state.others());
            tx.sql().dropTableIfExists(STATE).execute();
            tx.sql().createTable(STATE).as(select(val(state.text()).as("state"))).execute();
            return null;
        });
        known.set(Optional.of(state));
    }

    private String stored() throws StoreException {
        return store.read(sql -> sql.meta().getTables(STATE).isEmpty() ? ""
                : String.valueOf(sql.select(field(name("state"), String.class)).from(table(name(STATE))).fetchOne(0, String.class)));
    }

    /** What tells one state of the sources from another: the last import and the numbers of rows. */
    private String fingerprint() throws StoreException {
        return store.read(sql -> {
            TableSchema batches = TableSchema.of(MeasurementPackage.Literals.IMPORT_BATCH);
            StringBuilder state = new StringBuilder(LAYOUT).append(
                    String.valueOf(sql.select(max(batches.field("id", Integer.class))).from(batches.table()).fetchOne(0)));
            for (EClass source : SOURCES) {
                state.append('/').append(sql.fetchCount(TableSchema.of(source).table()));
            }
            return state.toString();
        });
    }

    /** Makes a table with the state of a date. */
    public static void create(DSLContext sql, String name, LocalDate asOf, OtherColumns others) {
        sql.dropTableIfExists(name(name)).execute();
        int portions = portions(sql);
        // in the order of the identities, so that one customer is found without looking at all
        sql.createTable(name(name)).as(rows(asOf, others, portions, 0).orderBy(BY_ID)).execute();
        for (int portion = 1; portion < portions; portion++) {
            sql.insertInto(table(name(name))).select(rows(asOf, others, portions, portion).orderBy(BY_ID)).execute();
        }
    }

    /** In how many portions the rows of all customers are to be asked for. */
    public static int portions(DSLContext sql) {
        return Math.clamp(sql.fetchCount(TableSchema.of(Literals.CUSTOMER).table()) / PORTION + 1L, 1, MOST_PORTIONS);
    }

    /** The rows of a portion of the customers as of a date, not kept: the engine only works out the columns that a statement asks for. */
    public static Table<Record> asOf(LocalDate date, OtherColumns others, int portions, int portion) {
        return rows(date, others, portions, portion).asTable("rows_as_of");
    }

    /** The columns beyond the model that the rows have. */
    public OtherColumns others() throws StoreException {
        Optional<State> cached = known.get();
        return cached.isPresent() ? cached.get().others() : state(newest()).others();
    }

    /** The columns beyond the model that are known without looking; none before the rows were first asked for. */
    public List<OtherColumn> knownOthers() {
        return known.get().map(state -> state.others().known()).orElse(List.of());
    }

    /** What tells one state of the rows from another. */
    public String state() throws StoreException {
        Optional<State> cached = known.get();
        return cached.isPresent() ? cached.get().text() : stored();
    }

    /** Attributes of contract, terminal, household and group that are part of the rows, by class. */
    public static Map<EClass, List<String>> beside() {
        Map<EClass, List<String>> ordered = new LinkedHashMap<>();
        List.of(Literals.CONTRACT, Literals.TERMINAL, Literals.HOUSEHOLD, Literals.CORPORATE_GROUP)
                .forEach(type -> ordered.put(type, BESIDE.get(type)));
        return ordered;
    }

    /** The columns of the base that stand for attributes of a class. */
    public static Optional<String> column(EClass type, String attribute) {
        if (type == Literals.CUSTOMER) {
            return TableSchema.of(type).column(attribute).filter(column -> !column.name().equals("extra") && !personalText(column))
                    .map(TableSchema.Column::name);
        }
        return BESIDE.containsKey(type) && BESIDE.get(type).contains(attribute)
                ? Optional.of(type.getName().toLowerCase(java.util.Locale.ROOT) + "_" + attribute)
                : Optional.empty();
    }

    /** Is a figure kept ready for every customer? */
    public static boolean ready(Figure figure) {
        return Figure.ready().contains(figure);
    }

    /** Is a monthly fact kept ready over some window? */
    public static boolean ready(String fact) {
        return Figure.ready().stream().anyMatch(figure -> figure.fact().equals(fact));
    }

    private static SelectConditionStep<Record> rows(LocalDate asOf, OtherColumns others, int portions, int portion) {
        TableSchema customers = TableSchema.of(Literals.CUSTOMER);
        Table<Record> facts = facts(asOf, portions, portion).asTable("f");
        Map<EClass, Table<Record>> beside = new LinkedHashMap<>();
        List<SelectFieldOrAsterisk> fields = new ArrayList<>();
        Field<String> id = customers.field(ID, String.class);
        for (TableSchema.Column column : customers.columns()) {
            if (!column.name().equals("extra") && !personalText(column)) {
                fields.add(own(customers, column.name(), asOf).as(column.name()));
            }
        }
        for (EClass type : List.of(Literals.CONTRACT, Literals.TERMINAL, Literals.HOUSEHOLD, Literals.CORPORATE_GROUP)) {
            Table<Record> other = beside(type).asTable(type.getName().toLowerCase(java.util.Locale.ROOT));
            beside.put(type, other);
            BESIDE.get(type).forEach(attribute -> fields.add(other.field(attribute).as(column(type, attribute).orElseThrow())));
        }
        Table<Record> held = held().asTable("held");
        fields.add(coalesce(held.field("products", Integer.class), val(0)).as("products"));
        for (Field<?> figure : facts.fields()) {
            if (!figure.getName().equals("customer")) {
                fields.add(figure);
            }
        }
        others.fields().forEach(fields::add);
        return select(fields).from(others.read(customers, portion(id, portions, portion))).leftJoin(facts)
                .on(facts.field("customer", String.class).eq(id))
                .leftJoin(beside.get(Literals.CONTRACT)).on(key(beside.get(Literals.CONTRACT)).eq(id))
                .leftJoin(beside.get(Literals.TERMINAL)).on(key(beside.get(Literals.TERMINAL)).eq(id))
                .leftJoin(beside.get(Literals.HOUSEHOLD))
                .on(key(beside.get(Literals.HOUSEHOLD)).eq(customers.field("household", String.class)))
                .leftJoin(beside.get(Literals.CORPORATE_GROUP))
                .on(key(beside.get(Literals.CORPORATE_GROUP)).eq(customers.field("group", String.class)))
                .leftJoin(held).on(key(held).eq(id)).where(portion(id, portions, portion));
    }

    /** Customers in portions by the last sign of their identity: the sums of millions do not fit into the engine's memory at once. */
    private static Condition portion(Field<String> id, int portions, int portion) {
        return portions == 1 ? trueCondition() : ascii(right(id, 1)).mod(portions).eq(portion);
    }

    /** Names, numbers and addresses are no part of the base: no rule needs them, and what is not there cannot leak. */
    private static boolean personalText(TableSchema.Column column) {
        return column.feature().filter(org.towercrier.privacy.Masking::isPersonal).isPresent() && !column.name().equals("birthDate");
    }

    private static Field<String> key(Table<Record> beside) {
        return beside.field("key", String.class);
    }

    /** An attribute of the person; age and tenure follow from dates where those are known. */
    private static Field<?> own(TableSchema customers, String name, LocalDate asOf) {
        if (name.equals("age")) {
            Field<LocalDate> born = customers.field("birthDate", LocalDate.class);
            Field<Integer> years = val(asOf.getYear()).minus(year(born))
                    .minus(when(month(born).gt(asOf.getMonthValue()), 1).otherwise(0));
            return when(born.isNotNull(), years).otherwise(customers.field("age", Integer.class));
        }
        if (name.equals(TENURE)) {
            Field<LocalDate> joined = customers.field("joinDate", LocalDate.class);
            Field<LocalDate> left = customers.field("leaveDate", LocalDate.class);
            Field<LocalDate> until = when(left.lt(asOf), left).otherwise(val(asOf));
            Field<Double> months = year(until).minus(year(joined)).mul(MONTHS_A_YEAR).plus(month(until).minus(month(joined)))
                    .cast(Double.class);
            return when(joined.isNotNull(), months).otherwise(customers.field(TENURE, Double.class));
        }
        return customers.field(name);
    }

    /** The monthly facts of every customer over the windows that are kept ready. */
    private static SelectSelectStep<Record> factFields(LocalDate asOf) {
        List<SelectFieldOrAsterisk> fields = new ArrayList<>();
        fields.add(FactSql.CUSTOMER.as("customer"));
        Figure.ready().forEach(figure -> fields.add(FactSql.aggregate(figure, asOf).as(figure.column())));
        // a customer has one row a month: that is the key of the facts
        fields.add(count(FactSql.MONTH).cast(Integer.class).as("months"));
        fields.add(max(FactSql.FACTS.field("lastUse", LocalDate.class)).as("lastuse"));
        fields.add(max(FactSql.FACTS.field("lastPayment", LocalDate.class)).as("lastpayment"));
        fields.add(max(when(FactSql.value("voiceMinutes").gt(0.0).or(FactSql.value("dataVolume").gt(0.0))
                .or(FactSql.value("messages").gt(0.0)).or(FactSql.value("calls").gt(0.0)), FactSql.MONTH)).as("activemonth"));
        return select(fields);
    }

    private static org.jooq.Select<Record> facts(LocalDate asOf, int portions, int portion) {
        return factFields(asOf).from(FactSql.FACTS.table()).where(FactSql.within(LONGEST, asOf))
                .and(portion(FactSql.CUSTOMER, portions, portion)).groupBy(FactSql.CUSTOMER);
    }

    /** One row for each customer, household or group with the attributes that count for rules; of several contracts the one that ends last. */
    private static org.jooq.Select<Record> beside(EClass type) {
        TableSchema schema = TableSchema.of(type);
        boolean owned = type.getEStructuralFeature("customer") != null;
        Field<String> key = schema.field(owned ? "customer" : ID, String.class);
        List<SelectFieldOrAsterisk> fields = new ArrayList<>();
        fields.add(key.as("key"));
        for (String attribute : BESIDE.get(type)) {
            Field<?> field = schema.field(attribute);
            boolean truth = type.getEStructuralFeature(attribute) instanceof EAttribute one
                    && one.getEAttributeType().getInstanceClass() == Boolean.class;
            fields.add(truth ? org.jooq.impl.DSL.boolOr(schema.field(attribute, Boolean.class)).as(attribute)
                    : attribute.equals("start") ? min(field).as(attribute) : max(field).as(attribute));
        }
        return select(fields).from(schema.table()).where(key.isNotNull()).groupBy(key);
    }

    /** How many products a customer has. */
    private static org.jooq.Select<Record> held() {
        TableSchema schema = TableSchema.of(Literals.SUBSCRIPTION);
        Field<String> customer = schema.field("customer", String.class);
        List<SelectFieldOrAsterisk> fields = List.of(customer.as("key"), count().cast(Integer.class).as("products"));
        return select(fields).from(schema.table()).where(customer.isNotNull())
                .and(coalesce(schema.field("status", String.class), val("ACTIVE")).ne("ENDED")).groupBy(customer);
    }
}
