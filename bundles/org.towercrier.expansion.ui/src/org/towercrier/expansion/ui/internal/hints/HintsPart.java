package org.towercrier.expansion.ui.internal.hints;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.towercrier.areas.CellHeadroom.Headroom;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ui.internal.ExpansionIds;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.DeskState;
import org.towercrier.expansion.ui.internal.desk.Ground;
import org.towercrier.expansion.ui.internal.desk.PlanDesk;
import org.towercrier.expansion.ui.internal.desk.PlanSteps;
import org.towercrier.store.Cancellation;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.Icon;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.view.Commands;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.TablePart;
import org.towercrier.ui.view.Views;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What could be done about missing capacity: what the plan does, and why it does not do the rest. */
public final class HintsPart extends TablePart<Hint> {

    private static final int NEAREST = 5;

    private final Texts texts;
    private final SharedSelection selection;
    private final PlanSteps steps;
    private final Views views;
    private final Commands commands;
    private final EPartService parts;
    private final MApplication application;
    private final IEventBroker events;
    private final HintMenu menu;
    private Optional<PlanDesk> desk = Optional.empty();
    private Runnable unfollow = () -> {};
    private HintsBar bar;
    private Composite holder;
    private String currency = "";
    private Set<String> only = Set.of();
    private Optional<DeskState> shown = Optional.empty();

    @Inject
    public HintsPart(PartSite site, Texts texts, SharedSelection selection, PlanSteps steps, Views views, Commands commands,
            EPartService parts, MApplication application, IEventBroker events) {
        super(site);
        this.texts = texts;
        this.selection = selection;
        this.steps = steps;
        this.views = views;
        this.commands = commands;
        this.parts = parts;
        this.application = application;
        this.events = events;
        this.menu = new HintMenu(texts, steps);
    }

    @Inject
    void desk(@org.eclipse.e4.core.di.annotations.Optional PlanDesk service) {
        unfollow.run();
        desk = Optional.ofNullable(service);
        unfollow = desk.map(open -> open.follow(() -> site().later(this::deskChanged))).orElse(() -> {});
        shown = Optional.empty();
        changed();
    }

    @PreDestroy
    void leave() {
        unfollow.run();
    }

    @Override
    protected void createBar(Composite parent) {
        bar = new HintsBar(parent, texts, steps, () -> views.show(ExpansionIds.PART_PLAN), () -> restrict(Set.of()));
    }

    @Override
    protected List<TableColumn<Hint>> columns() {
        return HintColumns.of(texts, currency);
    }

    @Override
    protected Control placeTable(StatePane parent) {
        holder = new Composite(parent, SWT.NONE);
        holder.setLayout(new FillLayout());
        createTable(holder);
        return holder;
    }

    @Override
    protected void prepare(DataTable<Hint> table) {
        table.setKey(Hint::id);
        table.onSelection(this::select);
        table.onOpen(hint -> {
            selection.cells(new CellSelection(hint.cells(), this));
            views.show(ExpansionIds.PART_CELL);
        });
        table.onMenu(this::fill);
        menu.keys(table);
    }

    private void fill(Menu popup) {
        List<Hint> hints = table().selection();
        menu.fill(popup, hints, () -> {
            CellSelection cells = new CellSelection(hints.stream().flatMap(hint -> hint.cells().stream()).distinct().toList(), this);
            views.show(ExpansionIds.PART_MAP);
            selection.cells(cells);
            events.post(org.towercrier.ui.Topics.REVEAL_CELLS, cells);
        }, () -> views.show(ExpansionIds.PART_CELL));
    }

    /** How the search stands is said in the bar; rows are made anew only when there are others. */
    private void deskChanged() {
        if (isBuilt()) {
            DeskState now = desk.map(PlanDesk::state).orElse(DeskState.START);
            bar.show(now, only);
            if (shown.filter(now::showsSame).isEmpty()) {
                refresh();
            }
        }
    }

    /**
     * What is shown.
     *
     * @param state   of the desk
     * @param rows    ready for the table
     * @param nearest the cells nearest to their limit, when there are no hints
     */
    private record Content(DeskState state, Ground ground, List<Hint> hints, List<Headroom> nearest) {
    }

    @Override
    protected void refresh() {
        if (desk.isEmpty()) {
            loader().cancel();
            pane().setEmpty(Icon.SITE, texts.get("Part_Hints"), texts.get("Empty_NoMeasurements")).button(texts.get("Empty_Import"),
                    () -> commands.run(ExpansionIds.COMMAND_IMPORT));
            pane().showEmpty();
            return;
        }
        PlanDesk open = desk.get();
        loader().load(cancellation -> read(open, cancellation), this::show);
    }

