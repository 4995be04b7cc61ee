package org.towercrier.customer.internal.segment;

import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.towercrier.customer.CriterionAttribute;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.SegmentationMethod;
import org.towercrier.customer.Segments;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.customer.internal.base.OtherColumns;
import org.towercrier.customer.internal.value.CustomerValueComponent;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.model.customer.Segmentation;
import org.towercrier.model.customer.ValueModel;
import org.towercrier.store.Cancellation;
import org.towercrier.store.DocumentInfo;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;
import org.towercrier.store.Versioned;

/** Counts and assigns with single statements over the base of customers. */
@Component(service = Segments.class)
public final class SegmentsComponent implements Segments {

    private static final TableSchema MEMBERS = TableSchema.of(Literals.SEGMENT_MEMBERSHIP);
    private static final Field<Double> SPEND = field(name("spend_mean_3"), Double.class);
    private static final List<String> PREVIEW = List.of("id", "gender", "age", "occupation", "region", "tenure", "tier", "stage", "churned",
            "contract_type", "contract_end", "products", "spend_mean_3", "voiceminutes_mean_3", "datavolume_mean_3", "complaints_sum_12");

    private static final System.Logger LOG = System.getLogger(SegmentsComponent.class.getName());

    private final Store store;
    private final CustomerBase base;
    private final List<SegmentationMethod> methods;
    private final SegmentRuns runs;
    private final List<CriterionAttribute> attributes = AttributeCatalogue.all();

