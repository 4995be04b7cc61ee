package org.towercrier.exchange.ui.internal.quarantine;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
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
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.osgi.service.event.Event;
import org.towercrier.exchange.ui.internal.ExchangeIds;
import org.towercrier.exchange.ui.internal.Texts;
import org.towercrier.exchange.ui.internal.Widgets;
import org.towercrier.store.Store;
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
import jakarta.inject.Named;

/** What was put aside by an import, row by row and counted by reason. */
public final class QuarantinePart {

    private static final String TABLE_STATE = "quarantine.table";

    private final ThemeTracker themes;
    private final UISynchronize ui;
    private final ReadJob reading = new ReadJob();
    private Texts texts;
    private volatile Store store;
    private volatile java.util.Optional<Path> wanted = java.util.Optional.empty();
    private volatile List<TableColumn<QuarantineEntry>> columns = List.of();
    private List<QuarantineReportFile> reports = List.of();
    private Composite root;
    private Combo chooser;
    private Button save;
    private Label line;
    private ReasonTable reasons;
    private DataTable<QuarantineEntry> table;

    @Inject
    public QuarantinePart(ThemeTracker themes, UISynchronize ui, Texts texts) {
        this.themes = themes;
        this.ui = ui;
        this.texts = texts;
    }

    @PostConstruct
    void build(Composite parent, MPart part) {
        root = Widgets.area(parent, 1, 16, 8);
        GridLayoutFactory.fillDefaults().margins(16, 8).spacing(0, 8).applyTo(root);
        fill();
        String saved = part.getPersistedState().get(TABLE_STATE);
        if (saved != null) {
            table.restoreState(saved);
        }
        reading.schedule();
    }

    @PersistState
    void remember(MPart part) {
        part.getPersistedState().put(TABLE_STATE, table.saveState());
    }

    @PreDestroy
    void close() {
        reading.cancel();
    }

    @Inject
    void workspace(@Optional Store open) {
        store = open;
        again();
    }

    @Inject
    void report(@Optional @Named(ExchangeIds.QUARANTINE_REPORT) Path report) {
        wanted = java.util.Optional.ofNullable(report);
        again();
    }

    /** A later import has a later report to choose. */
    @Inject
    @Optional
    void changed(@EventTopic(Topics.STORE_CHANGED) Event event) {
        if (event.getProperty(Topics.TABLES) instanceof String[] tables
                && Arrays.asList(tables).contains("import_batch")) {
            again();
        }
    }

    private void again() {
        if (root != null) {
            reading.cancel();
            reading.schedule();
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
            again();
        }
    }

    @Focus
    void focus() {
        table.setFocus();
    }

