package org.towercrier.exchange.tabular.internal.map;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EStructuralFeature;
import org.towercrier.exchange.ImportContext;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.RowSink;
import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.profile.ImportProfile.Column;
import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.map.Target.Meaning;
import org.towercrier.exchange.tabular.internal.table.Table;
import org.towercrier.exchange.tabular.internal.value.BadValueException;
import org.towercrier.model.customer.CustomerPackage;

/**
 * Monthly facts of a table about customers: from one row a month, from columns month by month side by side, or from one state of unknown month, which is then taken as
 * that of the month of the import. Several columns for one attribute are added up.
 */
final class MonthlyRows {

    private static final String MONTH = "month";
    /** More spellings than that are days or moments rather than months. */
    private static final int MOST_MONTHS = 10_000;

    /** One month of a row: where its values come from. */
    private static final class Group {
        private final Map<EStructuralFeature, List<Cells.Cell>> cells = new LinkedHashMap<>();
        private final Map<Integer, String> extra = new LinkedHashMap<>();
        private final Map<EStructuralFeature, Object> values = new LinkedHashMap<>();
        private final Map<String, String> kept = new LinkedHashMap<>();
    }

    private final Cells cells;
    private final ImportContext context;
    private final Map<LocalDate, Group> wide = new LinkedHashMap<>();
    private final Group single = new Group();
    private final Set<Integer> used = new HashSet<>();
    private final Map<String, LocalDate> months = new HashMap<>();
    private Optional<Cells.Cell> month = Optional.empty();
    private int monthColumn = -1;
    private LocalDate monthOfRow = LocalDate.EPOCH;
    private Optional<LocalDate> given = Optional.empty();

    MonthlyRows(ImportProfile profile, Target target, Cells cells, ImportContext context, MonthYears years) throws ImportRefusedException {
        this.cells = cells;
        this.context = context;
        for (Map.Entry<String, Column> entry : profile.columns().entrySet()) {
            if (target.meaning(entry.getValue().attribute()).orElse(null) instanceof Meaning.Linked linked
                    && linked.type() == CustomerPackage.Literals.MONTHLY_FACTS && linked.feature() != null) {
                bind(entry.getKey(), linked.feature(), entry.getValue(), years);
            }
        }
        String constant = profile.constants().getOrDefault("MonthlyFacts.month", "");
        if (!constant.isEmpty()) {
            given = Optional.of(MonthToken.of(constant).filter(MonthToken::dated)
                    .orElseThrow(() -> new ImportRefusedException(Messages.of("month.unreadable", constant))).day());
        }
        if (!single.cells.isEmpty() && month.isEmpty() && given.isEmpty()) {
            LocalDate assumed = LocalDate.ofInstant(context.now(), ZoneOffset.UTC).withDayOfMonth(1);
            context.warn(Messages.of("month.assumed", assumed.toString().substring(0, 7)));
            given = Optional.of(assumed);
        }
    }

    private void bind(String name, EStructuralFeature feature, Column meaning, MonthYears years) throws ImportRefusedException {
        if (name.contains(MonthNames.PLACE)) {
            for (int i = 0; i < cells.columns().header().size(); i++) {
                Optional<String> token = MonthNames.token(name, cells.columns().header().get(i));
                Optional<LocalDate> day = token.flatMap(years::day);
                if (day.isPresent() && used.add(i)) {
                    add(wide.computeIfAbsent(day.get(), key -> new Group()), feature, cells.cell(i, feature, meaning));
                }
            }
            return;
        }
        Optional<Cells.Cell> cell = cells.cell(name, feature, meaning);
        if (cell.isPresent() && used.add(cell.get().column())) {
            if (feature == CustomerPackage.Literals.MONTHLY_FACTS__MONTH) {
                month = cell;
                monthColumn = cell.get().column();
            } else {
                add(single, feature, cell.get());
            }
        }
    }

