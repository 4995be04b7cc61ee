package org.towercrier.exchange.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How a table becomes rows of a class of the model; written by people as YAML.
 *
 * @param name file name or shipped name, for reports
 * @param label sentence for people, may be empty
 * @param target class of the model, {@code Cell} or {@code CellMeasurement} for instance
 * @param format kind of file it is for: {@code csv}, {@code xlsx}, {@code json} or {@code geojson}
 * @param layout how the table is written down
 * @param time where the time of a row comes from
 * @param columns column name to what it is, in order; a column that is not named here is kept aside, never lost
 * @param compose attribute to a template over column names, {@code "{CELL}-{SECTOR}"} for instance
 * @param constants attribute name to value for every row
 * @param blank values that mean "absent"
 * @param ignore columns that are left out on purpose
 * @param fileName regular expression over the file name; its named groups are columns too
 * @param recognise by what a file is recognised when nobody names the profile
 */
public record ImportProfile(String name, String label, String target, String format, Layout layout, Optional<TimeColumns> time,
        Map<String, Column> columns,
        Map<String, String> compose, Map<String, String> constants, List<String> blank, List<String> ignore, Optional<String> fileName,
        Optional<Signature> recognise) {

    /** Value of {@link Layout#encoding()}, {@link Layout#delimiter()} and {@link Layout#decimal()} that leaves the choice to the content. */
    public static final String AUTO = "auto";

    public ImportProfile {
        Objects.requireNonNull(name);
        Objects.requireNonNull(label);
        Objects.requireNonNull(target);
        Objects.requireNonNull(format);
        Objects.requireNonNull(layout);
        Objects.requireNonNull(time);
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        compose = Collections.unmodifiableMap(new LinkedHashMap<>(compose));
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        blank = List.copyOf(blank);
        ignore = List.copyOf(ignore);
        Objects.requireNonNull(fileName);
        Objects.requireNonNull(recognise);
    }

    /** A profile for a class that says nothing yet. */
    public static ImportProfile of(String name, String target, String format) {
        return new ImportProfile(name, "", target, format, Layout.DEFAULT, Optional.empty(), Map.of(), Map.of(), Map.of(), List.of(""),
                List.of(),
                Optional.empty(), Optional.empty());
    }

    public ImportProfile withColumns(Map<String, Column> mapping) {
        return new ImportProfile(name, label, target, format, layout, time, mapping, compose, constants, blank, ignore, fileName,
                recognise);
    }

    public ImportProfile withTime(TimeColumns timeColumns) {
        return new ImportProfile(name, label, target, format, layout, Optional.of(timeColumns), columns, compose, constants, blank, ignore,
                fileName, recognise);
    }

    public ImportProfile withLayout(Layout written) {
        return new ImportProfile(name, label, target, format, written, time, columns, compose, constants, blank, ignore, fileName,
                recognise);
    }

    public ImportProfile withConstants(Map<String, String> values) {
        return new ImportProfile(name, label, target, format, layout, time, columns, compose, values, blank, ignore, fileName, recognise);
    }

    public ImportProfile withName(String newName) {
        return new ImportProfile(newName, label, target, format, layout, time, columns, compose, constants, blank, ignore, fileName,
                recognise);
    }

    /**
     * How the table is written down.
     *
     * @param encoding {@code auto} or the name of a character set
     * @param delimiter {@code auto} or the separator
     * @param header number of the header row, 0 when there is none (columns are numbers from 1 then)
     * @param decimal {@code auto}, {@code .} or {@code ,}
     * @param sheet name of the sheet of a workbook, empty for the first one with data
     */
    public record Layout(String encoding, String delimiter, int header, String decimal, String sheet) {

        /** Everything by content, header in row 1. */
        public static final Layout DEFAULT = new Layout(AUTO, AUTO, 1, AUTO, "");

        public Layout {
            Objects.requireNonNull(encoding);
            Objects.requireNonNull(delimiter);
            Objects.requireNonNull(decimal);
            Objects.requireNonNull(sheet);
            if (header < 0) {
                throw new IllegalArgumentException("the header row is a row number or 0, not " + header);
            }
        }

        public Layout withHeader(int row) {
            return new Layout(encoding, delimiter, row, decimal, sheet);
        }
    }

    /**
     * Time of a row.
     *
     * @param columns columns whose texts are joined by a blank
     * @param patterns patterns of {@link java.time.format.DateTimeFormatter}, tried in order; {@code epoch} and {@code epoch-ms} are seconds and milliseconds
     *        since 1970 in UTC; none means that the content decides
     * @param zone name of the zone of times without one, empty for that of the request
     * @param period length of the period that a row covers in seconds, 0 to find it from the times
     * @param date calendar day (ISO) of times that carry none
     * @param repeats what a second row of one object and time of day means when the times carry no date
     * @param overlap what an hour that occurs twice when clocks are set back means
     */
    public record TimeColumns(List<String> columns, List<String> patterns, String zone, int period, Optional<java.time.LocalDate> date,
            Repeats repeats,
            Overlap overlap) {

        public TimeColumns {
            columns = List.copyOf(columns);
            patterns = List.copyOf(patterns);
            Objects.requireNonNull(zone);
            Objects.requireNonNull(date);
            Objects.requireNonNull(repeats);
            Objects.requireNonNull(overlap);
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("the time of a row needs at least one column");
            }
        }

        public static TimeColumns of(List<String> columns, String... patterns) {
            return new TimeColumns(columns, List.of(patterns), "", 0, Optional.empty(), Repeats.NEXT_DAY, Overlap.IN_TURN);
        }
    }

    /** What a second row of one object at one time of day means when the file states no date. */
    public enum Repeats {
        /** It belongs to the following day. */
        NEXT_DAY,
        /** It is the same moment: the same values change nothing, others are a conflict. */
        SAME
    }

    /** What a local time means that occurs twice because the clocks are set back. */
    public enum Overlap {
        /** The first row of an object is the earlier moment, the second the later. */
        IN_TURN,
        /** Always the earlier moment. */
        EARLIER,
        /** Always the later moment. */
        LATER,
        /** Such rows are put into quarantine. */
        REJECT
    }

    /**
     * Meaning of a column.
     *
     * @param attribute attribute of the target class or name of a measurement
     * @param unit unit of the values in the file, empty for the attribute's own
     * @param scale factor applied after the unit, 1 for none
     * @param total for raw resource block counts: the column or the number that says how many there are, else empty
     * @param pattern pattern of dates and times in this column, else empty
     * @param values translation of values, the file's to the model's
     */
    public record Column(String attribute, String unit, double scale, String total, String pattern, Map<String, String> values) {

        public Column {
            Objects.requireNonNull(attribute);
            Objects.requireNonNull(unit);
            Objects.requireNonNull(total);
            Objects.requireNonNull(pattern);
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        public Column(String attribute, String unit) {
            this(attribute, unit, 1, "", "", Map.of());
        }

        public Column(String attribute) {
            this(attribute, "");
        }

        /** Is there nothing to say but the attribute? */
        public boolean plain() {
            return unit.isEmpty() && scale == 1 && total.isEmpty() && pattern.isEmpty() && values.isEmpty();
        }
    }

    /**
     * Signature of a family of files.
     *
     * @param headers column names that must all be there, whatever their case and punctuation
     * @param fileName regular expression that the file name must match, else empty
     */
    public record Signature(List<String> headers, String fileName) {

        public Signature {
            headers = List.copyOf(headers);
            Objects.requireNonNull(fileName);
        }
    }
}
