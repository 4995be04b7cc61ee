package org.towercrier.capacity.ui.internal.handover;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.towercrier.capacity.handover.HandOver.Note;
import org.towercrier.capacity.handover.HandOver.OpenAlarm;
import org.towercrier.capacity.handover.HandOver.Version;
import org.towercrier.capacity.ui.internal.CapacityIds;
import org.towercrier.capacity.ui.internal.Navigation;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.CellInfo;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.theme.Severity;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/** A note to be read and amended: its text now and before, and the alarms that were open when it was written. */
@Creatable
public final class NoteSheet {

    private record Row(OpenAlarm alarm, String cell) {
    }

    private final Texts texts;
    private final SharedSelection selection;
    private final Navigation navigation;
    private List<TableColumn<Row>> columns = List.of();
    private NoteText text;
    private DataTable<Row> table;
    private PartSite site;

    @Inject
    public NoteSheet(Texts texts, SharedSelection selection, Navigation navigation) {
        this.texts = texts;
        this.selection = selection;
        this.navigation = navigation;
    }

    /** @param amending is told what a note is to say from now on */
    void create(Composite parent, PartSite partSite, BiConsumer<Note, String> amending) {
        site = partSite;
        Composite sheet = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(sheet);
        text = new NoteText(sheet, texts, site.dates(), amending);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        columns = List.of(
                TableColumn.<Row>severity("severity", texts.get("Column_Severity"),
                        row -> Severity.named(row.alarm().severity().getLiteral())),
                TableColumn.<Row>text("cell", texts.get("Column_Cell"), Row::cell).wide(150),
                TableColumn.<Row>text("problem", texts.get("Column_Problem"), row -> row.alarm().problem()).wide(220),
                TableColumn.<Row>time("raised", texts.get("Column_Raised"), row -> Optional.of(row.alarm().raised())),
                TableColumn.<Row>text("acknowledged", texts.get("Column_AcknowledgedBy"), row -> row.alarm().acknowledgedBy().orElse("")),
                TableColumn.<Row>text("assigned", texts.get("Column_AssignedTo"), row -> row.alarm().assignedTo().orElse("")));
        table = new DataTable<>(sheet, columns, site.messages(), site.dates());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        table.setKey(row -> row.alarm().alarm());
        table.onSelection(this::select);
        table.onOpen(row -> navigation.show(CapacityIds.PART_EVIDENCE));
        site.track(table);
    }

    /** @param versions what the note said, newest first */
    void show(Optional<Note> note, List<Version> versions, Map<String, CellInfo> cells) {
        text.show(note, versions);
        List<Row> rows = note.map(Note::alarms).orElse(List.of()).stream().map(alarm -> new Row(alarm,
                Optional.ofNullable(cells.get(alarm.cell())).map(CellInfo::name).orElse(alarm.cell()))).toList();
        table.setRows(RowSet.of(columns, rows, site.messages()));
    }

    private void select(List<Row> rows) {
        if (!rows.isEmpty()) {
            selection.cells(new CellSelection(rows.stream().map(row -> row.alarm().cell()).distinct().toList(), this));
            selection.alarm(rows.getLast().alarm().alarm());
        }
    }
}
