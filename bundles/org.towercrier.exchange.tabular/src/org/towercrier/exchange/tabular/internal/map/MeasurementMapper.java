package org.towercrier.exchange.tabular.internal.map;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

import org.towercrier.exchange.ImportContext;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.RowSink;
import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.profile.ImportProfile.Column;
import org.towercrier.exchange.profile.ImportProfile.TimeColumns;
import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.map.Target.Meaning;
import org.towercrier.exchange.tabular.internal.map.Target.RowPart;
import org.towercrier.exchange.tabular.internal.table.Table;
import org.towercrier.exchange.tabular.internal.table.TableSource;
import org.towercrier.exchange.tabular.internal.value.BadValueException;
import org.towercrier.exchange.tabular.internal.value.Blanks;
import org.towercrier.exchange.tabular.internal.value.Truth;
import org.towercrier.exchange.tabular.internal.value.Units;
import org.towercrier.model.measurement.MeasurementPackage;

/** Reads the measurements of a row: the columns of the profile by name and unit, all others under their own name, so that none is lost. */
final class MeasurementMapper {

    /**
     * A column of measurements.
     *
     * @param wide column of the wide table, -1 for a counter of its own
     * @param counter name of the counter
     * @param total column with the number of resource blocks, -1 for none
     * @param blocks fixed number of resource blocks, NaN for none
     * @param mapped does the profile say what it is? Then a value that is no number is wrong, else it is kept as text
     */
    private record Bound(int column, String name, int wide, String counter, DoubleUnaryOperator conversion, int total, double blocks,
            boolean ratio, boolean mapped) {
    }

    private final ImportContext context;
    private final RowSink wide;
    private final RowSink counters;
    private final int[] wideKey;
    private final int[] counterKey;
    private final int counterName;
    private final int counterValue;
    private final int counterText;
    private final NumberColumns numbers;
    private final Blanks blanks;
    private final List<String> header;
    private final List<Bound> bound = new ArrayList<>();
    private final Set<Integer> used = new HashSet<>();
    private final TimeColumn time;
    private Optional<Template> object = Optional.empty();
    private int periodColumn = -1;
    private int suspectColumn = -1;
    private double periodFactor = 1;
    private boolean canonical;
    private long without;

    MeasurementMapper(Target target, ImportProfile profile, Columns columns, TableSource source, Sample sample, NumberColumns numbers,
            ImportContext context)
            throws IOException, ImportRefusedException {
        this.context = context;
        this.wide = context.rows(MeasurementPackage.Literals.CELL_MEASUREMENT);
        this.counters = context.rows(MeasurementPackage.Literals.COUNTER_VALUE);
        this.wideKey = key(wide);
        this.counterKey = key(counters);
        this.counterName = counters.column("measurement");
        this.counterValue = counters.column("value");
        this.counterText = counters.column("text");
        this.numbers = numbers;
        this.blanks = new Blanks(profile.blank());
        this.header = columns.header();
        Optional<TimeColumns> timeColumns = profile.time();
        for (Map.Entry<String, Column> entry : profile.columns().entrySet()) {
            OptionalInt at = columns.find(entry.getKey());
            Optional<Meaning> meaning = target.meaning(entry.getValue().attribute());
            if (at.isPresent() && meaning.isPresent()) {
                timeColumns = bind(at.getAsInt(), entry.getValue(), meaning.get(), columns, timeColumns);
            }
        }
        String template = profile.compose().get("object");
        if (template != null) {
            object = Optional.of(Template.of(template, columns));
        } else if (object.isEmpty() && profile.constants().containsKey("object")) {
            object = Optional.of(Template.of(profile.constants().get("object").replace("{", "(").replace("}", ")"), columns));
        }
        if (canonical) {
            context.countOnly(MeasurementPackage.Literals.CELL_MEASUREMENT);
        }
        this.time = TimeColumn.of(timeColumns.orElseThrow(() -> new ImportRefusedException(Messages.of("map.no-time"))), columns, source,
                sample, context);
        time.columnsInto(used);
        object.ifPresent(each -> each.columnsInto(used));
    }