    @Activate
    public SegmentsComponent(@Reference Store store, @Reference CustomerBase base,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) List<SegmentationMethod> methods) {
        this.store = store;
        this.base = base;
        this.methods = List.copyOf(methods);
        this.runs = new SegmentRuns(store);
    }

    /** Without methods of plug-ins. */
    public SegmentsComponent(Store store, CustomerBase base) {
        this(store, base, List.of());
    }

    @Override
    public List<CriterionAttribute> attributes() {
        return AttributeCatalogue.with(attributes, base.knownOthers());
    }

    @Override
    public Count count(Criterion criterion, Cancellation cancel) throws CustomerException, StoreException {
        LocalDate asOf = latest();
        Table<Record> customers = base.at(asOf);
        Condition condition = new CriterionCompiler(asOf, base.others()).compile(criterion);
        return store.read(sql -> {
            var row = sql.select(DSL.count(), DSL.count().filterWhere(condition)).from(customers).fetchSingle();
            return new Count(row.value1(), row.value2());
        }, cancel);
    }

    @Override
    public List<Map<String, Object>> preview(Criterion criterion, int most, Cancellation cancel) throws CustomerException, StoreException {
        LocalDate asOf = latest();
        Table<Record> customers = base.at(asOf);
        Condition condition = new CriterionCompiler(asOf, base.others()).compile(criterion);
        List<Field<?>> fields = new ArrayList<>();
        PREVIEW.forEach(column -> fields.add(field(name(column))));
        return store.read(sql -> sql.select(fields).from(customers).where(condition).limit(most).fetch().intoMaps(), cancel);
    }

    @Override
    public List<Segmentation> list() throws StoreException {
        Map<String, Segmentation> all = new TreeMap<>();
        for (DocumentInfo info : store.documents().list(KIND)) {
            store.documents().load(KIND, info.name(), Segmentation.class).ifPresent(found -> all.put(info.name(), found.root()));
        }
        if (!all.containsKey(FOUR)) {
            all.put(FOUR, four());
        }
        for (SegmentationMethod method : methods) {
            if (!all.containsKey(method.id())) {
                made(method).ifPresent(segmentation -> all.put(method.id(), segmentation));
            }
        }
        return List.copyOf(all.values());
    }

    /** What a method of a plug-in makes; one that fails takes nothing else with it. */
    private static Optional<Segmentation> made(SegmentationMethod method) throws StoreException {
        try {
            Segmentation made = EcoreUtil.copy(method.make(Locale.getDefault()));
            made.setName(method.id());
            return Optional.of(made);
        } catch (CustomerException | RuntimeException broken) {
            LOG.log(System.Logger.Level.WARNING, method.id(), broken);
            return Optional.empty();
        }
    }

    @Override
    public Optional<Segmentation> find(String wanted) throws StoreException {
        Optional<Segmentation> saved = open(wanted).map(Versioned::root);
        if (saved.isPresent()) {
            return saved;
        }
        if (wanted.startsWith(Groupings.PREFIX)) {
            return groupings().stream().filter(grouping -> grouping.getName().equals(wanted)).findFirst();
        }
        for (SegmentationMethod method : methods) {
            if (method.id().equals(wanted)) {
                return made(method);
            }
        }
        return wanted.equals(FOUR) ? Optional.of(four()) : Optional.empty();
    }

    @Override
    public List<Segmentation> groupings() throws StoreException {
        Table<Record> customers = base.current();
        ValueModel model = CustomerValueComponent.model(store);
        return store.read(sql -> new Groupings(sql, customers, model).all());
    }

    @Override
    public Optional<Versioned<Segmentation>> open(String wanted) throws StoreException {
        return store.documents().load(KIND, wanted, Segmentation.class);
    }

    @Override
    public List<DocumentInfo> history(String wanted) throws StoreException {
        return store.documents().history(KIND, wanted);
    }

    @Override
    public void delete(String wanted, long expectedVersion) throws StoreException {
        store.documents().delete(KIND, wanted, expectedVersion);
    }

    private Segmentation four() throws StoreException {
        Table<Record> customers = base.current();
        return store.read(sql -> FourSegments.of(sql, customers));
    }

    @Override
    public long save(Segmentation segmentation, long expectedVersion) throws CustomerException, StoreException {
        new Assignment(segmentation, new CriterionCompiler(latest(), base.others()));
        return store.documents().save(KIND, segmentation.getName(), EcoreUtil.copy(segmentation), expectedVersion);
    }

    @Override
    public Sizes sizes(Segmentation segmentation, Cancellation cancel) throws CustomerException, StoreException {
        return sizes(segmentation, latest(), cancel);
    }

    private Sizes sizes(Segmentation segmentation, LocalDate asOf, Cancellation cancel) throws CustomerException, StoreException {
        Table<Record> customers = base.at(asOf);
        Assignment assignment = new Assignment(segmentation, new CriterionCompiler(asOf, base.others()));
        Field<String> segment = assignment.segment().as("segment");
        Map<String, Size> found = new LinkedHashMap<>();
        assignment.rules().forEach(rule -> found.put(rule.path(), new Size(rule.path(), 0, Optional.empty(), Optional.empty())));
        found.put(UNASSIGNED, new Size(UNASSIGNED, 0, Optional.empty(), Optional.empty()));
        store.read(sql -> sql.select(segment, DSL.count(), sum(SPEND).cast(Double.class), avg(SPEND).cast(Double.class)).from(customers)
                .groupBy(field(name("segment"))).fetch(), cancel).forEach(row -> {
                    String path = row.value1() == null ? UNASSIGNED : row.value1();
                    found.put(path, new Size(path, row.value2(), Optional.ofNullable(row.value3()), Optional.ofNullable(row.value4())));
                });
        return new Sizes(segmentation.getName(), asOf, found.values().stream().mapToLong(Size::customers).sum(),
                List.copyOf(found.values()));
    }

    @Override
    public Sizes assign(Segmentation wanted, LocalDate asOf, Cancellation cancel) throws CustomerException, StoreException {
        Segmentation segmentation = EcoreUtil.copy(wanted);
        long version = runs.version(segmentation);
        LocalDate latest = latest();
        OtherColumns others = base.others();
        Assignment assignment = new Assignment(segmentation, new CriterionCompiler(asOf, others));
        boolean current = !asOf.isBefore(latest);
        Table<Record> customers = current ? base.at(latest) : org.jooq.impl.DSL.table(name("customer_base_past"));
        store.write(tx -> {
            if (!current) {
                CustomerBase.create(tx.sql(), "customer_base_past", asOf, others);
            }
            Field<String> segmentationField = MEMBERS.field("segmentation", String.class);
            Field<LocalDate> date = MEMBERS.field("date", LocalDate.class);
            tx.sql().deleteFrom(MEMBERS.table()).where(segmentationField.eq(segmentation.getName())).and(date.eq(asOf)).execute();
            tx.sql().insertInto(MEMBERS.table(), segmentationField, MEMBERS.field("customer", String.class), date,
                    MEMBERS.field("segment", String.class))
                    .select(select(inline(segmentation.getName()), field(name(CustomerBase.ID), String.class), inline(asOf),
                            assignment.segment())
                            .from(customers))
                    .execute();
            runs.note(tx.sql(), segmentation.getName(), asOf, version);
            if (!current) {
                tx.sql().dropTable(name("customer_base_past")).execute();
            }
            return null;
        }, cancel);
        return kept(segmentation.getName(), asOf, assignment);
    }

    private Sizes kept(String segmentation, LocalDate asOf, Assignment assignment) throws StoreException {
        Field<String> segment = MEMBERS.field("segment", String.class);
        Map<String, Size> found = new LinkedHashMap<>();
        assignment.rules().forEach(rule -> found.put(rule.path(), new Size(rule.path(), 0, Optional.empty(), Optional.empty())));
        found.put(UNASSIGNED, new Size(UNASSIGNED, 0, Optional.empty(), Optional.empty()));
        store.read(sql -> sql.select(segment, DSL.count()).from(MEMBERS.table())
                .where(MEMBERS.field("segmentation", String.class).eq(segmentation))
                .and(MEMBERS.field("date", LocalDate.class).eq(asOf)).groupBy(segment).fetch()).forEach(row -> {
                    String path = row.value1() == null ? UNASSIGNED : row.value1();
                    found.put(path, new Size(path, row.value2(), Optional.empty(), Optional.empty()));
                });
        return new Sizes(segmentation, asOf, found.values().stream().mapToLong(Size::customers).sum(), List.copyOf(found.values()));
    }

    @Override
    public List<Run> runs(String segmentation) throws StoreException {
        return runs.of(segmentation);
    }

    @Override
    public List<LocalDate> dates(String segmentation) throws StoreException {
        Field<LocalDate> date = MEMBERS.field("date", LocalDate.class);
        return store.read(
                sql -> sql.selectDistinct(date).from(MEMBERS.table()).where(MEMBERS.field("segmentation", String.class).eq(segmentation))
                        .orderBy(date.desc()).fetch(date));
    }

    @Override
    public LocalDate latest() throws StoreException {
        return base.latest();
    }

    @Override
    public String describe(Criterion criterion) {
        return CriterionText.of(criterion, Locale.getDefault());
    }
}
