package org.towercrier.customer.internal.view;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.towercrier.areas.AreaException;
import org.towercrier.areas.CellHeadroom;
import org.towercrier.customer.CustomerPages;
import org.towercrier.customer.Loyalty;
import org.towercrier.customer.OfferScorer;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.model.ModelPackages;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.privacy.Disclosure;
import org.towercrier.privacy.DisclosureRefusedException;
import org.towercrier.store.CancelSwitch;
import org.towercrier.store.Store;
import org.towercrier.store.StoreCancelledException;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** Puts a page together from the base of customers and the rows that belong to the customer. */
@Component(service = CustomerPages.class)
public final class CustomerPagesComponent implements CustomerPages {

    private static final TableSchema CUSTOMERS = TableSchema.of(Literals.CUSTOMER);
    private static final TableSchema FACTS = TableSchema.of(Literals.MONTHLY_FACTS);
    private static final TableSchema MEMBERS = TableSchema.of(Literals.SEGMENT_MEMBERSHIP);
    /** The months of a customer are nice to have; a page that waits for them is not. */
    private static final int PATIENCE_MS = 2_000;
    private static final int MOST = 20;
    private static final List<String> FIGURES = List.of("spend_mean_3", "spend_mean_6", "spend_mean_12", "spend_last_1", "spend_trend_6",
            "voiceminutes_mean_3",
            "datavolume_mean_3", "datavolume_trend_6", "complaints_sum_12", "payments_sum_12");

    private final List<OfferScorer> scorers;
    private final Store store;
    private final CustomerBase base;
    private final Loyalty loyalty;
    private final Disclosure disclosure;
    private final Optional<CellHeadroom> headroom;
    private final ScheduledExecutorService patience;
    private final Holdings holdings = new Holdings();