    private static void add(Group group, EStructuralFeature feature, Cells.Cell cell) {
        group.cells.computeIfAbsent(feature, key -> new ArrayList<>()).add(cell);
    }

    /** Columns that are read here. */
    Set<Integer> used() {
        return used;
    }

    /** Does each row belong to one month that it names? */
    boolean rowPerMonth() {
        return monthColumn >= 0;
    }

    /** Is there anything to read? */
    boolean any() {
        return rowPerMonth() || !wide.isEmpty() || !single.cells.isEmpty();
    }

    /** Keeps a column that belongs to a month beside its facts. @return is it one? */
    boolean keep(int column, MonthNames.Monthly monthly, MonthYears years) {
        Optional<LocalDate> day = years.day(monthly.token());
        day.filter(wide::containsKey).ifPresent(known -> wide.get(known).extra.put(column, MonthNames.stem(monthly.pattern())));
        return day.filter(wide::containsKey).isPresent();
    }

    /** Keeps a column beside the facts of each row. */
    void keep(int column) {
        single.extra.put(column, cells.columns().header().get(column));
    }

    /** Reads a row; nothing is handed over yet. */
    void read(Table row) throws BadValueException {
        if (month.isPresent()) {
            monthOfRow = monthOf(row);
        }
        read(row, single);
        for (Group group : wide.values()) {
            read(row, group);
        }
    }

    /** The month that a row names. A table has few of them, and reading one is dear: each is read once. */
    private LocalDate monthOf(Table row) throws BadValueException {
        String text = row.text(monthColumn).strip();
        LocalDate known = months.get(text);
        if (known != null) {
            return known;
        }
        Optional<MonthToken> token = MonthToken.of(text).filter(MonthToken::dated);
        Object day = token.isPresent() ? token.get().day() : month.orElseThrow().value(row);
        if (!(day instanceof LocalDate date)) {
            throw new BadValueException(month.orElseThrow().name(), text, Messages.of("month.blank"));
        }
        if (months.size() < MOST_MONTHS) {
            months.put(text, date.withDayOfMonth(1));
        }
        return date.withDayOfMonth(1);
    }

    private void read(Table row, Group group) throws BadValueException {
        group.values.clear();
        group.kept.clear();
        for (Map.Entry<EStructuralFeature, List<Cells.Cell>> entry : group.cells.entrySet()) {
            Object value = null;
            for (Cells.Cell cell : entry.getValue()) {
                value = sum(value, cell.value(row));
            }
            if (value != null) {
                group.values.put(entry.getKey(), value);
            }
        }
        for (Map.Entry<Integer, String> entry : group.extra.entrySet()) {
            String text = row.text(entry.getKey());
            if (!cells.blanks().blank(text)) {
                group.kept.put(entry.getValue(), text);
            }
        }
    }

    private static Object sum(Object one, Object other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        if (one instanceof Double a && other instanceof Double b) {
            return a + b;
        }
        return one instanceof Long a && other instanceof Long b ? Long.valueOf(a + b) : one;
    }

    /** Hands the facts of the row over. */
    void write(String customer, long line) {
        if (rowPerMonth()) {
            write(customer, monthOfRow, single, line);
        } else if (given.isPresent()) {
            write(customer, given.get(), single, line);
        }
        wide.forEach((day, group) -> write(customer, day, group, line));
    }

    private void write(String customer, LocalDate day, Group group, long line) {
        if (group.values.isEmpty() && group.kept.isEmpty()) {
            return;
        }
        RowSink sink = context.rows(CustomerPackage.Literals.MONTHLY_FACTS);
        sink.set(sink.column("customer"), customer);
        sink.set(sink.column(MONTH), day);
        group.values.forEach((feature, value) -> Draft.set(sink, sink.column(feature.getName()), value));
        if (!group.kept.isEmpty()) {
            sink.set(sink.column("extra"), Json.object(group.kept));
        }
        sink.end(line);
    }
}
