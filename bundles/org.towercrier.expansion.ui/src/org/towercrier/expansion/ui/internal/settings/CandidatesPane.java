package org.towercrier.expansion.ui.internal.settings;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.towercrier.expansion.CandidateSites.Candidate;
import org.towercrier.expansion.CandidateSites.Problem;
import org.towercrier.expansion.ui.internal.Amounts;
import org.towercrier.expansion.ui.internal.Controls;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.Ground;
import org.towercrier.ui.kit.Buttons;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.view.PartSite;

/** The sites that people listed as possible, and a form that lists one more or changes the selected one. */
final class CandidatesPane {

    private static final int DIGITS = 6;

    private final PartSite site;
    private final Texts texts;
    private final CandidateSteps steps;
    private final Consumer<String> said;
    private final List<TableColumn<Candidate>> columns;
    private final DataTable<Candidate> table;
    private final Text name;
    private final Text latitude;
    private final Text longitude;
    private final Text note;
    private final Button change;
    private final Button remove;
    private final Composite own;
    private final Label ownText;
    private Ground ground = Ground.NONE;

    /** @param importing opens the import @param dropping leaves out the sites that a plan brought itself @param said is told what cannot be taken over */
    CandidatesPane(Composite parent, PartSite site, Texts texts, CandidateSteps steps, Runnable importing, Runnable dropping,
            Consumer<String> said) {
        this.site = site;
        this.texts = texts;
        this.steps = steps;
        this.said = said;
        Composite pane = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 8).spacing(0, 4).applyTo(pane);
        Label title = new Label(pane, SWT.NONE);
        title.setText(texts.get("Candidates_Title"));
        title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        Label about = new Label(pane, SWT.WRAP);
        about.setText(texts.get("Candidates_About"));
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(about);
        own = new Composite(pane, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(own);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).applyTo(own);
        ownText = new Label(own, SWT.WRAP);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(200, SWT.DEFAULT).applyTo(ownText);
        Buttons.push(own, texts, "Settings_DropFigures", dropping);
        columns = columns(texts);
        table = new DataTable<>(pane, columns, site.messages(), site.dates());
        table.setKey(Candidate::id);
        table.onSelection(this::selected);
        table.onMenu(this::fill);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        Composite form = new Composite(pane, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(form);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(8, 4).applyTo(form);
        name = field(form, "Column_Name", 3);
        latitude = field(form, "Column_Latitude", 1);
        longitude = field(form, "Column_Longitude", 1);
        note = field(form, "Column_Note", 3);
        Composite buttons = new Composite(pane, SWT.NONE);
        Buttons.push(buttons, texts, "Candidate_Add", this::add);
        change = Buttons.push(buttons, texts, "Candidate_Change", this::change);
        remove = Buttons.push(buttons, texts, "Candidate_Remove", () -> steps.remove(table.selection()));
        Buttons.push(buttons, texts, "Candidate_Import", importing);
        GridLayoutFactory.fillDefaults().numColumns(buttons.getChildren().length).spacing(8, 0).applyTo(buttons);
        site.track(table);
        selected(List.of());
    }

    private static List<TableColumn<Candidate>> columns(Texts texts) {
        return List.of(TableColumn.<Candidate>text("name", texts.get("Column_Name"), Candidate::name).wide(180),
                TableColumn.<Candidate>number("latitude", texts.get("Column_Latitude"), "°", DIGITS, Candidate::latitude).wide(110),
                TableColumn.<Candidate>number("longitude", texts.get("Column_Longitude"), "°", DIGITS, Candidate::longitude).wide(110),
                TableColumn.<Candidate>text("note", texts.get("Column_Note"), Candidate::note).wide(220),
                TableColumn.<Candidate>text("id", texts.get("Column_Id"), Candidate::id).hidden());
    }

    private Text field(Composite form, String label, int span) {
        new Label(form, SWT.NONE).setText(texts.get(label));
        Text text = new Text(form, SWT.BORDER);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).span(span, 1).hint(80, SWT.DEFAULT).applyTo(text);
        text.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> {
            if (one().isPresent()) {
                change();
            } else {
                add();
            }
        }));
        return text;
    }

    private void fill(Menu menu) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(texts.get("Candidate_Remove"));
        item.setEnabled(!table.selection().isEmpty());
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> steps.remove(table.selection())));
    }

    /** @param ofPlan sites that the plan on the desk brought itself */
    void show(Ground newGround, int ofPlan) {
        ground = newGround;
        ownText.setText(texts.get("Candidates_OfPlan", ofPlan));
        Controls.setShown(own, ofPlan > 0);
        table.setRows(RowSet.of(columns, ground.candidates(), site.messages()));
        selected(table.selection());
    }

    private Optional<Candidate> one() {
        List<Candidate> selection = table.selection();
        return selection.size() == 1 ? Optional.of(selection.getFirst()) : Optional.empty();
    }

    private void selected(List<Candidate> rows) {
        change.setEnabled(rows.size() == 1);
        remove.setEnabled(!rows.isEmpty());
        if (rows.size() == 1) {
            Candidate row = rows.getFirst();
            name.setText(row.name());
            latitude.setText(degrees(row.latitude()));
            longitude.setText(degrees(row.longitude()));
            note.setText(row.note());
        }
    }

    private String degrees(double value) {
        return site.numbers().decimal(value, DIGITS);
    }

    private void add() {
        typed(CandidateSteps.freeId(ground)).ifPresent(steps::add);
    }

    private void change() {
        one().ifPresent(before -> typed(before.id()).ifPresent(after -> steps.change(before, after)));
    }

    /** What is typed, as a candidate; says what is wrong with it. */
    private Optional<Candidate> typed(String id) {
        OptionalDouble north = Amounts.parse(latitude.getText(), texts.locale());
        OptionalDouble east = Amounts.parse(longitude.getText(), texts.locale());
        Optional<Problem> problem = Candidate.problem(name.getText(), north.orElse(Double.NaN), east.orElse(Double.NaN));
        said.accept(problem.map(what -> texts.get("Candidate_" + what)).orElse(""));
        return problem.isPresent() ? Optional.empty()
                : Optional.of(new Candidate(id, name.getText().strip(), north.getAsDouble(), east.getAsDouble(), note.getText().strip()));
    }
}
