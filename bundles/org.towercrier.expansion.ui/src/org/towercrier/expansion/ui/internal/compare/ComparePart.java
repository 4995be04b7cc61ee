package org.towercrier.expansion.ui.internal.compare;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.osgi.service.event.Event;
import org.towercrier.expansion.ExpansionPlans;
import org.towercrier.expansion.ExpansionPlans.Comparison;
import org.towercrier.expansion.ExpansionPlans.Headline;
import org.towercrier.expansion.ui.internal.Controls;
import org.towercrier.expansion.ui.internal.ExpansionIds;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.Ground;
import org.towercrier.expansion.ui.internal.desk.PlanDesk;
import org.towercrier.store.StoreEvents;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.Icon;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.kit.Buttons;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.view.PaneLoader;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.TablePart;
import org.towercrier.ui.view.Views;

import jakarta.inject.Inject;
import org.towercrier.expansion.ui.internal.NameBox;

/** The kept plans; those selected are shown side by side: figures, actions in all of them, actions in one only. */
public final class ComparePart extends TablePart<Headline> {

    private final Texts texts;
    private final PlanFiles files;
    private final PlanShelf shelf;
    private final Views views;
    private final SharedSelection selection;
    private Optional<ExpansionPlans> plans = Optional.empty();
    private Optional<PlanDesk> desk = Optional.empty();
    private Composite holder;
    private FiguresPane figures;
    private SashForm above;
    private StatePane below;
    private PaneLoader belowLoader;
    private Button open;
    private Button rename;
    private Button delete;
    private Button export;
    private Label line;
    private Set<String> wanted = Set.of();

    @Inject
    public ComparePart(PartSite site, Texts texts, PlanFiles files, PlanShelf shelf, Views views, SharedSelection selection) {
        super(site);
        this.texts = texts;
        this.files = files;
        this.shelf = shelf;
        this.views = views;
        this.selection = selection;
    }

