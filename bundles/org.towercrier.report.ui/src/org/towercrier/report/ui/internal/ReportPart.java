package org.towercrier.report.ui.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.towercrier.report.ReportException;
import org.towercrier.report.ReportKind;
import org.towercrier.report.ReportRequest;
import org.towercrier.report.Reports;
import org.towercrier.store.StoreException;
import org.towercrier.ui.Icon;
import org.towercrier.ui.kit.Buttons;
import org.towercrier.ui.kit.EmptyState;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.view.ExplainedException;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.TablePart;

import jakarta.inject.Inject;

/** Writes a report of an installed kind to a file, as a page or a workbook, and opens it. */
public final class ReportPart extends TablePart<Written> {

    private static final String FOLDER = "folder";
    private static final int KIND_WIDTH = 220;
    private static final int SUBJECT_WIDTH = 140;
    private static final int LEAST_WIDTH = 90;

    private final Texts texts;
    private final WrittenReports written;
    private Reports reports;
    private List<ReportKind> kinds = List.of();
    private int kind;
    private Combo chooser;
    private Combo period;
    private Text subject;
    private Button write;
    private Button open;
    private Label line;

    @Inject
    public ReportPart(PartSite site, Texts texts, WrittenReports written) {
        super(site);
        this.texts = texts;
        this.written = written;
    }

    @Inject
    void reports(@org.eclipse.e4.core.di.annotations.Optional Reports service) {
        reports = service;
        changed();
    }

    @Override
    protected void createBar(Composite parent) {
        Composite bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        new Label(bar, SWT.NONE).setText(texts.get("Report_Kind"));
        chooser = new Combo(bar, SWT.READ_ONLY);
        // Where there is little room these two give way, so that the buttons stay whole.
        GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).minSize(LEAST_WIDTH, SWT.DEFAULT)
                .hint(KIND_WIDTH, SWT.DEFAULT).applyTo(chooser);
        chooser.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> kind = chooser.getSelectionIndex()));
        new Label(bar, SWT.NONE).setText(texts.get("Report_Period"));
        period = new Combo(bar, SWT.READ_ONLY);
        period.setItems(Arrays.stream(Period.values()).map(each -> each.label(texts)).toArray(String[]::new));
        period.select(0);
        new Label(bar, SWT.NONE).setText(texts.get("Report_Subject"));
        subject = new Text(bar, SWT.BORDER);
        subject.setToolTipText(texts.get("Report_Subject_Tip"));
        GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).minSize(LEAST_WIDTH, SWT.DEFAULT)
                .hint(SUBJECT_WIDTH, SWT.DEFAULT).applyTo(subject);
        write = Buttons.push(bar, texts, "Report_Write", this::write);
        line = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(10, SWT.DEFAULT).applyTo(line);
        open = Buttons.push(bar, texts, "Report_Open", () -> table().selection().stream().findFirst().ifPresent(this::open));
        open.setEnabled(false);
        GridLayoutFactory.fillDefaults().numColumns(bar.getChildren().length).margins(8, 4).spacing(8, 0).applyTo(bar);
    }

    @Override
    protected Control placeTable(StatePane parent) {
        return createTable(parent);
    }

    @Override
    protected List<TableColumn<Written>> columns() {
        return List.of(TableColumn.time("time", texts.get("Report_Time"), report -> Optional.of(report.time())),
                TableColumn.<Written>text("kind", texts.get("Report_Kind"), Written::kind).wide(200),
                TableColumn.<Written>text("file", texts.get("Report_File"), Written::name).wide(240),
                TableColumn.<Written>text("folder", texts.get("Report_Folder"), Written::folder).wide(480));
    }

    @Override
    protected void prepare(DataTable<Written> table) {
        table.setKey(Written::file);
        table.onOpen(this::open);
        table.onSelection(selected -> open.setEnabled(selected.size() == 1));
    }

    @Override
    protected void refresh() {
        kinds = reports == null ? List.of() : reports.kinds();
        chooser.setItems(kinds.stream().map(this::label).toArray(String[]::new));
        kind = Math.clamp(kind, 0, Math.max(0, kinds.size() - 1));
        chooser.select(kind);
        write.setEnabled(!kinds.isEmpty());
        EmptyState nothing = pane().setEmpty(Icon.REPORT, texts.get("Empty_Title"),
                texts.get(kinds.isEmpty() ? "Empty_NoKinds" : "Empty_Written"));
        if (!kinds.isEmpty()) {
            nothing.button(texts.get("Report_Write"), this::write);
        }
        show(cancellation -> written.all());
    }

    /** Kinds name themselves as in the middle of a sentence. */
    private String label(ReportKind each) {
        String label = each.label(site().locale());
        return label.substring(0, 1).toUpperCase(site().locale()) + label.substring(1);
    }

    private void write() {
        ReportKind chosen = kinds.get(kind);
        FileDialog dialog = new FileDialog(pane().getShell(), SWT.SAVE);
        dialog.setText(texts.get("Report_Write_Tip"));
        dialog.setFilterExtensions(Reports.FORMATS.stream().map(format -> "*." + format).toArray(String[]::new));
        dialog.setFilterNames(new String[]{ texts.get("Filter_Html"), texts.get("Filter_Xlsx") });
        dialog.setFileName(chosen.id() + "." + Reports.FORMATS.getFirst());
        dialog.setOverwrite(true);
        site().remembered(FOLDER).ifPresent(dialog::setFilterPath);
        String name = dialog.open();
        if (name != null) {
            Path file = withFormat(Path.of(name), Reports.FORMATS.get(Math.max(0, dialog.getFilterIndex())));
            site().remember(FOLDER, String.valueOf(file.getParent()));
            write(chosen, file);
        }
    }

    /** Whoever chooses the workbook in the dialog need not type its ending. */
    private static Path withFormat(Path file, String format) {
        String name = String.valueOf(file.getFileName());
        return Reports.FORMATS.stream().anyMatch(known -> name.endsWith("." + known)) ? file : file.resolveSibling(name + "." + format);
    }

    /** Writes a report; the pane says what stands in the way. */
    void write(ReportKind chosen, Path file) {
        Reports service = reports;
        String label = label(chosen);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<String> about = Arrays.stream(subject.getText().strip().split("[\\s,;]+")).filter(id -> !id.isEmpty()).toList();
        ReportRequest request = ReportRequest.of(site().locale(), site().zone(), now)
                .between(Period.values()[period.getSelectionIndex()].since(now), Optional.empty()).about(about);
        loader().load(cancellation -> {
            write(service, chosen, request, file);
            return new Written(label, file, now);
        }, report -> {
            written.add(report);
            line.setText(texts.get("Report_Written", file));
            line.setToolTipText(file.toString());
            show(cancellation -> written.all());
            open(report);
        });
    }

    private void write(Reports service, ReportKind chosen, ReportRequest request, Path file)
            throws ReportException, StoreException, ExplainedException {
        try {
            service.write(service.compose(chosen.id(), request), request, file);
        } catch (IOException unwritable) {
            throw new ExplainedException(texts.get("Report_Unwritable", file), texts.get("Report_Unwritable_Remedy"), unwritable);
        }
    }

    private void open(Written report) {
        if (!Program.launch(report.file().toString())) {
            line.setText(texts.get("Report_NotOpened", report.name(), report.folder()));
            line.setToolTipText(report.file().toString());
        }
    }
}