    private void fill() {
        Composite bar = Widgets.area(root, 5, 0, 0);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        Widgets.label(bar, texts.get("Quarantine_Report"));
        chooser = new Combo(bar, SWT.READ_ONLY);
        chooser.setVisibleItemCount(20);
        chooser.addSelectionListener(SelectionListener.widgetSelectedAdapter(
                event -> choose(reports.get(chooser.getSelectionIndex()).file())));
        GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER).hint(280, SWT.DEFAULT).applyTo(chooser);
        line = Widgets.line(bar, "");
        Widgets.button(bar, texts.get("Quarantine_Copy"), texts.get("Quarantine_Copy_Tip"), () -> table.copy());
        save = Widgets.button(bar, texts.get("Quarantine_Save"), texts.get("Quarantine_Save_Tip"), this::save);
        SashForm halves = new SashForm(root, SWT.HORIZONTAL);
        halves.setSashWidth(8);
        Widgets.page(halves);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(halves);
        reasons = new ReasonTable(halves, texts, this::onlyReason);
        columns = columns();
        table = new DataTable<>(halves, columns, UiMessages.of(texts.locale()), Dates.in(ZoneId.systemDefault()));
        themes.track(table);
        halves.setWeights(30, 70);
    }

    private List<TableColumn<QuarantineEntry>> columns() {
        return List.of(TableColumn.<QuarantineEntry>text("file", texts.get("Quarantine_File"), QuarantineEntry::shortFile)
                .wide(200),
                TableColumn.<QuarantineEntry>number("line", texts.get("Quarantine_Line"), "", 0,
                        entry -> entry.line() == 0 ? Double.NaN : entry.line()).wide(80),
                TableColumn.<QuarantineEntry>text("column", texts.get("Quarantine_Column"), QuarantineEntry::column)
                        .wide(140),
                TableColumn.<QuarantineEntry>text("value", texts.get("Quarantine_Value"), QuarantineEntry::value).wide(140),
                TableColumn.<QuarantineEntry>text("reason", texts.get("Quarantine_Reason"), QuarantineEntry::reason)
                        .wide(560),
                TableColumn.<QuarantineEntry>text("kind", texts.get("Quarantine_Kind"), QuarantineEntry::kind).wide(300)
                        .hidden(),
                TableColumn.<QuarantineEntry>text("path", texts.get("Quarantine_Path"), QuarantineEntry::file).wide(400)
                        .hidden());
    }

    private void onlyReason(java.util.Optional<ReasonCount> reason) {
        table.filter("kind", reason.map(count -> "=" + count.reason()).orElse(""));
    }

    private void choose(Path report) {
        wanted = java.util.Optional.of(report);
        again();
    }

    private void save() {
        FileDialog dialog = new FileDialog(root.getShell(), SWT.SAVE);
        dialog.setText(texts.get("Quarantine_Save_Tip"));
        dialog.setFileName("quarantine.csv");
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file == null) {
            return;
        }
        try (Writer out = Files.newBufferedWriter(Path.of(file), StandardCharsets.UTF_8)) {
            table.exportCsv(out);
        } catch (IOException unwritable) {
            Widgets.show(line, texts.get("Quarantine_Unwritable", file, String.valueOf(unwritable.getMessage())));
        }
    }

    private void show(List<QuarantineReportFile> found, java.util.Optional<QuarantineReportFile> chosen,
            java.util.Optional<Loaded> loaded, String said) {
        ui.asyncExec(() -> {
            if (root.isDisposed()) {
                return;
            }
            reports = found;
            Dates dates = Dates.in(ZoneId.systemDefault());
            String[] names = found.stream().map(report -> texts.get(
                    report.dryRun() ? "Quarantine_DryRunAt" : "Quarantine_ImportAt", dates.second(report.time())))
                    .toArray(String[]::new);
            if (!Arrays.equals(names, chooser.getItems())) {
                chooser.setItems(names);
            }
            chooser.setEnabled(names.length > 0);
            chosen.map(found::indexOf).ifPresent(chooser::select);
            Widgets.show(line, said);
            save.setEnabled(loaded.isPresent());
            loaded.filter(each -> each.rows().columns().equals(columns)).ifPresent(each -> {
                reasons.show(each.reasons(), each.total());
                table.filter("kind", "");
                table.setRows(each.rows());
            });
        });
    }

    private record Loaded(RowSet<QuarantineEntry> rows, List<ReasonCount> reasons, long total) {
    }

    /** Reads the list of reports and the one that is wanted, else the latest. */
    private final class ReadJob extends Job {

        ReadJob() {
            super("");
            setSystem(true);
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            Store from = store;
            Texts words = texts;
            List<TableColumn<QuarantineEntry>> into = columns;
            List<QuarantineReportFile> found = List.of();
            java.util.Optional<QuarantineReportFile> chosen = java.util.Optional.empty();
            try {
                found = from == null ? List.of() : QuarantineReportFile.list(from.info().location());
                java.util.Optional<Path> path = wanted;
                chosen = found.stream().filter(report -> path.filter(report.file()::equals).isPresent()).findFirst()
                        .or(() -> path.flatMap(QuarantineReportFile::of).filter(report -> Files.exists(report.file())));
                chosen = chosen.isPresent() || found.isEmpty() ? chosen : java.util.Optional.of(found.getFirst());
                if (chosen.isEmpty()) {
                    show(found, chosen, java.util.Optional.of(loaded(into, List.of(), List.of(), 0, words)),
                            words.get("Quarantine_Empty"));
                    return Status.OK_STATUS;
                }
                QuarantineContent content = QuarantineContent.read(chosen.get().file(), QuarantineContent.LIMIT,
                        monitor::isCanceled);
                String said = content.isComplete() ? words.get("Quarantine_Count", content.total())
                        : words.get("Quarantine_First", content.entries().size(), content.total());
                show(found, chosen, java.util.Optional.of(
                        loaded(into, content.entries(), content.reasons(), content.total(), words)), said);
            } catch (CancellationException stopped) {
                return Status.CANCEL_STATUS;
            } catch (IOException unreadable) {
                show(found, chosen, java.util.Optional.empty(),
                        words.get("Quarantine_Unreadable", String.valueOf(unreadable.getMessage())));
            }
            return Status.OK_STATUS;
        }

        private Loaded loaded(List<TableColumn<QuarantineEntry>> into, List<QuarantineEntry> entries,
                List<ReasonCount> counts, long total, Texts words) {
            return new Loaded(RowSet.of(into, entries, UiMessages.of(words.locale())), counts, total);
        }
    }
}
