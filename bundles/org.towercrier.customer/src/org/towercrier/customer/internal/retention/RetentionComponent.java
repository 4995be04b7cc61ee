package org.towercrier.customer.internal.retention;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lag;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.month;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.year;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record9;
import org.jooq.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.Retention;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.customer.internal.base.FactSql;
import org.towercrier.customer.internal.segment.CriterionCompiler;
import org.towercrier.model.customer.Criterion;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** Compares customers with themselves: a silence is long when it is longer than any before. */
@Component(service = Retention.class)
public final class RetentionComponent implements Retention {

    private static final int MONTHS_A_YEAR = 12;
    /** Months of use from which a habit can be told. */
    private static final int HABIT = 3;
    private static final int SOON_DAYS = 60;
    private static final Field<String> ID = field(name(CustomerBase.ID), String.class);
    private static final Field<Double> SPEND = field(name("spend_mean_6"), Double.class);
    private static final Field<Double> RECENT = field(name("spend_last_1"), Double.class);
    private static final Field<Double> YEAR = field(name("spend_mean_12"), Double.class);
    private static final Field<Double> COMPLAINTS = field(name("complaints_sum_3"), Double.class);
    private static final Field<LocalDate> END = field(name("contract_end"), LocalDate.class);
    private static final Field<Double> TENURE = field(name(CustomerBase.TENURE), Double.class);
    private static final Field<Boolean> COMPETITIVE = field(name("competitiveArea"), Boolean.class);
    private static final Condition HERE = coalesce(field(name("churned"), Boolean.class), inline(false)).isFalse()
            .and(field(name("leaveDate"), LocalDate.class).isNull());

    private final Store store;
    private final CustomerBase base;

    @Activate
    public RetentionComponent(@Reference Store store, @Reference CustomerBase base) {
        this.store = store;
        this.base = base;
    }

    private Condition here(Optional<Criterion> among, LocalDate asOf) throws CustomerException, StoreException {
        return among.isEmpty() ? HERE : HERE.and(new CriterionCompiler(asOf, base.others()).compile(among.get()));
    }

    @Override
    public List<AtRisk> inactive(Optional<Criterion> among, int most, Cancellation cancel) throws CustomerException, StoreException {
        Table<Record> customers = base.current();
        LocalDate asOf = base.latest();
        Condition here = here(among, asOf);
        int now = asOf.getYear() * MONTHS_A_YEAR + asOf.getMonthValue();
        Field<Integer> index = year(FactSql.MONTH).mul(MONTHS_A_YEAR).plus(month(FactSql.MONTH));
        Condition active = FactSql.value("voiceMinutes").gt(0.0).or(FactSql.value("dataVolume").gt(0.0))
                .or(FactSql.value("messages").gt(0.0))
                .or(FactSql.value("payments").gt(0.0)).or(FactSql.value("calls").gt(0.0));
        // Spend alone keeps running for those who only pay their fee: it counts where nothing else is known.
        Condition known = active
                .or(FactSql.value("voiceMinutes").isNull().and(FactSql.value("dataVolume").isNull()).and(FactSql.value("spend").gt(0.0)));
        Table<?> months = select(FactSql.CUSTOMER.as("who"), index.as("at"),
                index.minus(lag(index).over().partitionBy(FactSql.CUSTOMER).orderBy(index)).as("gap")).from(FactSql.FACTS.table())
                .where(FactSql.within(2 * MONTHS_A_YEAR, asOf)).and(known).asTable("m");
        Field<Integer> gap = months.field("gap", Integer.class);
        Field<Integer> last = max(months.field("at", Integer.class));
        Table<?> habits = select(months.field("who", String.class).as("who"), coalesce(max(gap), inline(1)).as("usual"),
                inline(now).minus(last).as("silent"),
                count().as("used")).from(months).groupBy(months.field("who", String.class)).asTable("h");
        Field<Integer> usual = habits.field("usual", Integer.class);
        Field<Integer> silent = habits.field("silent", Integer.class);
        return store.read(sql -> sql.select(ID, SPEND, usual, silent, TENURE, COMPETITIVE).from(customers)
                .join(habits).on(habits.field("who", String.class).eq(ID)).where(here).and(silent.ge(usual)).and(silent.gt(0))
                .and(habits.field("used", Integer.class).ge(HABIT))
                .orderBy(coalesce(SPEND, inline(0.0)).desc(), ID).limit(most).fetch(row -> {
                    boolean fresh = row.value5() != null && row.value5() < MONTHS_A_YEAR;
                    boolean competitive = Boolean.TRUE.equals(row.value6());
                    return new AtRisk(row.value1(), Optional.ofNullable(row.value2()), Optional.of(row.value3()), Optional.of(row.value4()),
                            fresh, competitive,
                            Reason.INACTIVE, CustomerMessages.text("Retention_Inactive", row.value4(), row.value3()),
                            action(Reason.INACTIVE, fresh, competitive));
                }), cancel);
    }

