package org.towercrier.exchange.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EClass;
import org.towercrier.exchange.FileReport;
import org.towercrier.store.MergeOutcome.Counts;

/** What happened to one file so far. Filled by the reading thread, completed by the storing thread after it. */
final class FileTally {

    private static final int MAX_WARNINGS = 50;

    private final int ordinal;
    private final String shown;
    private final QuarantineReport report;
    private final Set<String> warnings = new LinkedHashSet<>();
    private final List<Integer> objects = new ArrayList<>();
    private String format = "";
    private long rows;
    private long quarantined;
    private String firstBad = "";
    private long badLine = -1;
    private boolean badLinePending;
    private Counts counts = Counts.NONE;
    private Optional<EClass> counted = Optional.empty();
    private Optional<String> refused = Optional.empty();

    FileTally(int ordinal, String shown, QuarantineReport report) {
        this.ordinal = ordinal;
        this.shown = shown;
        this.report = report;
    }

    int ordinal() {
        return ordinal;
    }

    String shown() {
        return shown;
    }

    void format(String id) {
        format = id;
    }

    String format() {
        return format;
    }

    /** Rows of other classes than this are not counted from now on. */
    void countOnly(EClass type) {
        counted = Optional.of(type);
    }

    private boolean counts(EClass type) {
        return counted.isEmpty() || counted.get() == type;
    }

    /** A row of a class came to its end, good or bad. */
    void rowEnded(EClass type, long line) {
        if (counts(type)) {
            rowEnded(line);
        }
    }

    /** A row came to its end, good or bad. */
    void rowEnded(long line) {
        rows++;
        if (line == badLine) {
            badLinePending = false;
        }
    }

    /** A line whose trouble was told before any row came of it counts as a row of its own. */
    void quarantine(long line, String column, String value, String reason) {
        quarantined++;
        if (firstBad.isEmpty()) {
            firstBad = line > 0 ? Texts.text("File_AtLine", reason, Long.toString(line)) : reason;
        }
        report.add(this, line, column, value, reason);
    }

    /** As {@link #quarantine}, told by an importer: if no row ends on that line, the line was a row that never came to be. */
    void quarantineByImporter(long line, String column, String value, String reason) {
        if (line != badLine) {
            settle();
            badLine = line;
            badLinePending = true;
        }
        quarantine(line, column, value, reason);
    }

    /** Counts the last bad line. */
    void settle() {
        if (badLinePending) {
            rows++;
            badLinePending = false;
        }
    }

    void allQuarantined() {
        quarantined = Math.max(rows, quarantined);
    }

    void warn(String text) {
        if (warnings.size() < MAX_WARNINGS) {
            warnings.add(text);
        }
    }

    void usesObjects(List<Integer> ids) {
        objects.addAll(ids);
    }

    List<Integer> objects() {
        return objects;
    }

    void refuse(String reason) {
        refused = Optional.of(reason);
        report.add(this, 0, "", "", reason);
    }

    boolean isRefused() {
        return refused.isPresent();
    }

    long rows() {
        return rows;
    }

    long quarantined() {
        return quarantined;
    }

    String firstBad() {
        return firstBad;
    }

    /** What became of the rows of a class; conflicts of rows that are not counted are told all the same. */
    void merged(EClass type, Counts more) {
        counts = counts.plus(counts(type) ? more : new Counts(0, 0, 0, more.conflicts()));
    }

    FileReport toReport() {
        return new FileReport(shown, format, rows, counts.stored(), counts.unchanged(), quarantined, counts.conflicts(),
                List.copyOf(warnings), refused);
    }
}
