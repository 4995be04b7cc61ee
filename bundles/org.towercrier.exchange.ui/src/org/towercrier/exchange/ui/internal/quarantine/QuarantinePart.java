package org.towercrier.exchange.ui.internal.quarantine;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.jface.layout.GridDataFactory;
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
import org.towercrier.exchange.ui.internal.ImportPages;
import org.towercrier.exchange.ui.internal.Texts;
import org.towercrier.exchange.ui.internal.Widgets;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.ui.Icon;
import org.towercrier.ui.Topics;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.kit.Trouble;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.view.ExplainedException;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.TablePart;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What was put aside by an import, row by row and counted by reason. */
public final class QuarantinePart extends TablePart<QuarantineEntry> {

    private static final int CHOOSER_WIDTH = 280;

    private final Texts texts;
    private final ImportPages pages;
    private Store store;
    private Optional<Path> wanted = Optional.empty();
    private List<QuarantineReportFile> reports = List.of();
    private Combo chooser;
    private Button save;
    private Label line;
    private ReasonTable reasons;

    @Inject
    public QuarantinePart(PartSite site, Texts texts, ImportPages pages) {
        super(site);
        this.texts = texts;
        this.pages = pages;
    }

    @Inject
    void workspace(@org.eclipse.e4.core.di.annotations.Optional Store open) {
        store = open;
        changed();
    }

    @Inject
    void report(@org.eclipse.e4.core.di.annotations.Optional @Named(ExchangeIds.QUARANTINE_REPORT) Path report) {
        wanted = Optional.ofNullable(report);
        changed();
    }

    /** A later import has a later report to choose. */
    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void stored(@UIEventTopic(Topics.STORE_CHANGED) Event event) {
        if (event.getProperty(Topics.TABLES) instanceof String[] tables && Arrays.asList(tables).contains(ExchangeIds.TABLE_BATCHES)) {
            changed();
        }
    }

    @Override
    protected void createBar(Composite parent) {
        Composite bar = Widgets.area(parent, 5, Widgets.MARGIN, Widgets.BAR_MARGIN);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        Widgets.label(bar, texts.get("Quarantine_Report"));
        chooser = new Combo(bar, SWT.READ_ONLY);
        chooser.setVisibleItemCount(20);
        chooser.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            wanted = Optional.of(reports.get(chooser.getSelectionIndex()).file());
            refresh();
        }));
        GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER).hint(CHOOSER_WIDTH, SWT.DEFAULT).applyTo(chooser);
        line = Widgets.line(bar, "");
        Widgets.button(bar, texts.get("Quarantine_Copy"), texts.get("Quarantine_Copy_Tip"), () -> table().copy());
        save = Widgets.button(bar, texts.get("Quarantine_Save"), texts.get("Quarantine_Save_Tip"), this::save);
    }

    @Override
    protected Control placeTable(StatePane parent) {
        parent.setEmpty(Icon.WARNING, texts.get("Part_Quarantine"), texts.get("Quarantine_Empty")).button(texts.get("History_Import"),
                pages::openImport);
        SashForm halves = new SashForm(parent, SWT.HORIZONTAL);
        halves.setSashWidth(8);
        Widgets.page(halves);
        reasons = new ReasonTable(halves, texts, this::onlyReason);
        createTable(halves);
        halves.setWeights(26, 74);
        return halves;
    }

    @Override
    protected void prepare(DataTable<QuarantineEntry> table) {
        // rows have no key: a selection does not outlive another report
    }

    @Override
    protected List<TableColumn<QuarantineEntry>> columns() {
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

    /** A report as it is shown; the content is absent when there is no report. */
    private record Loaded(ReportChoice choice, Optional<QuarantineContent> content, RowSet<QuarantineEntry> rows) {
    }

    @Override
    protected void refresh() {
        Optional<Path> workspace = Optional.ofNullable(store).map(open -> open.info().location());
        Optional<Path> path = wanted;
        loader().load(cancellation -> load(workspace, path, cancellation), this::show);
    }

    private Loaded load(Optional<Path> workspace, Optional<Path> path, Cancellation cancellation) throws IOException, ExplainedException {
        ReportChoice choice = ReportChoice.of(workspace, path);
        if (choice.chosen().isEmpty()) {
            return new Loaded(choice, Optional.empty(), rows(List.of()));
        }
        Path file = choice.chosen().get().file();
        try {
            QuarantineContent content = QuarantineContent.read(file, QuarantineContent.LIMIT, cancellation::cancelled);
            return new Loaded(choice, Optional.of(content), rows(content.entries()));
        } catch (IOException unreadable) {
            throw new ExplainedException(texts.get("Quarantine_Unreadable", file), texts.get("Quarantine_Unreadable_Remedy"), unreadable);
        }
    }

    private void show(Loaded loaded) {
        reports = loaded.choice().reports();
        String[] names = reports.stream().map(report -> texts.get(report.dryRun() ? "Quarantine_DryRunAt" : "Quarantine_ImportAt",
                site().dates().second(report.time()))).toArray(String[]::new);
        if (!Arrays.equals(names, chooser.getItems())) {
            chooser.setItems(names);
        }
        chooser.setEnabled(names.length > 0);
        loaded.choice().chosen().map(reports::indexOf).ifPresent(chooser::select);
        save.setEnabled(loaded.content().isPresent());
        Widgets.show(line, loaded.content().map(this::counted).orElse(""));
        reasons.show(loaded.content().map(QuarantineContent::reasons).orElse(List.of()),
                loaded.content().map(QuarantineContent::total).orElse(0L));
        table().filter("kind", "");
        show(loaded.rows());
    }

    private String counted(QuarantineContent content) {
        return content.isComplete() ? texts.get("Quarantine_Count", content.total())
                : texts.get("Quarantine_First", content.entries().size(), content.total());
    }

    private void onlyReason(Optional<ReasonCount> reason) {
        table().filter("kind", reason.map(count -> "=" + count.reason()).orElse(""));
    }

    private void save() {
        FileDialog dialog = new FileDialog(pane().getShell(), SWT.SAVE);
        dialog.setText(texts.get("Quarantine_Save_Tip"));
        dialog.setFileName("quarantine.csv");
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file == null) {
            return;
        }
        try (Writer out = Files.newBufferedWriter(Path.of(file), StandardCharsets.UTF_8)) {
            table().exportCsv(out);
            Widgets.show(line, texts.get("Quarantine_Saved", file));
        } catch (IOException unwritable) {
            pane().showTrouble(Trouble.of(texts.get("Quarantine_Unwritable", file), texts.get("Unwritable_Remedy"), unwritable),
                    this::refresh);
        }
    }
}
