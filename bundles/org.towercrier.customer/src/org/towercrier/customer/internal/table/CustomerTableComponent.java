package org.towercrier.customer.internal.table;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.CustomerTable;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.customer.Movements;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.customer.internal.movement.Sides;
import org.towercrier.customer.internal.segment.CriterionCompiler;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.model.customer.SegmentCriterion;
import org.towercrier.privacy.Disclosure;
import org.towercrier.privacy.DisclosureRefusedException;
import org.towercrier.privacy.Masking;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** Pages of the base of customers: first which rows, by one or two columns, then all that is shown of those few. */
@Component(service = CustomerTable.class)
public final class CustomerTableComponent implements CustomerTable {

    private static final Field<String> ID = field(name(CustomerBase.ID), String.class);
    private static final TableSchema CUSTOMERS = TableSchema.of(Literals.CUSTOMER);
    private static final int MOST = 10_000;

    private final Store store;
    private final CustomerBase base;
    private final Disclosure disclosure;
    private final Map<String, Column> columns = TableColumns.all();
    private final RowOrder order = new RowOrder();

    @Activate
    public CustomerTableComponent(@Reference Store store, @Reference CustomerBase base, @Reference Disclosure disclosure) {
        this.store = store;
        this.base = base;
        this.disclosure = disclosure;
    }

    /** Leave that this workspace gave. */
    private record Granted(Store store, String reason) implements Sight {
    }

    @Override
    public List<Column> columns() {
        return List.copyOf(columns.values());
    }

    @Override
    public String label(Column column, Locale locale) {
        return TableColumns.label(column, locale);
    }

    @Override
    public Sight reveal(String reason) throws StoreException, DisclosureRefusedException {
        disclosure.ask(CustomerMessages.text("Table_Subject"), reason);
        return new Granted(store, reason);
    }

    private Column column(String wanted) throws CustomerException {
        Column found = columns.get(wanted);
        if (found == null) {
            throw new CustomerException(CustomerMessages.text("Table_Column", wanted, String.join(", ", columns.keySet())));
        }
        return found;
    }

    @Override
    public Page page(Query query, long offset, int limit, Cancellation cancel) throws CustomerException, StoreException {
        LocalDate asOf = base.latest();
        Table<Record> customers = base.at(asOf);
        Condition condition = condition(query.filter(), asOf);
        List<Column> shown = new ArrayList<>();
        for (String each : query.columns()) {
            shown.add(column(each));
        }
        List<OrderField<?>> by = new ArrayList<>();
        if (query.sort().isPresent()) {
            Column sort = column(query.sort().get());
            if (sort.personal()) {
                throw new CustomerException(CustomerMessages.text("Table_Personal", label(sort, Locale.getDefault())));
            }
            Field<?> key = field(name(sort.name()));
            by.add(query.descending() ? key.desc().nullsLast() : key.asc().nullsLast());
        }
        int most = Math.clamp(limit, 0, MOST);
        boolean seen = query.sight().filter(sight -> sight instanceof Granted granted && granted.store() == store).isPresent();
        return store.read(sql -> {
            RowOrder.Slice slice = order.slice(sql,
                    new RowOrder.Wanted(customers, condition, by, base.state(), query.filter().move().isPresent()), offset, most);
            return new Page(rows(sql, customers, slice.numbers(), shown, seen), offset, slice.total());
        }, cancel);
    }

