package org.towercrier.exchange.ui.internal.page;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.towercrier.exchange.Survey.FileSurvey;
import org.towercrier.exchange.TablePreview;
import org.towercrier.exchange.ui.internal.Texts;
import org.towercrier.exchange.ui.internal.Widgets;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.kit.Trouble;
import org.towercrier.ui.view.PartSite;

/** What the files were taken for, and the beginning of the one that is selected. */
final class FoundPane extends Composite {

    private static final int NAME_WIDTH = 190;
    private static final int WIDEST = 320;
    private static final int NARROWEST = 60;

    private final Texts texts;
    private final StatePane faces;
    private final Runnable again;
    private final Table files;
    private final Label summary;
    private final Label how;
    private final Label mapping;
    private final Table rows;
    private Look look = new Look.Nothing();
    private Words words;
    private List<Path> sources = List.of();

    FoundPane(Composite parent, Texts texts, PartSite site, Runnable again) {
        super(parent, SWT.NONE);
        this.texts = texts;
        this.again = again;
        Widgets.page(this);
        GridLayoutFactory.fillDefaults().applyTo(this);
        faces = new StatePane(this, site.messages(), site.themes());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(faces);
        SashForm halves = new SashForm(faces, SWT.HORIZONTAL);
        faces.setContent(halves);
        halves.setSashWidth(8);
        Widgets.page(halves);
        Composite left = Widgets.area(halves, 1, 0, 0);
        summary = Widgets.line(left, "");
        files = table(left, SWT.VIRTUAL);
        column(files, texts.get("Found_File"), NAME_WIDTH, SWT.LEFT);
        column(files, texts.get("Found_Format"), 170, SWT.LEFT);
        column(files, texts.get("Found_Becomes"), 120, SWT.LEFT);
        column(files, texts.get("Found_Size"), 70, SWT.RIGHT);
        column(files, texts.get("Result_Folder"), 260, SWT.LEFT);
        files.addListener(SWT.SetData, event -> fill((TableItem) event.item, event.index));
        files.addListener(SWT.Selection, event -> preview());
        Composite right = Widgets.area(halves, 1, 0, 0);
        how = Widgets.line(right, "");
        mapping = Widgets.line(right, "");
        rows = table(right, SWT.NONE);
        halves.setWeights(50, 50);
    }

    private static Table table(Composite parent, int style) {
        Table table = new Table(parent, style | SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        table.setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(200, 80).applyTo(table);
        return table;
    }

    private static void column(Table table, String label, int width, int alignment) {
        TableColumn column = new TableColumn(table, alignment);
        column.setText(label);
        column.setWidth(width);
        column.setMoveable(true);
        column.setToolTipText(label);
    }

    void show(ImportState state, Words now) {
        boolean same = look.equals(state.look()) && words != null;
        look = state.look();
        sources = state.draft().sources();
        words = now;
        Widgets.show(summary, now.found(look, state.isLooking()));
        faces.setLoading(state.isLooking());
        if (look instanceof Look.Failed failed && !state.isLooking()) {
            faces.showTrouble(new Trouble(failed.reason(), texts.get("Found_Failed_Remedy"), ""), again);
        } else if (!state.isLooking()) {
            faces.showContent();
        }
        if (same) {
            return;
        }
        List<FileSurvey> found = found();
        int selected = Math.clamp(files.getSelectionIndex(), 0, Math.max(0, found.size() - 1));
        files.setItemCount(found.size());
        files.clearAll();
        if (!found.isEmpty()) {
            files.setSelection(selected);
        }
        preview();
    }

    /** The file whose beginning is shown. */
    Optional<FileSurvey> selected() {
        int index = files.getSelectionIndex();
        List<FileSurvey> found = found();
        return index < 0 || index >= found.size() ? Optional.empty() : Optional.of(found.get(index));
    }

    private List<FileSurvey> found() {
        return look instanceof Look.Found it ? it.survey().files() : List.of();
    }

    private void fill(TableItem item, int index) {
        FileSurvey file = found().get(index);
        FileNames names = FileNames.of(sources, file.file());
        item.setText(new String[]{ names.name(), words.reader(file), words.becomes(file),
                file.bytes() > 0 ? texts.bytes(file.bytes()) : "", names.folder() });
    }

    private void preview() {
        Optional<FileSurvey> file = selected();
        Widgets.show(how, file.map(this::recognised).orElse(""));
        Widgets.show(mapping, file.flatMap(FileSurvey::profile)
                .map(profile -> texts.get("Found_Mapping", words.profile(profile), words.target(profile.target())))
                .orElse(""));
        files.setToolTipText(file.map(FileSurvey::file).orElse(null));
        rows.setRedraw(false);
        rows.removeAll();
        for (TableColumn column : rows.getColumns()) {
            column.dispose();
        }
        file.flatMap(FileSurvey::table).ifPresentOrElse(this::fill, () -> column(rows, file.isPresent()
                ? texts.get("Found_NoTable") : "", WIDEST, SWT.LEFT));
        rows.setRedraw(true);
    }

    private String recognised(FileSurvey file) {
        if (file.trouble().isPresent()) {
            return file.trouble().get();
        }
        return file.reason().isEmpty() ? texts.get("Found_Chosen", words.reader(file))
                : texts.get("Found_Recognised", words.reader(file), file.reason());
    }

    private void fill(TablePreview table) {
        ColumnMeanings meanings = new ColumnMeanings(table.profile());
        for (String name : table.columns()) {
            column(rows, words.column(name, meanings.of(name)), NARROWEST, SWT.LEFT);
        }
        for (List<String> row : table.rows()) {
            new TableItem(rows, SWT.NONE).setText(row.toArray(String[]::new));
        }
        for (TableColumn column : rows.getColumns()) {
            column.pack();
            column.setWidth(Math.clamp(column.getWidth(), NARROWEST, WIDEST));
        }
    }
}