    @Activate
    public CustomerPagesComponent(@Reference Store store, @Reference CustomerBase base, @Reference Loyalty loyalty,
            @Reference Disclosure disclosure,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) CellHeadroom headroom,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) List<OfferScorer> scorers) {
        this.scorers = List.copyOf(scorers);
        this.store = store;
        this.base = base;
        this.loyalty = loyalty;
        this.disclosure = disclosure;
        this.headroom = Optional.ofNullable(headroom);
        this.patience = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("customer page").factory());
    }

    /** Ends the thread that keeps the time. */
    @Deactivate
    public void stop() {
        patience.shutdownNow();
    }

    @Override
    public Optional<Page> page(String idOrNumber, Optional<String> reason, Locale locale)
            throws StoreException, DisclosureRefusedException {
        LocalDate asOf = base.latest();
        Table<Record> customers = base.at(asOf);
        Optional<String> id = store.read(sql -> identity(sql, idOrNumber));
        if (id.isEmpty()) {
            return Optional.empty();
        }
        if (reason.isPresent()) {
            disclosure.ask(id.get(), reason.get());
        }
        boolean masked = reason.isEmpty();
        Optional<Loyalty.Scores> scores = loyalty.of(id.get());
        List<Map<String, Object>> months = months(id.get(), masked);
        Page page = store.read(sql -> page(new Rows(sql, masked), sql, customers, id.get(), masked, asOf, scores, months, locale));
        return Optional.of(page);
    }

    private static Optional<String> identity(org.jooq.DSLContext sql, String idOrNumber) {
        Field<String> id = CUSTOMERS.field("id", String.class);
        return sql.select(id).from(CUSTOMERS.table()).where(id.eq(idOrNumber)).limit(1).fetchOptional(id)
                .or(() -> sql.select(id).from(CUSTOMERS.table()).where(CUSTOMERS.field("phone", String.class).eq(idOrNumber)).orderBy(id)
                        .limit(1).fetchOptional(id));
    }

    /** The months of a customer; empty when they cannot be found in time among hundreds of millions. */
    private List<Map<String, Object>> months(String id, boolean masked) throws StoreException {
        CancelSwitch cancel = new CancelSwitch();
        var bell = patience.schedule(cancel::cancel, PATIENCE_MS, TimeUnit.MILLISECONDS);
        try {
            return store.read(sql -> new Rows(sql, masked).of(Literals.MONTHLY_FACTS, "customer", id, 2 * 12, FACTS.field("month").desc()),
                    cancel).reversed();
        } catch (StoreCancelledException late) {
            return List.of();
        } finally {
            bell.cancel(false);
        }
    }

    private Page page(Rows rows, org.jooq.DSLContext sql, Table<Record> customers, String id, boolean masked, LocalDate asOf,
            Optional<Loyalty.Scores> scores, List<Map<String, Object>> months, Locale locale) throws StoreException {
        Map<String, Object> person = rows.of(Literals.CUSTOMER, "id", id, 1).get(0);
        Map<String, Object> figures = figures(sql, customers, id);
        List<Map<String, Object>> products = rows.of(Literals.SUBSCRIPTION, "customer", id, MOST);
        Optional<Map<String, Object>> contract = rows
                .of(Literals.CONTRACT, "customer", id, 1, TableSchema.of(Literals.CONTRACT).field("end").desc().nullsLast())
                .stream().findFirst();
        Optional<Place> home = place(sql, person.get("homeCell"));
        Optional<Place> work = place(sql, person.get("workCell"));
        String state = base.state();
        Optional<Double> spend = Optional.ofNullable((Double) figures.get("spend_mean_3"));
        Offers offers = new Offers(sql, () -> holdings.shares(sql, customers, state, id, spend), id, person, figures, contract, home, work,
                asOf, locale, scorers);
        return new Page(id, masked, asOf, person, figures, months, products, one(rows, Literals.HOUSEHOLD, person.get("household")),
                one(rows, Literals.CORPORATE_GROUP, person.get("group")), contract,
                rows.of(Literals.SEGMENT_MEMBERSHIP, "customer", id, MOST, MEMBERS.field("date").desc()), scores,
                beside(rows, "Ticket", id, "created"), home, work,
                beside(rows, "Contact", id, "sent"), rows.of(Literals.CONSENT, "customer", id, MOST), offers.recommend());
    }

    private static Optional<Map<String, Object>> one(Rows rows, org.eclipse.emf.ecore.EClass type, Object id) {
        return id == null ? Optional.empty() : rows.of(type, "id", id.toString(), 1).stream().findFirst();
    }

    /** Rows of a class of another area, latest first. */
    private static List<Map<String, Object>> beside(Rows rows, String type, String id, String time) {
        return ModelPackages.byName(type)
                .map(found -> rows.of(found, "customer", id, MOST, TableSchema.of(found).field(time).desc().nullsLast())).orElse(List.of());
    }

    private static Map<String, Object> figures(org.jooq.DSLContext sql, Table<Record> customers, String id) {
        List<Field<?>> fields = new ArrayList<>();
        FIGURES.forEach(figure -> fields.add(field(name(figure), Double.class)));
        fields.add(field(name(CustomerBase.TENURE), Double.class));
        fields.add(field(name("products"), Integer.class));
        Map<String, Object> found = new LinkedHashMap<>();
        sql.select(fields).from(customers).where(field(name(CustomerBase.ID), String.class).eq(id)).fetchOptional().ifPresent(row -> {
            for (Field<?> each : fields) {
                if (row.get(each) != null && !(row.get(each) instanceof Double number && number.isNaN())) {
                    found.put(each.getName(), row.get(each));
                }
            }
        });
        return found;
    }

    private Optional<Place> place(org.jooq.DSLContext sql, Object cell) throws StoreException {
        if (cell == null) {
            return Optional.empty();
        }
        TableSchema cells = TableSchema.of(NetworkPackage.Literals.CELL);
        Optional<String> called = sql.select(cells.field("name", String.class)).from(cells.table())
                .where(cells.field("id", String.class).eq(cell.toString())).limit(1)
                .fetchOptional(cells.field("name", String.class));
        try {
            Optional<CellHeadroom.Headroom> state = headroom.isPresent()
                    ? Optional.ofNullable(headroom.get().of(List.of(cell.toString())).get(cell.toString()))
                    : Optional.empty();
            return Optional.of(new Place(cell.toString(), called, state.flatMap(CellHeadroom.Headroom::busyHourLoad),
                    state.map(CellHeadroom.Headroom::activeAlarms).orElse(0), state.flatMap(CellHeadroom.Headroom::worstSeverity)));
        } catch (AreaException unreadable) {
            // the page is useful without the state of the cell
            return Optional.of(new Place(cell.toString(), called, Optional.empty(), 0, Optional.empty()));
        }
    }
}