    private static String action(Reason reason, boolean fresh, boolean competitive) {
        return CustomerMessages.text("Action_" + reason + (fresh ? "_new" : "_old")) + " "
                + CustomerMessages.text(competitive ? "Action_competitive" : "Action_alone");
    }

    @Override
    public List<AtRisk> list(Optional<Criterion> among, int most, Cancellation cancel) throws CustomerException, StoreException {
        Table<Record> customers = base.current();
        LocalDate asOf = base.latest();
        Condition here = here(among, asOf);
        Condition falling = RECENT.lt(YEAR.mul(0.6)).and(YEAR.gt(0.0));
        Condition complains = COMPLAINTS.ge(1.0);
        Condition ends = END.between(asOf, asOf.plusDays(SOON_DAYS));
        List<AtRisk> all = new ArrayList<>(inactive(among, most, cancel));
        Set<String> taken = new LinkedHashSet<>();
        all.forEach(each -> taken.add(each.customer()));
        store.read(
                sql -> sql.select(ID, SPEND, RECENT, YEAR, COMPLAINTS, END, TENURE, COMPETITIVE, field(falling)).from(customers).where(here)
                        .and(falling.or(complains).or(ends)).orderBy(coalesce(SPEND, inline(0.0)).desc(), ID).limit(most).fetch(),
                cancel)
                .forEach(row -> {
                    if (taken.add(row.value1())) {
                        all.add(risk(row));
                    }
                });
        return all.stream().sorted(Comparator.comparing((AtRisk each) -> each.spend().orElse(0.0)).reversed()).limit(most).toList();
    }

    private static AtRisk risk(Record9<String, Double, Double, Double, Double, LocalDate, Double, Boolean, Boolean> row) {
        boolean fresh = row.value7() != null && row.value7() < MONTHS_A_YEAR;
        boolean competitive = Boolean.TRUE.equals(row.value8());
        Reason why = row.value5() != null && row.value5() >= 1 ? Reason.COMPLAINTS
                : Boolean.TRUE.equals(row.value9()) ? Reason.FALLING : Reason.CONTRACT_ENDS;
        String reason = switch (why) {
            case COMPLAINTS -> CustomerMessages.text("Retention_Complaints", row.value5());
            case FALLING -> CustomerMessages.text("Retention_Falling", row.value3(), row.value4());
            default -> CustomerMessages.text("Retention_Ends", String.valueOf(row.value6()));
        };
        return new AtRisk(row.value1(), Optional.ofNullable(row.value2()), Optional.empty(), Optional.empty(), fresh, competitive, why,
                reason,
                action(why, fresh, competitive));
    }

    @Override
    public Map<LocalDate, Ending> calendar(Optional<Criterion> among, int months, Cancellation cancel)
            throws CustomerException, StoreException {
        Table<Record> customers = base.current();
        LocalDate first = base.latest();
        Condition here = here(among, first);
        Map<LocalDate, Ending> calendar = new LinkedHashMap<>();
        for (int i = 0; i < months; i++) {
            calendar.put(first.withDayOfMonth(1).plusMonths(i), new Ending(0, 0));
        }
        LocalDate end = first.withDayOfMonth(1).plusMonths(months);
        store.read(sql -> sql.select(year(END), month(END), count(), sum(SPEND).cast(Double.class)).from(customers).where(here)
                .and(END.ge(first.withDayOfMonth(1))).and(END.lt(end)).groupBy(year(END), month(END)).fetch(), cancel)
                .forEach(row -> calendar.put(LocalDate.of(row.value1(), row.value2(), 1),
                        new Ending(row.value3(), row.value4() == null ? 0 : row.value4())));
        return calendar;
    }

    @Override
    public List<AtRisk> ending(Optional<Criterion> among, LocalDate month, int most, Cancellation cancel)
            throws CustomerException, StoreException {
        Table<Record> customers = base.current();
        Condition here = here(among, base.latest());
        LocalDate first = month.withDayOfMonth(1);
        return store.read(sql -> sql.select(ID, SPEND, END, TENURE, COMPETITIVE).from(customers).where(here).and(END.ge(first))
                .and(END.lt(first.plusMonths(1))).orderBy(coalesce(SPEND, inline(0.0)).desc(), ID).limit(most).fetch(row -> {
                    boolean fresh = row.value4() != null && row.value4() < MONTHS_A_YEAR;
                    boolean competitive = Boolean.TRUE.equals(row.value5());
                    return new AtRisk(row.value1(), Optional.ofNullable(row.value2()), Optional.empty(), Optional.empty(), fresh,
                            competitive,
                            Reason.CONTRACT_ENDS, CustomerMessages.text("Retention_Ends", String.valueOf(row.value3())),
                            action(Reason.CONTRACT_ENDS, fresh, competitive));
                }), cancel);
    }
}