    /** What tells a row from others, in the order that {@link #begin} fills. */
    private static int[] key(RowSink sink) {
        return new int[]{ sink.column("object"), sink.column("start"), sink.column("period"), sink.column("suspect") };
    }

    private Optional<TimeColumns> bind(int column, Column said, Meaning meaning, Columns columns, Optional<TimeColumns> timeColumns)
            throws ImportRefusedException {
        switch (meaning) {
            case Meaning.Canonical named -> {
                canonical = true;
                bindMeasurement(column, said, wide.column(named.attribute()), "", Values.conversion(said, named.unit()), columns);
            }
            case Meaning.Counter counter ->
                bindMeasurement(column, said, -1, counter.name(), Values.conversion(withoutUnit(said), ""), columns);
            case Meaning.Linked customers -> used.remove(column);
            case Meaning.Part part when part.part() == RowPart.OBJECT -> object = Optional.of(Template.column(column));
            case Meaning.Part part when part.part() == RowPart.PERIOD -> {
                periodColumn = column;
                periodFactor = Values.conversion(said, "s").applyAsDouble(1);
            }
            case Meaning.Part part when part.part() == RowPart.SUSPECT -> suspectColumn = column;
            case Meaning.Part part -> {
                used.add(column);
                return timeColumns.isPresent() ? timeColumns
                        : Optional.of(TimeColumns.of(List.of(header.get(column)),
                                said.pattern().isEmpty() ? new String[0] : new String[]{ said.pattern() }));
            }
            case Meaning.Feature feature -> {
                return timeColumns;
            }
        }
        used.add(column);
        return timeColumns;
    }

    /** A measurement that the model does not know has no unit to convert to: it stays as it is. */
    private static Column withoutUnit(Column said) {
        return new Column(said.attribute(), "", said.scale(), said.total(), said.pattern(), said.values());
    }

    private void bindMeasurement(int column, Column said, int wideColumn, String counter, DoubleUnaryOperator conversion, Columns columns)
            throws ImportRefusedException {
        int total = -1;
        double blocks = Double.NaN;
        if (Units.resourceBlocks(said.unit())) {
            OptionalInt at = columns.find(said.total());
            blocks = at.isPresent() ? Double.NaN
                    : org.towercrier.exchange.tabular.internal.value.Numbers.parse(said.total(),
                            org.towercrier.exchange.tabular.internal.value.NumberStyle.POINT);
            total = at.orElse(-1);
            if (total < 0 && !(blocks > 0)) {
                throw new ImportRefusedException(Messages.of("map.total", header.get(column), said.total()));
            }
        }
        boolean ratio = said.unit().equalsIgnoreCase("ratio") || said.unit().equalsIgnoreCase("fraction");
        bound.add(new Bound(column, header.get(column), wideColumn, counter, conversion, total, blocks, ratio, true));
    }

    /** Columns that have a meaning. */
    Set<Integer> used() {
        return used;
    }

    /** Keeps further columns under their own names. */
    void keep(List<Integer> columns) {
        for (int column : columns) {
            bound.add(new Bound(column, header.get(column), -1, header.get(column), DoubleUnaryOperator.identity(), -1, Double.NaN, false,
                    false));
        }
    }

    /** Names the object of rows by another class's identity. @return the template, when the profile says what a row is about */
    Optional<Template> object() {
        return object;
    }

    void object(Template template) {
        object = Optional.of(template);
        template.columnsInto(used);
    }

    boolean measures() {
        return !bound.isEmpty();
    }

    /** Name of what a row is about. @throws BadValueException when it has none */
    String objectOf(Table row) throws BadValueException {
        String name = object.orElseThrow().apply(row, blanks);
        if (name.isEmpty()) {
            throw new BadValueException("object", "", Messages.of("map.no-object"));
        }
        return name;
    }

