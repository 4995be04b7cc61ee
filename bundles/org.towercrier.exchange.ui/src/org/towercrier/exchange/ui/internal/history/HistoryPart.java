package org.towercrier.exchange.ui.internal.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.di.extensions.EventTopic;
import org.eclipse.e4.core.services.nls.ILocaleChangeService;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.PersistState;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.osgi.service.event.Event;
import org.towercrier.exchange.Formats;
import org.towercrier.exchange.ImporterInfo;
import org.towercrier.exchange.ui.internal.ExchangeIds;
import org.towercrier.exchange.ui.internal.Pages;
import org.towercrier.exchange.ui.internal.Texts;
import org.towercrier.exchange.ui.internal.Widgets;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.ui.Topics;
import org.towercrier.ui.kit.Dates;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.theme.ThemeTracker;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** The imports that stored something: when, who, how much; each leads to its quarantine report. */
public final class HistoryPart {

    private static final String TABLE_STATE = "history.table";
    private static final String TABLE = "import_batch";
    private static final long COALESCE_MILLIS = 200;

    private final Pages pages;
    private final ThemeTracker themes;
    private final UISynchronize ui;
    private final Job loading = Job.createSystem("", (ICoreRunnable) monitor -> load());
    private Texts texts;
    private Map<String, String> formats = Map.of();
    private volatile Store store;
    private volatile List<TableColumn<BatchRow>> columns = List.of();
    private Composite root;
    private Label line;
    private Button open;
    private DataTable<BatchRow> table;

    @Inject
    public HistoryPart(Pages pages, ThemeTracker themes, UISynchronize ui, Texts texts) {
        this.pages = pages;
        this.themes = themes;
        this.ui = ui;
        this.texts = texts;
    }

    @PostConstruct
    void build(Composite parent, MPart part) {
        root = Widgets.area(parent, 1, 16, 8);
        GridLayoutFactory.fillDefaults().margins(16, 8).spacing(0, 4).applyTo(root);
        fill();
        String saved = part.getPersistedState().get(TABLE_STATE);
        if (saved != null) {
            table.restoreState(saved);
        }
        loading.schedule();
    }

    @PersistState
    void remember(MPart part) {
        part.getPersistedState().put(TABLE_STATE, table.saveState());
    }

    @PreDestroy
    void close() {
        loading.cancel();
    }

    @Inject
    void services(@Optional Store opened, @Optional Formats installed) {
        store = opened;
        formats = installed == null ? Map.of() : installed.importers().stream()
                .collect(Collectors.toMap(ImporterInfo::id, ImporterInfo::label, (a, b) -> a));
        loading.schedule(COALESCE_MILLIS);
    }

    @Inject
    @Optional
    void changed(@EventTopic(Topics.STORE_CHANGED) Event event) {
        if (event.getProperty(Topics.TABLES) instanceof String[] tables && Arrays.asList(tables).contains(TABLE)) {
            loading.schedule(COALESCE_MILLIS);
        }
    }

    @Inject
    @Optional
    void languageChanged(@UIEventTopic(ILocaleChangeService.LOCALE_CHANGE) Locale locale) {
        if (root != null && !root.isDisposed()) {
            texts = new Texts(locale);
            for (Control child : root.getChildren()) {
                child.dispose();
            }
            fill();
            root.layout(true, true);
            loading.schedule();
        }
    }

    @Focus
    void focus() {
        table.setFocus();
    }

    private void fill() {
        Composite head = Widgets.area(root, 3, 0, 0);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        line = Widgets.line(head, "");
        open = Widgets.button(head, texts.get("Result_Open"), texts.get("History_Open_Tip"), this::openSelected);
        open.setEnabled(false);
        Widgets.button(head, texts.get("History_Import"), texts.get("History_Import_Tip"),
                () -> pages.open(ExchangeIds.PART_IMPORT));
        columns = columns();
        table = new DataTable<>(root, columns, UiMessages.of(texts.locale()), Dates.in(ZoneId.systemDefault()));
        table.setKey(BatchRow::id);
        table.onOpen(batch -> batch.report().ifPresent(pages::openQuarantine));
        table.onSelection(selected -> open.setEnabled(selected.stream().anyMatch(batch -> batch.report().isPresent())));
        GridDataFactory.fillDefaults().grab(true, true).hint(400, 200).applyTo(table);
        themes.track(table);
    }

    private List<TableColumn<BatchRow>> columns() {
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
        table.selection().stream().flatMap(batch -> batch.report().stream()).findFirst().ifPresent(pages::openQuarantine);
    }

    private void load() {
        Store from = store;
        List<TableColumn<BatchRow>> into = columns;
        if (into.isEmpty()) {
            return;
        }
        try {
            List<BatchRow> batches = from == null ? List.of() : new HistoryLoader(from).load();
            RowSet<BatchRow> rows = RowSet.of(into, batches, UiMessages.of(texts.locale()));
            show(texts.get(batches.isEmpty() ? "History_Empty" : "History_Count", batches.size()), java.util.Optional.of(rows));
        } catch (StoreException | IOException trouble) {
            show(texts.get("History_Trouble", trouble.getMessage()), java.util.Optional.empty());
        }
    }

    private void show(String said, java.util.Optional<RowSet<BatchRow>> rows) {
        ui.asyncExec(() -> {
            if (!root.isDisposed()) {
                Widgets.show(line, said);
                rows.filter(loaded -> loaded.columns().equals(columns)).ifPresent(table::setRows);
            }
        });
    }
}
