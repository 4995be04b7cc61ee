package org.towercrier.capacity.ui.internal.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.towercrier.capacity.EffectiveRules;
import org.towercrier.capacity.Origin.Level;
import org.towercrier.capacity.RuleSets;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.parts.Literals;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.model.alarm.Scope;
import org.towercrier.ui.Icon;
import org.towercrier.ui.kit.Buttons;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.view.PaneLoader;
import org.towercrier.ui.view.PartSite;

/** The values that the rules have at the selected cell, where they come from, and how to have another one there. */
final class EffectivePane extends Composite {

    private static final List<Level> LEVELS = List.of(Level.CELL, Level.SECTOR, Level.SITE, Level.REGION);

    private final PartSite site;
    private final Texts texts;
    private final UnaryOperator<String> names;
    private final Edits edits;
    private final StatePane pane;
    private final PaneLoader loader;
    private final List<TableColumn<Row>> columns;
    private final DataTable<Row> table;
    private final Label title;
    private final Combo levels;
    private final Text value;
    private final Button set;
    private final Button remove;
    private List<Level> offered = List.of();
    private Optional<EffectiveRules> shown = Optional.empty();

    /** What the pane makes happen in the document. */
    interface Edits {

        /** Another value within a scope. */
        void set(String rule, Scope scope, String feature, String value);

        /** The value of an override goes. */
        void remove(int override, String feature);
    }

    /** A value of a rule. */
    record Row(EffectiveRules.Rule rule, EffectiveRules.Value value) {

        String key() {
            return rule.rule() + "/" + value.feature();
        }
    }

    /** @param names names of cells by their ids */
    EffectivePane(Composite parent, PartSite site, Texts texts, UnaryOperator<String> names, Edits edits) {
        super(parent, SWT.NONE);
        this.names = names;
        this.site = site;
        this.texts = texts;
        this.edits = edits;
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        pane = new StatePane(this, site.messages(), site.themes());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(pane);
        pane.setEmpty(Icon.CELL, texts.get("Effective_Title"), texts.get("Effective_Empty"));
        loader = new PaneLoader(site, pane);
        Composite page = new Composite(pane, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        title = new Label(page, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 4).applyTo(title);
        columns = columns();
        table = new DataTable<>(page, columns, site.messages(), site.dates());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        table.setKey(Row::key);
        table.onSelection(rows -> chosen(rows.stream().findFirst()));
        site.track(table);
        Composite bar = new Composite(page, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        GridLayoutFactory.fillDefaults().numColumns(5).margins(8, 4).spacing(8, 0).applyTo(bar);
        new Label(bar, SWT.NONE).setText(texts.get("Effective_Value"));
        value = new Text(bar, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(60, SWT.DEFAULT).applyTo(value);
        levels = new Combo(bar, SWT.READ_ONLY);
        GridDataFactory.swtDefaults().hint(240, SWT.DEFAULT).applyTo(levels);
        set = Buttons.push(bar, texts, "Effective_Set", this::set);
        remove = Buttons.push(bar, texts, "Effective_Remove", this::remove);
        value.addListener(SWT.DefaultSelection, event -> set());
        pane.setContent(page);
        pane.showEmpty();
        chosen(Optional.empty());
    }

    private List<TableColumn<Row>> columns() {
        return List.of(TableColumn.<Row>text("rule", texts.get("Effective_Rule"), row -> row.rule().name()).wide(220),
                TableColumn.<Row>text("feature", texts.get("Effective_Feature"), row -> row.value().label()).wide(280),
                TableColumn
                        .<Row>text("value", texts.get("Effective_Value"), row -> (row.value().value() + " " + row.value().unit()).strip())
                        .wide(90),
                TableColumn.<Row>text("origin", texts.get("Effective_Origin"), row -> row.value().origin().text(texts.locale())).wide(220),
                TableColumn.<Row>text("inherited", texts.get("Effective_Inherited"), row -> row.value().inherited().orElse("")).wide(100),
                TableColumn.<Row>text("path", texts.get("Effective_Path"), row -> row.value().feature()).hidden());
    }

    /** Shows what a rule set is at a cell; the set is copied, so that it may be edited meanwhile. */
    void show(RuleSets service, RuleSet edited, Optional<String> cell) {
        if (cell.isEmpty()) {
            loader.cancel();
            pane.showEmpty();
            return;
        }
        RuleSet copy = EcoreUtil.copy(edited);
        List<TableColumn<Row>> of = columns;
        loader.load(cancellation -> {
            Optional<EffectiveRules> found = service.effective(copy, cell.get(), texts.locale());
            List<Row> rows = new ArrayList<>();
            found.ifPresent(rules -> rules.rules().forEach(rule -> rule.values().forEach(each -> rows.add(new Row(rule, each)))));
            return new Found(found, RowSet.of(of, rows, site.messages()));
        }, this::show);
    }

    private record Found(Optional<EffectiveRules> rules, RowSet<Row> rows) {
    }

    private void show(Found found) {
        shown = found.rules();
        pane.showUnless(shown.isEmpty());
        shown.ifPresent(rules -> {
            EffectiveRules.Place place = rules.cell();
            String scenario = place.scenario().isEmpty() ? "" : texts.get("Scenario_" + place.scenario());
            title.setText(texts.get("Effective_At", names.apply(place.cell()),
                    Stream.of(Literals.technology(place.technology()), scenario, place.region(), place.site())
                            .filter(text -> !text.isEmpty()).collect(Collectors.joining(", "))));
            title.setToolTipText(place.cell());
            offered = LEVELS.stream().filter(level -> !OverrideEdits.place(place, level).isEmpty()).toList();
            int before = levels.getSelectionIndex();
            levels.setItems(offered.stream().map(level -> texts.get("Effective_" + level, named(place, level)))
                    .toArray(String[]::new));
            levels.select(before >= 0 && before < offered.size() ? before : 0);
            table.setRows(found.rows());
            chosen(table.selection().stream().findFirst());
        });
    }

    private String named(EffectiveRules.Place place, Level level) {
        String name = OverrideEdits.place(place, level);
        return name.equals(place.cell()) ? names.apply(name) : name;
    }

    private void chosen(Optional<Row> row) {
        value.setText(row.map(each -> each.value().value()).orElse(""));
        value.setEnabled(row.isPresent());
        set.setEnabled(row.isPresent());
        remove.setEnabled(row.filter(each -> each.value().override().isPresent()).isPresent());
    }

    private void set() {
        withChoice(row -> {
            Level level = offered.get(Math.max(0, levels.getSelectionIndex()));
            shown.flatMap(rules -> OverrideEdits.scope(rules.cell(), level))
                    .ifPresent(scope -> edits.set(row.rule().rule(), scope, row.value().feature(), value.getText().strip()));
        });
    }

    private void remove() {
        withChoice(row -> row.value().override().ifPresent(override -> edits.remove(override, row.value().feature())));
    }

    private void withChoice(Consumer<Row> action) {
        if (!offered.isEmpty()) {
            table.selection().stream().findFirst().ifPresent(action);
        }
    }
}