    /**
     * Reads a row.
     *
     * @throws BadValueException when it has no readable time or period; single values that are wrong are quarantined here
     */
    void read(Table row, String name) throws BadValueException {
        long micros = time.micros(row, name);
        int seconds = period(row);
        int number = context.objectId(name);
        boolean suspect = suspect(row);
        boolean anyWide = false;
        boolean any = false;
        for (int i = 0, n = bound.size(); i < n; i++) {
            Bound one = bound.get(i);
            String text = row.text(one.column());
            if (blanks.blank(text)) {
                continue;
            }
            any = true;
            if (one.wide() >= 0) {
                anyWide |= canonical(row, one, text);
            } else {
                begin(counters, counterKey, number, micros, seconds, suspect);
                counter(row, one, text);
            }
        }
        if (anyWide) {
            begin(wide, wideKey, number, micros, seconds, suspect);
            wide.end(row.line());
        } else if (canonical || !any) {
            context.countEmpty(row.line());
        }
        if (!any) {
            without++;
        }
    }

    private static void begin(RowSink sink, int[] key, int object, long micros, int seconds, boolean suspect) {
        sink.set(key[0], object);
        sink.setMicros(key[1], micros);
        sink.set(key[2], seconds);
        sink.set(key[3], suspect);
    }

    private boolean canonical(Table row, Bound one, String text) {
        try {
            wide.set(one.wide(), number(row, one, text));
            return true;
        } catch (BadValueException bad) {
            context.quarantine(row.line(), one.name(), text, bad.getMessage());
            return false;
        }
    }

    private void counter(Table row, Bound one, String text) {
        counters.set(counterName, one.counter());
        try {
            if (one.mapped() || row.typed(one.column()) || numberLike(text)) {
                counters.set(counterValue, number(row, one, text));
            } else {
                counters.set(counterText, text.strip());
            }
            counters.end(row.line());
        } catch (BadValueException bad) {
            counters.reset();
            context.quarantine(row.line(), one.name(), text, bad.getMessage());
        }
    }

    private double number(Table row, Bound one, String text) throws BadValueException {
        double value = numbers.number(row, one.column());
        if (one.ratio() && text.strip().endsWith("%")) {
            value /= 100;
        }
        value = one.conversion().applyAsDouble(value);
        if (one.total() >= 0) {
            return share(value, row.text(one.total()), one);
        }
        return Double.isNaN(one.blocks()) ? value : value / one.blocks() * 100;
    }

    private double share(double used, String total, Bound one) throws BadValueException {
        double all = blanks.blank(total) ? Double.NaN : numbers.number(total, one.total());
        if (!(all > 0)) {
            throw new BadValueException(one.name(), total, Messages.of("map.no-total", header.get(one.total())));
        }
        return used / all * 100;
    }

    /** Can the text be meant as a number? A name or a list is kept as text. */
    private static boolean numberLike(String text) {
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digit = true;
            } else if (c == '-' && i > 0 && text.charAt(i - 1) != 'e' && text.charAt(i - 1) != 'E' || " ,.+-%eE'\u00a0".indexOf(c) < 0) {
                return false;
            }
        }
        return digit;
    }

    private int period(Table row) throws BadValueException {
        if (periodColumn < 0) {
            return time.period();
        }
        String text = row.text(periodColumn).strip();
        if (blanks.blank(text)) {
            return time.period();
        }
        try {
            double seconds = text.startsWith("P") ? java.time.Duration.parse(text).toSeconds()
                    : numbers.number(row, periodColumn) * periodFactor;
            if (seconds >= 1 && seconds <= Integer.MAX_VALUE) {
                return (int) Math.round(seconds);
            }
        } catch (java.time.DateTimeException e) {
            // said below, like a period that is not positive
        }
        throw new BadValueException(header.get(periodColumn), text, Messages.of("profile.period", text));
    }

    private boolean suspect(Table row) {
        return time.dateAssumed() || suspectColumn >= 0 && Truth.parse(row.text(suspectColumn)).orElse(false);
    }

    /** What the user has to know about the rows read. */
    void warnings() {
        time.warnings(context);
        if (without > 0) {
            context.warn(Messages.of("map.without-values", without));
        }
    }
}
