package org.towercrier.capacity.ui.internal.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.osgi.service.event.Event;
import org.towercrier.capacity.RuleSetException;
import org.towercrier.capacity.RuleSets;
import org.towercrier.capacity.simulation.SimulationRequest;
import org.towercrier.capacity.simulation.SimulationResult;
import org.towercrier.capacity.simulation.Simulator;
import org.towercrier.capacity.ui.internal.CapacityIds;
import org.towercrier.capacity.ui.internal.Navigation;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.NetworkFeed;
import org.towercrier.store.StoreEvents;
import org.towercrier.store.StoreException;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.Icon;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.kit.Trouble;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.TablePart;
import org.towercrier.ui.view.Troubles;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Replays a rule set over a stored period, shows what differs from the active one, and activates what has been seen. */
public final class SimulatorPart extends TablePart<SimulationResult.Cell> implements SimulatorBar.Actions {

    private static final String USER = System.getProperty("user.name", "operator");

    private final Texts texts;
    private final NetworkFeed network;
    private final SharedSelection selection;
    private final Navigation navigation;
    private final Map<String, String> names = new HashMap<>();
    private Simulator simulator;
    private RuleSets ruleSets;
    private SimulatorBar bar;
    private SimulationPage page;
    private Optional<SimulationResult> result = Optional.empty();
    private final SimulationRun running;
    private Optional<String> wanted = Optional.empty();

    @Inject
    public SimulatorPart(PartSite site, Texts texts, NetworkFeed network, SharedSelection selection, Navigation navigation) {
        super(site);
        this.texts = texts;
        this.network = network;
        this.selection = selection;
        this.navigation = navigation;
        this.running = new SimulationRun(site, found -> result = Optional.of(found), this::refused, this::done);
        network.follow(this, this::suggest);
    }

    @Inject
    void services(@org.eclipse.e4.core.di.annotations.Optional Simulator newSimulator,
            @org.eclipse.e4.core.di.annotations.Optional RuleSets newRuleSets) {
        simulator = newSimulator;
        ruleSets = newRuleSets;
        result = Optional.empty();
        changed();
    }

    @Override
    protected void createBar(Composite parent) {
        bar = new SimulatorBar(parent, texts, site().dates(), this);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
    }

    @Override
    protected List<TableColumn<SimulationResult.Cell>> columns() {
        return SimulationModels.columns(texts, id -> names.getOrDefault(id, id));
    }

    @Override
    protected void prepare(DataTable<SimulationResult.Cell> table) {
        table.setKey(SimulationResult.Cell::cell);
        table.onSelection(rows -> {
            selection.cells(new CellSelection(rows.stream().map(SimulationResult.Cell::cell).toList(), this));
            rows.stream().findFirst().map(SimulationResult.Cell::cell).ifPresent(page::showCell);
        });
        table.onOpen(row -> navigation.show(CapacityIds.PART_CELL));
    }

    @Override
    protected Control placeTable(StatePane parent) {
        parent.setEmpty(Icon.PLAY, texts.get("Part_Simulator"), texts.get("Empty_Simulator")).button(texts.get("Simulator_Run"), this::run);
        page = new SimulationPage(parent, site(), texts, this::createTable);
        return page;
    }

    /** Reads which rule sets there are; a result that is there stays. */
    @Override
    protected void refresh() {
        RuleSets service = ruleSets;
        if (service == null || running.isRunning()) {
            return;
        }
        loader().load(cancellation -> RuleSetChoice.read(service), choices -> {
            bar.setChoices(choices, wanted);
            wanted = Optional.empty();
            bar.setRunning(false);
            suggest();
            result.ifPresentOrElse(this::show, () -> pane().showEmpty());
        });
    }

    private void suggest() {
        if (isBuilt()) {
            network.snapshot().latestSample().ifPresent(latest -> bar.suggest(latest, site().zone()));
        }
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void documentSaved(@UIEventTopic(StoreEvents.DOCUMENT) Event event) {
        if (RuleSets.KIND.equals(event.getProperty(StoreEvents.KIND))) {
            changed();
        }
    }

    /** Somebody wants to see what a rule set does. */
    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void simulate(@UIEventTopic(CapacityIds.TOPIC_SIMULATE) String ruleSet) {
        wanted = Optional.of(ruleSet);
        changed();
    }

    @Override
    public void run() {
        if (simulator == null || running.isRunning() || bar.choice().isEmpty()) {
            return;
        }
        RuleSetChoice choice = bar.choice().get();
        SimulatorBar.Period period = bar.period(network.snapshot().latestSample(), site().zone());
        SimulationRequest request = SimulationRequest.of(choice.set(), site().zone(), USER).between(period.from(), period.to());
        names.clear();
        network.snapshot().cells().forEach(cell -> names.put(cell.id(), cell.name()));
        bar.setRunning(true);
        pane().setLoading(true);
        running.start(texts.get("Simulator_Job", choice.info().label()), simulator, request);
    }

    @Override
    @PreDestroy
    public void cancel() {
        running.cancel();
    }

    private void refused(Exception trouble) {
        ILog.of(SimulatorPart.class).warn(String.valueOf(trouble.getMessage()), trouble);
        if (isBuilt()) {
            Trouble said = trouble instanceof RuleSetException
                    ? Trouble.of(String.valueOf(trouble.getMessage()), texts.get("Simulator_Mend"), trouble)
                    : Troubles.of(trouble, site().messages());
            pane().showTrouble(said, this::run);
        }
    }

    private void done() {
        if (isBuilt()) {
            pane().setLoading(false);
            bar.setRunning(false);
            if (pane().trouble().isEmpty() || pane().face() != StatePane.Face.TROUBLE) {
                refresh();
            }
        }
    }

    private void show(SimulationResult found) {
        if (found.rowsRead() == 0) {
            pane().showEmpty();
            bar.say(texts.get("Simulator_NoSamples"));
            return;
        }
        page.show(found, names, bar::label);
        table().setRows(rows(found.cells()));
        page.showCell(selection.cells().flatMap(CellSelection::primary).orElse(""));
    }

    @Override
    public void activate(boolean skipSimulation) {
        bar.choice().ifPresent(choice -> {
            try {
                ruleSets.activate(choice.info().name(), USER, skipSimulation);
                refresh();
            } catch (StoreException | RuleSetException refused) {
                ILog.of(SimulatorPart.class).warn(refused.getMessage(), refused);
                bar.say(String.valueOf(refused.getLocalizedMessage()));
            }
        });
    }

    @Inject
    void selected(@org.eclipse.e4.core.di.annotations.Optional @Named(SharedSelection.CELLS) CellSelection cells) {
        if (isBuilt() && cells != null && !cells.isFrom(this)) {
            table().select(new HashSet<>(cells.cellIds()));
            cells.primary().ifPresent(page::showCell);
        }
    }
}