    private static List<Row> rows(DSLContext sql, Table<Record> customers, List<Long> numbers, List<Column> shown, boolean seen) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        List<Field<?>> fields = new ArrayList<>(List.of(RowOrder.NUMBER, ID));
        shown.stream().filter(column -> ready(column)).forEach(column -> fields.add(field(name(column.name())).as("v_" + column.name())));
        Map<Long, Record> found = new HashMap<>();
        // in an order with a limit, so that the engine fetches the many columns of these rows alone
        sql.select(fields).from(customers).where(RowOrder.NUMBER.in(numbers)).orderBy(RowOrder.NUMBER).limit(numbers.size())
                .forEach(row -> found.put(row.get(0, Long.class), row));
        List<Column> personal = shown.stream().filter(column -> !ready(column)).toList();
        Map<String, Record> people = new HashMap<>();
        if (!personal.isEmpty()) {
            List<Field<?>> theirs = new ArrayList<>(List.of(CUSTOMERS.field(CustomerBase.ID, String.class)));
            personal.forEach(column -> theirs.add(CUSTOMERS.field(column.name())));
            sql.select(theirs).from(CUSTOMERS.table())
                    .where(CUSTOMERS.field(CustomerBase.ID, String.class).in(found.values().stream().map(row -> row.get(ID)).toList()))
                    .orderBy(RowOrder.NUMBER).limit(numbers.size())
                    .forEach(row -> people.put(row.get(0, String.class), row));
        }
        List<Row> rows = new ArrayList<>();
        for (Long number : numbers) {
            Record row = found.get(number);
            if (row != null) {
                String id = row.get(ID);
                rows.add(new Row(id, values(row, people.get(id), shown, seen)));
            }
        }
        return rows;
    }

    private static boolean ready(Column column) {
        return column.attribute().isPresent();
    }

    private static List<Object> values(Record row, Record person, List<Column> shown, boolean seen) {
        List<Object> values = new ArrayList<>();
        for (Column column : shown) {
            Object value = ready(column) ? row.get("v_" + column.name()) : person == null ? null : person.get(column.name());
            if (value instanceof java.sql.Date date) {
                value = date.toLocalDate();
            }
            values.add(column.personal() && !seen ? Masking.mask(column.feature().orElseThrow(), value) : value);
        }
        return java.util.Collections.unmodifiableList(values);
    }

    private Condition condition(Filter filter, LocalDate asOf) throws CustomerException, StoreException {
        CriterionCompiler compiler = new CriterionCompiler(asOf, base.others());
        Condition all = noCondition();
        if (filter.criterion().isPresent()) {
            all = all.and(compiler.compile(filter.criterion().get()));
        }
        if (!filter.cells().isEmpty()) {
            all = all.and(field(name("homeCell"), String.class).in(filter.cells())
                    .or(field(name("workCell"), String.class).in(filter.cells())));
        }
        if (filter.segment().isPresent()) {
            SegmentCriterion member = CustomerFactory.eINSTANCE.createSegmentCriterion();
            member.setSegmentation(filter.segment().get().segmentation());
            member.setSegment(filter.segment().get().segment());
            all = all.and(compiler.compile(member));
        }
        if (filter.move().isPresent()) {
            Movements.Move move = filter.move().get();
            all = all.and(ID.in(Sides.of(move.segmentation(), move.from(), move.to(), base.others()).ids(move)));
        }
        return all.and(Words.condition(ID, filter.words()));
    }

    @Override
    public long count(Filter filter, Cancellation cancel) throws CustomerException, StoreException {
        LocalDate asOf = base.latest();
        Table<Record> customers = base.at(asOf);
        Condition condition = condition(filter, asOf);
        return store.read(sql -> order.count(sql, new RowOrder.Wanted(customers, condition, List.of(), base.state(), false)), cancel);
    }

    @Override
    public List<CellShare> cells(Filter filter, int most, Cancellation cancel) throws CustomerException, StoreException {
        LocalDate asOf = base.latest();
        Table<Record> customers = base.at(asOf);
        Condition condition = condition(filter, asOf);
        Field<String> home = field(name("homeCell"), String.class);
        Field<String> work = field(name("workCell"), String.class);
        Field<Integer> one = DSL.inline(1);
        Field<Integer> none = DSL.inline(0);
        Table<?> places = select(home.as("cell"), one.as("home"), none.as("work")).from(customers).where(condition).and(home.isNotNull())
                .unionAll(select(work, none, one).from(customers).where(condition).and(work.isNotNull())).asTable("p");
        Field<String> cell = field(name("cell"), String.class);
        Field<Long> living = sum(field(name("home"), Integer.class)).cast(Long.class);
        Field<Long> working = sum(field(name("work"), Integer.class)).cast(Long.class);
        return store.read(sql -> sql.select(cell, living, working).from(places).groupBy(cell).orderBy(DSL.count().desc(), cell).limit(most)
                .fetch(row -> new CellShare(row.value1(), row.value2(), row.value3())), cancel);
    }
}