    @Inject
    void services(@org.eclipse.e4.core.di.annotations.Optional ExpansionPlans kept,
            @org.eclipse.e4.core.di.annotations.Optional PlanDesk planDesk) {
        plans = Optional.ofNullable(kept);
        desk = Optional.ofNullable(planDesk);
        changed();
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void documentSaved(@UIEventTopic(StoreEvents.DOCUMENT) Event event) {
        if (ExpansionPlans.KIND.equals(event.getProperty(StoreEvents.KIND))) {
            changed();
        }
    }

    @Override
    protected void createBar(Composite parent) {
        Composite bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        open = Buttons.push(bar, texts, "Action_Take", this::take);
        rename = Buttons.anchor(bar, texts, "Action_Rename", this::rename);
        delete = Buttons.push(bar, texts, "Action_Delete", this::delete);
        export = Buttons.anchor(bar, texts, "Action_Export", this::export);
        line = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(10, SWT.DEFAULT).applyTo(line);
        GridLayoutFactory.fillDefaults().numColumns(bar.getChildren().length).margins(8, 4).spacing(8, 0).applyTo(bar);
        enable(List.of());
    }

    private void say(String text) {
        if (!line.isDisposed()) {
            line.setText(text);
            line.setToolTipText(text.isEmpty() ? null : text);
        }
    }

    private void enable(List<Headline> selected) {
        Controls.setShown(open, selected.size() == 1);
        Controls.setShown(rename, selected.size() == 1);
        Controls.setShown(delete, !selected.isEmpty());
        Controls.setShown(export, selected.size() == 1);
        say(selected.isEmpty() ? texts.get("Compare_Bar") : "");
    }

    @Override
    protected List<TableColumn<Headline>> columns() {
        return CompareModels.headlines(texts);
    }

    @Override
    protected void prepare(DataTable<Headline> table) {
        table.setKey(Headline::name);
        table.onSelection(this::compare);
        table.onOpen(headline -> take());
        table.onMenu(this::fill);
    }

    private void fill(Menu menu) {
        List<Headline> selected = table().selection();
        item(menu, "Action_Take", selected.size() == 1, this::take);
        item(menu, "Action_Rename", selected.size() == 1, () -> rename(table()));
        item(menu, "Action_Delete", !selected.isEmpty(), this::delete);
        item(menu, "Action_Export", selected.size() == 1, () -> export(table()));
    }

    private void item(Menu menu, String key, boolean enabled, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(texts.get(key));
        item.setEnabled(enabled);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
    }

    @Override
    protected Control placeTable(StatePane parent) {
        parent.setEmpty(Icon.TABLE, texts.get("Part_Compare"), texts.get("Empty_Compare")).button(texts.get("Action_OpenPlan"),
                () -> views.show(ExpansionIds.PART_PLAN));
        SashForm halves = new SashForm(parent, SWT.VERTICAL);
        above = new SashForm(halves, SWT.HORIZONTAL);
        createTable(above);
        figures = new FiguresPane(above);
        above.setWeights(34, 66);
        above.setMaximizedControl(table());
        below = new StatePane(halves, site().messages(), site().themes());
        below.setEmpty(Icon.TABLE, texts.get("Compare_Choose"), texts.get("Compare_ChooseText"));
        holder = new Composite(below, SWT.NONE);
        holder.setLayout(new FillLayout());
        below.setContent(holder);
        belowLoader = new PaneLoader(site(), below);
        below.showEmpty();
        halves.setWeights(40, 60);
        return halves;
    }

    @Override
    protected void refresh() {
        if (plans.isEmpty()) {
            loader().cancel();
            pane().showEmpty();
            return;
        }
        ExpansionPlans service = plans.get();
        show(cancellation -> service.list());
        compare(table().selection());
    }

    private void compare(List<Headline> selected) {
        enable(selected);
        List<String> names = selected.stream().map(Headline::name).toList();
        wanted = new LinkedHashSet<>(names);
        if (names.isEmpty() || plans.isEmpty() || desk.isEmpty()) {
            belowLoader.cancel();
            below.showEmpty();
            above.setMaximizedControl(table());
            return;
        }
        ExpansionPlans service = plans.get();
        PlanDesk names0 = desk.get();
        belowLoader.load(cancellation -> new Side(service.compare(names), names0.ground(cancellation)), this::show);
    }

    /** What is shown side by side. */
    private record Side(Comparison comparison, Ground ground) {
    }

    private void show(Side side) {
        Comparison comparison = side.comparison();
        if (!comparison.plans().stream().map(ExpansionPlans.Side::name).collect(Collectors.toSet()).equals(wanted)) {
            return;
        }
        String currency = currency(comparison);
        figures.show(comparison.plans().stream().map(plan -> CompareModels.name(plan.name(), texts)).toList(),
                CompareModels.figures(comparison, currency, texts));
        above.setMaximizedControl(null);
        for (Control old : holder.getChildren()) {
            old.dispose();
        }
        List<TableColumn<ExpansionPlans.Line>> columns = CompareModels.lines(comparison, currency, side.ground(), texts);
        DataTable<ExpansionPlans.Line> lines = new DataTable<>(holder, columns, site().messages(), site().dates());
        lines.setKey(ExpansionPlans.Line::id);
        lines.onSelection(rows -> selection.cells(new CellSelection(rows.stream().map(ExpansionPlans.Line::cell).toList(), this)));
        lines.setRows(RowSet.of(columns, comparison.actions(), site().messages()));
        site().track(lines);
        holder.layout(true, true);
        below.showUnless(false);
    }

    /** That of all the plans, nothing when they differ. */
    private String currency(Comparison comparison) {
        Set<String> names = comparison.plans().stream().map(ExpansionPlans.Side::name).collect(Collectors.toSet());
        Set<String> all = table().shownRows().stream().filter(headline -> names.contains(headline.name())).map(Headline::currency)
                .collect(Collectors.toSet());
        return all.size() == 1 ? all.iterator().next() : "";
    }

    private Optional<Headline> one() {
        List<Headline> selected = table().selection();
        return selected.size() == 1 ? Optional.of(selected.getFirst()) : Optional.empty();
    }

    /** Puts the plan on the desk: hints, map and plan show it. */
    private void take() {
        one().ifPresent(headline -> {
            shelf.take(headline.name());
            views.show(ExpansionIds.PART_PLAN);
        });
    }

    private void rename(Control near) {
        one().ifPresent(headline -> NameBox.ask(near, texts.get("Rename_Prompt", headline.name()), texts.get("Save_Info"), headline.name(),
                name -> ExpansionPlans.isName(name) && table().shownRows().stream().noneMatch(other -> other.name().equals(name)),
                name -> shelf.rename(headline.name(), name)));
    }

    private void delete() {
        table().selection().forEach(shelf::delete);
    }

    private void export(Control near) {
        one().ifPresent(headline -> shelf.read(headline.name(), plan -> files.export(near, Optional.of(plan), this::say)));
    }
}
