package org.towercrier.ui;

import java.util.Objects;
import java.util.Optional;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.MApplication;

import jakarta.inject.Inject;

/**
 * The selection that all views share: a cell picked on the map is the cell of the alarm list, the chart and the
 * customers. It lives in the context of the application, so that every part sees it, also one that opens later.
 *
 * <p>Parts have this class injected to set the selection, and follow it with
 * {@snippet :
 * @Inject
 * @Optional
 * private void cellsSelected(@Named(SharedSelection.CELLS) CellSelection selection) {
 *     // leave the own echo alone: selection.isFrom(this)
 * }
 * }
 */
@Creatable
public final class SharedSelection {

    /** Name of the context variable that holds a {@link CellSelection}. */
    public static final String CELLS = "org.towercrier.selection.cells";
    /** Name of the context variable that holds the id of an alarm, a {@code String}. */
    public static final String ALARM = "org.towercrier.selection.alarm";
    /** Name of the context variable that holds a {@link SegmentSelection}. */
    public static final String SEGMENT = "org.towercrier.selection.segment";
    /** Name of the context variable that holds a {@link CustomerSelection}. */
    public static final String CUSTOMERS = "org.towercrier.selection.customers";

    private final IEclipseContext context;

    @Inject
    public SharedSelection(MApplication application) {
        this(application.getContext());
    }

    /** A selection kept in {@code context}, for tests and for windows without an application model. */
    public SharedSelection(IEclipseContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    /** Selects cells; setting the same cells again tells nobody. */
    public void cells(CellSelection selection) {
        if (cells().filter(old -> old.cellIds().equals(selection.cellIds())).isEmpty()) {
            context.set(CELLS, selection);
        }
    }

    /** The selected cells, absent when nobody has selected any yet. */
    public Optional<CellSelection> cells() {
        return Optional.ofNullable((CellSelection) context.get(CELLS));
    }

    /** Selects an alarm. */
    public void alarm(String alarmId) {
        if (!alarmId.equals(context.get(ALARM))) {
            context.set(ALARM, alarmId);
        }
    }

    /** Selects no alarm. */
    public void clearAlarm() {
        context.set(ALARM, null);
    }

    /** Id of the selected alarm. */
    public Optional<String> alarm() {
        return Optional.ofNullable((String) context.get(ALARM));
    }

    /** Selects a group of customers; setting the same again tells nobody. */
    public void segment(SegmentSelection selection) {
        if (segment().filter(selection::isSame).isEmpty()) {
            context.set(SEGMENT, selection);
        }
    }

    /** The selected group of customers, absent when nobody has selected any yet. */
    public Optional<SegmentSelection> segment() {
        return Optional.ofNullable((SegmentSelection) context.get(SEGMENT));
    }

    /** Selects customers; setting the same again tells nobody. */
    public void customers(CustomerSelection selection) {
        if (customers().filter(old -> old.customerIds().equals(selection.customerIds())).isEmpty()) {
            context.set(CUSTOMERS, selection);
        }
    }

    /** The selected customers, absent when nobody has selected any yet. */
    public Optional<CustomerSelection> customers() {
        return Optional.ofNullable((CustomerSelection) context.get(CUSTOMERS));
    }
}
