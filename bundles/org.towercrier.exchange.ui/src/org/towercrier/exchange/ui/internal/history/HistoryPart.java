package org.towercrier.exchange.ui.internal.history;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.osgi.service.event.Event;
import org.towercrier.exchange.Formats;
import org.towercrier.exchange.ImporterInfo;
import org.towercrier.exchange.ui.internal.ExchangeIds;
import org.towercrier.exchange.ui.internal.ImportPages;
import org.towercrier.exchange.ui.internal.Texts;
import org.towercrier.exchange.ui.internal.Widgets;
import org.towercrier.store.Store;
import org.towercrier.ui.Icon;
import org.towercrier.ui.Topics;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.TablePart;

import jakarta.inject.Inject;

/** The imports that stored something: when, who, how much; each leads to its quarantine report. */
public final class HistoryPart extends TablePart<BatchRow> {

    private final ImportPages pages;
    private final Texts texts;
    private Map<String, String> formats = Map.of();
    private Store store;
    private Label line;
    private Button open;

    @Inject
    public HistoryPart(PartSite site, ImportPages pages, Texts texts) {
        super(site);
        this.pages = pages;
        this.texts = texts;
    }

    @Inject
    void services(@Optional Store opened, @Optional Formats installed) {
        store = opened;
        formats = installed == null ? Map.of() : installed.importers().stream()
                .collect(Collectors.toMap(ImporterInfo::id, ImporterInfo::label, (a, b) -> a));
        changed();
    }

    @Inject
    @Optional
    void stored(@UIEventTopic(Topics.STORE_CHANGED) Event event) {
        if (event.getProperty(Topics.TABLES) instanceof String[] tables && Arrays.asList(tables).contains(ExchangeIds.TABLE_BATCHES)) {
            changed();
        }
    }

    @Override
    protected void createBar(Composite parent) {
        Composite head = Widgets.area(parent, 3, Widgets.MARGIN, Widgets.BAR_MARGIN);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        line = Widgets.line(head, "");
        open = Widgets.button(head, texts.get("Result_Open"), texts.get("History_Open_Tip"), this::openSelected);
        open.setEnabled(false);
        Widgets.button(head, texts.get("History_Import"), texts.get("History_Import_Tip"), pages::openImport);
    }

    @Override
    protected Control placeTable(StatePane parent) {
        parent.setEmpty(Icon.HISTORY, texts.get("Part_History"), texts.get("History_Empty")).button(texts.get("History_Import"),
                pages::openImport);
        return createTable(parent);
    }

    @Override
    protected void prepare(DataTable<BatchRow> table) {
        table.setKey(BatchRow::id);
        table.onOpen(batch -> batch.report().ifPresent(pages::openQuarantine));
        table.onSelection(selected -> open.setEnabled(selected.stream().anyMatch(batch -> batch.report().isPresent())));
    }

    @Override
    protected void refresh() {
        Store from = store;
        loader().load(cancellation -> rows(from == null ? List.of() : new HistoryLoader(from).load(cancellation)), this::showBatches);
    }

    private void showBatches(RowSet<BatchRow> rows) {
        show(rows);
        int count = rows.rows().size();
        Widgets.show(line, count == 0 ? "" : texts.get("History_Count", count));
    }

    @Override
    protected List<TableColumn<BatchRow>> columns() {
        return List.of(TableColumn.time("time", texts.get("History_Time"), BatchRow::time),
                TableColumn.<BatchRow>text("user", texts.get("History_User"), BatchRow::user).wide(120),
                TableColumn.<BatchRow>text("format", texts.get("Result_Format"), this::formats).wide(240),
                TableColumn.integer("files", texts.get("History_Files"), "", BatchRow::files),
                TableColumn.integer("refused", texts.get("History_Refused"), "", BatchRow::refused),
                TableColumn.integer("rows", texts.get("Result_Rows"), "", BatchRow::rows),
                TableColumn.integer("stored", texts.get("Result_New"), "", BatchRow::stored),
                TableColumn.integer("unchanged", texts.get("Result_Unchanged"), "", BatchRow::unchanged),
                TableColumn.integer("quarantined", texts.get("Result_Aside"), "", BatchRow::quarantined),
                TableColumn.integer("conflicts", texts.get("Result_Contradict"), "", BatchRow::conflicts),
                TableColumn.<BatchRow>text("report", texts.get("History_Report"),
                        batch -> batch.report().map(Path::getFileName).map(Path::toString).orElse("")).wide(240));
    }

    private String formats(BatchRow batch) {
        return Arrays.stream(batch.formats().split(",")).map(id -> formats.getOrDefault(id, id))
                .collect(Collectors.joining(", "));
    }

    private void openSelected() {
        table().selection().stream().flatMap(batch -> batch.report().stream()).findFirst().ifPresent(pages::openQuarantine);
    }
}
