package org.towercrier.exchange.ui.internal.page;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.towercrier.exchange.FileReport;
import org.towercrier.exchange.ui.internal.Texts;
import org.towercrier.exchange.ui.internal.Widgets;
import org.towercrier.ui.Icon;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.kit.Trouble;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.view.PartSite;

/** How far the run is, and what became of each file. */
final class ResultPane extends Composite {

    private static final int STEPS = 1_000;

    private final Texts texts;
    private final PartSite site;
    private final Actions actions;
    private final StatePane faces;
    private final Label line;
    private final ProgressBar bar;
    private final Button cancel;
    private final Button quarantine;
    private final DataTable<FileReport> table;
    private final List<TableColumn<FileReport>> columns;
    private Outcome shown = new Outcome.None();
    private List<Path> sources = List.of();

    /** What the buttons do. */
    interface Actions {

        void cancel();

        void openQuarantine(Path report);

        void openHistory();

        /** Does the last run again. */
        void again(boolean withoutStoring);
    }

    ResultPane(Composite parent, Texts texts, Words words, PartSite site, Actions actions) {
        super(parent, SWT.NONE);
        this.texts = texts;
        this.site = site;
        this.actions = actions;
        Widgets.page(this);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(this);
        Composite head = Widgets.area(this, 5, 0, 0);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        line = Widgets.line(head, "");
        bar = new ProgressBar(head, SWT.SMOOTH | SWT.HORIZONTAL);
        bar.setMaximum(STEPS);
        GridDataFactory.swtDefaults().hint(160, 8).applyTo(bar);
        cancel = Widgets.button(head, texts.get("Run_Cancel"), texts.get("Run_Cancel_Tip"), actions::cancel);
        quarantine = Widgets.button(head, texts.get("Result_Open"), texts.get("Result_Open_Tip"),
                () -> report().ifPresent(actions::openQuarantine));
        Widgets.button(head, texts.get("Result_History"), texts.get("Result_History_Tip"), actions::openHistory);
        columns = columns(texts, words);
        faces = new StatePane(this, site.messages(), site.themes());
        faces.setEmpty(Icon.HISTORY, texts.get("Result_None_Title"), texts.get("Result_None"));
        table = new DataTable<>(faces, columns, site.messages(), site.dates());
        faces.setContent(table);
        table.setKey(FileReport::file);
        table.onOpen(file -> report().ifPresent(actions::openQuarantine));
        GridDataFactory.fillDefaults().grab(true, true).hint(400, 100).applyTo(faces);
        site.track(table);
        faces.showEmpty();
    }

    private List<TableColumn<FileReport>> columns(Texts texts, Words words) {
        return List.of(
                TableColumn.<FileReport>text("file", texts.get("Result_File"), file -> names(file).name()).wide(180),
                TableColumn.<FileReport>choice("state", texts.get("Result_State"), words.states(),
                        file -> words.state(FileState.of(file))).wide(190)
                        .marked(file -> Optional.of(FileState.of(file).severity())),
                TableColumn.<FileReport>text("folder", texts.get("Result_Folder"), file -> names(file).folder()).wide(200),
                TableColumn.text("format", texts.get("Result_Format"), file -> words.format(file.format())),
                TableColumn.integer("rows", texts.get("Result_Rows"), "", FileReport::rows),
                TableColumn.integer("stored", texts.get("Result_New"), "", FileReport::stored),
                TableColumn.integer("unchanged", texts.get("Result_Unchanged"), "", FileReport::unchanged),
                TableColumn.integer("quarantined", texts.get("Result_Aside"), "", FileReport::quarantined),
                TableColumn.integer("conflicts", texts.get("Result_Contradict"), "", FileReport::conflicts),
                TableColumn.<FileReport>text("remarks", texts.get("Result_Remarks"), words::remarks).wide(600));
    }

    private FileNames names(FileReport file) {
        return FileNames.of(sources, file.file());
    }

    void show(ImportState state, Words words) {
        Optional<Running> running = state.running();
        // That there is no result yet, or none at all, the pane below says.
        boolean saidBelow = state.outcome() instanceof Outcome.None || state.outcome() instanceof Outcome.Failed;
        Widgets.show(line, running.isPresent() ? words.progress(running) : saidBelow ? "" : words.outcome(state.outcome()));
        bar.setVisible(running.isPresent());
        bar.setSelection((int) (running.map(Running::share).orElse(0.0) * STEPS));
        cancel.setEnabled(running.isPresent());
        if (!shown.equals(state.outcome())) {
            shown = state.outcome();
            sources = state.draft().sources();
            List<FileReport> files = shown instanceof Outcome.Finished finished ? finished.report().files() : List.of();
            table.setRows(RowSet.of(columns, files, site.messages()));
            showFace();
        }
        quarantine.setEnabled(report().isPresent());
    }

    private void showFace() {
        switch (shown) {
            case Outcome.Failed failed -> faces.showTrouble(
                    new Trouble(failed.reason(), texts.get("Result_Failed_Remedy"), failed.detail()), () -> actions.again(failed.dryRun()));
            case Outcome.Finished finished -> faces.showContent();
            case Outcome.None none -> faces.showEmpty();
            case Outcome.Cancelled cancelled -> faces.showEmpty();
        }
    }

    private Optional<Path> report() {
        return shown instanceof Outcome.Finished finished ? finished.report().quarantine() : Optional.empty();
    }
}
