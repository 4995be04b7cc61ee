package org.towercrier.customer.internal.segment;

import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.name;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.customer.Criteria;
import org.towercrier.customer.CriterionAttribute;
import org.towercrier.customer.CriterionAttribute.Kind;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.Segments;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.customer.internal.base.OtherColumns;
import org.towercrier.model.customer.AttributeCriterion;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.model.customer.SegmentCriterion;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** Trees of criteria over the base of customers. */
@Component(service = Criteria.class)
public final class CriteriaComponent implements Criteria {

    private final Store store;
    private final CustomerBase base;
    private final List<CriterionAttribute> attributes = AttributeCatalogue.all();

    @Activate
    public CriteriaComponent(@Reference Store store, @Reference CustomerBase base) {
        this.store = store;
        this.base = base;
    }

    @Override
    public List<CriterionAttribute> attributes() {
        return AttributeCatalogue.with(attributes, base.knownOthers());
    }

    @Override
    public Optional<CriterionAttribute> attribute(String wanted) {
        String full = wanted.contains(".") ? wanted : "Customer." + wanted;
        List<CriterionAttribute> all = attributes();
        // headers of imported tables may differ in nothing but their case
        return all.stream().filter(each -> each.name().equals(full)).findFirst()
                .or(() -> all.stream().filter(each -> each.name().equalsIgnoreCase(full)).findFirst());
    }

    @Override
    public Criterion parse(String text) throws CustomerException {
        return CriterionParser.parse(text);
    }

    @Override
    public String write(Criterion criterion) {
        return CriterionWriter.of(criterion);
    }

    @Override
    public String describe(Criterion criterion, Locale locale) {
        return CriterionText.of(criterion, locale);
    }

    @Override
    public List<Problem> check(Criterion criterion) {
        CriterionCompiler compiler = new CriterionCompiler(LocalDate.EPOCH, OtherColumns.NONE);
        List<Problem> problems = new ArrayList<>();
        List<EObject> parts = new ArrayList<>();
        if (criterion != null) {
            parts.add(criterion);
            EcoreUtil.getAllProperContents(criterion, true).forEachRemaining(part -> parts.add((EObject) part));
        }
        for (EObject part : parts) {
            try {
                if (part instanceof AttributeCriterion leaf) {
                    compiler.leaf(leaf);
                } else if (part instanceof SegmentCriterion member) {
                    compiler.compile(member);
                }
            } catch (CustomerException wrong) {
                problems.add(new Problem((Criterion) part, wrong.getMessage()));
            }
        }
        return problems;
    }

    @Override
    public List<Suggestion> values(String attribute, String begin, int most, Cancellation cancel) throws CustomerException, StoreException {
        CriterionAttribute known = attribute(attribute)
                .orElseThrow(() -> new CustomerException(CustomerMessages.text("Criterion_Attribute", attribute)));
        if (known.kind() == Kind.NUMBER || known.kind() == Kind.DATE) {
            return List.of();
        }
        int dot = known.name().indexOf('.');
        EClass type = AttributeCatalogue.type(known.name().substring(0, dot));
        String column = known.name().substring(dot + 1);
        Optional<String> ready = CustomerBase.column(type, column);
        TableSchema schema = TableSchema.of(type);
        Optional<Field<String>> kept = type == Literals.CUSTOMER && OtherComparison.is(column)
                ? base.others().text(OtherComparison.key(column))
                : Optional.empty();
        boolean inBase = ready.isPresent() || kept.isPresent();
        Table<?> from = inBase ? base.current() : schema.table();
        Field<String> value = kept.orElseGet(() -> ready.isPresent() ? field(name(ready.get())).cast(String.class)
                : OtherComparison.is(column) ? OtherColumns.text(schema, OtherComparison.key(column))
                        : schema.field(column).cast(String.class));
        boolean owned = !inBase && type.getEStructuralFeature("customer") != null && type != Literals.CUSTOMER;
        Field<String> owner = owned ? schema.field("customer", String.class) : DSL.inline((String) null);
        return store.read(sql -> {
            Table<?> each = sql.select(value.as("value"), owner.as("owner")).from(from).asTable("e");
            Field<Integer> customers = owned ? countDistinct(field(name("owner"), String.class)) : DSL.count();
            Table<?> values = sql.select(field(name("value")), customers.as("customers")).from(each).groupBy(field(name("value")))
                    .asTable("v");
            Field<String> text = field(name("value"), String.class);
            Field<Long> holders = field(name("customers"), Long.class);
            return sql.select(text, holders).from(values).where(text.isNotNull())
                    .and(lower(text).startsWith(begin.strip().toLowerCase(Locale.ROOT))).orderBy(holders.desc(), text).limit(most)
                    .fetch(row -> new Suggestion(row.value1(), row.value2()));
        }, cancel);
    }

    @Override
    public Audience audience(Criterion criterion) throws CustomerException, StoreException {
        LocalDate asOf = base.latest();
        return new Audience(base.at(asOf), field(name(CustomerBase.ID), String.class),
                new CriterionCompiler(asOf, base.others()).compile(criterion),
                asOf);
    }

    @Override
    public Segments.Count count(Criterion criterion, Cancellation cancel) throws CustomerException, StoreException {
        Audience audience = audience(criterion);
        return store.read(sql -> {
            var row = sql.select(DSL.count(), DSL.count().filterWhere(audience.condition())).from(audience.customers()).fetchSingle();
            return new Segments.Count(row.value1(), row.value2());
        }, cancel);
    }

    @Override
    public List<String> customers(Criterion criterion, int most, Cancellation cancel) throws CustomerException, StoreException {
        Audience audience = audience(criterion);
        return store.read(sql -> sql.select(audience.id()).from(audience.customers()).where(audience.condition()).orderBy(audience.id())
                .limit(most).fetch(audience.id()), cancel);
    }
}