    private static Content read(PlanDesk open, Cancellation cancellation) throws Exception {
        Ground ground = open.ground(cancellation);
        DeskState state = open.state();
        List<Hint> hints = HintList.of(state, ground);
        boolean calm = ground.measured() && hints.isEmpty() && state.solved().isPresent();
        return new Content(state, ground, hints, calm ? open.nearestToLimit(NEAREST) : List.of());
    }

    private void show(Content content) {
        shown = Optional.of(content.state());
        bar.show(content.state(), only);
        if (content.hints().isEmpty()) {
            showWhyEmpty(content);
            return;
        }
        String money = content.state().plan().map(ExpansionPlan::currency).orElse("");
        if (!money.equals(currency)) {
            currency = money;
            beforeRebuild();
            table().dispose();
            createTable(holder);
            holder.layout(true, true);
        }
        RowSet<Hint> rows = rows(content.hints().stream().filter(this::isWanted).toList());
        table().setRows(rows);
        pane().showUnless(false);
        selection.cells().filter(cells -> !cells.isFrom(this)).ifPresent(this::selectRowsOf);
    }

    private boolean isWanted(Hint hint) {
        return only.isEmpty() || hint.cells().stream().anyMatch(only::contains) || only.contains(hint.place().cell());
    }

    private void showWhyEmpty(Content content) {
        if (!content.ground().measured()) {
            pane().setEmpty(Icon.SITE, texts.get("Part_Hints"), texts.get("Empty_NoMeasurements")).button(texts.get("Empty_Import"),
                    () -> commands.run(ExpansionIds.COMMAND_IMPORT));
        } else if (content.state().solved().isEmpty()) {
            pane().setEmpty(Icon.SITE, texts.get("Part_Hints"), texts.get("Empty_NoPlan")).button(texts.get("Action_Solve"), steps::solve)
                    .button(texts.get("Action_OpenPlan"), () -> views.show(ExpansionIds.PART_PLAN));
        } else {
            String nearest = content.nearest().stream().map(cell -> texts.get("Empty_Nearest", content.ground().cell(cell.cell()),
                    site().numbers().decimal(cell.busyHourLoad().orElse(Double.NaN), 1), site().numbers().decimal(cell.limit(), 0)))
                    .collect(Collectors.joining("\n"));
            pane().setEmpty(Icon.SITE, texts.get("Empty_Calm"),
                    nearest.isEmpty() ? texts.get("Empty_CalmText") : texts.get("Empty_CalmNearest") + '\n' + nearest)
                    .button(texts.get("Action_OpenPlan"), () -> views.show(ExpansionIds.PART_PLAN));
        }
        pane().showEmpty();
    }

    private void select(List<Hint> hints) {
        selection.cells(new CellSelection(hints.stream().flatMap(hint -> hint.cells().stream()).distinct().toList(), this));
        application.getContext().set(ExpansionIds.HINT, hints.isEmpty() ? null : hints.getLast().id());
        if (!hints.isEmpty()) {
            parts.showPart(ExpansionIds.PART_HINT, EPartService.PartState.VISIBLE);
        }
    }

    @Inject
    void selected(@org.eclipse.e4.core.di.annotations.Optional @Named(SharedSelection.CELLS) CellSelection cells) {
        if (isBuilt() && cells != null && !cells.isFrom(this)) {
            selectRowsOf(cells);
        }
    }

    /** Selects the hints of cells; what the plan does comes first. */
    private void selectRowsOf(CellSelection cells) {
        Set<String> ids = new HashSet<>(cells.cellIds());
        Set<String> rows = table().shownRows().stream().filter(hint -> hint.cells().stream().anyMatch(ids::contains))
                .map(Hint::id).collect(Collectors.toCollection(LinkedHashSet::new));
        table().select(rows);
        table().shownRows().stream().filter(hint -> rows.contains(hint.id())).findFirst()
                .ifPresent(hint -> application.getContext().set(ExpansionIds.HINT, hint.id()));
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void asked(@UIEventTopic(ExpansionIds.TOPIC_HINTS) CellSelection cells) {
        if (isBuilt()) {
            restrict(new LinkedHashSet<>(cells.cellIds()));
        } else {
            only = new LinkedHashSet<>(cells.cellIds());
        }
    }

    private void restrict(Set<String> cells) {
        only = cells;
        refresh();
    }
}
