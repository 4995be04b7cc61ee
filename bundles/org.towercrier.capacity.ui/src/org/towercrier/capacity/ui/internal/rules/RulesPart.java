package org.towercrier.capacity.ui.internal.rules;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.emf.common.notify.AdapterFactory;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.osgi.service.event.Event;
import org.towercrier.capacity.RuleProblem;
import org.towercrier.capacity.RuleSetException;
import org.towercrier.capacity.RuleSets;
import org.towercrier.capacity.ui.internal.CapacityIds;
import org.towercrier.capacity.ui.internal.Navigation;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.CellInfo;
import org.towercrier.capacity.ui.internal.data.NetworkFeed;
import org.towercrier.capacity.ui.internal.parts.Literals;
import org.towercrier.capacity.ui.internal.simulation.ActivationRow;
import org.towercrier.capacity.ui.internal.simulation.RuleSetChoice;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.model.alarm.Scope;
import org.towercrier.model.alarm.provider.AlarmItemProviderAdapterFactory;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.Topics;
import org.towercrier.ui.editor.DocumentsPart;
import org.towercrier.ui.editor.EditorSite;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Edits the rule sets: presets and own ones, with undo; says what is wrong before it is saved; activates one. */
public final class RulesPart extends DocumentsPart<RuleSetChoice, RuleSet> {

    /** The table of what was simulated and activated. */
    private static final String LOG = "rule_log";
    private static final String USER = System.getProperty("user.name", "operator");

    private final Texts texts;
    private final PartSite part;
    private final IEventBroker events;
    private final Navigation navigation;
    private final NetworkFeed network;
    private RuleSets rules;
    private ActivationRow activation;
    private EffectivePane effective;
    private Optional<String> cell = Optional.empty();

    @Inject
    public RulesPart(EditorSite site, PartSite part, Texts texts, IEventBroker events, Navigation navigation,
            NetworkFeed network) {
        super(site);
        this.part = part;
        this.texts = texts;
        this.events = events;
        this.navigation = navigation;
        this.network = network;
    }

    @Inject
    void rules(@org.eclipse.e4.core.di.annotations.Optional RuleSets service) {
        rules = service;
        changed();
    }

    @Override
    protected AdapterFactory items() {
        return new AlarmItemProviderAdapterFactory();
    }

    @Override
    protected String chooserLabel() {
        return texts.get("Rules_Set");
    }

    @Override
    protected void fillActions(Composite bar) {
        button(bar, "Rules_Simulate", this::simulate);
        button(bar, "Rules_Import", this::importText);
        button(bar, "Rules_Export", this::exportText);
    }

    private void button(Composite bar, String key, Runnable action) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(texts.get(key));
        button.setToolTipText(texts.get(key + "_Tip"));
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
    }

    @Override
    protected Control placeEditor(Composite parent, Function<Composite, Control> create) {
        Composite column = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(column);
        activation = new ActivationRow(column, texts, part.dates(), this::activate);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(activation);
        SashForm halves = new SashForm(column, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(halves);
        create.apply(halves);
        effective = new EffectivePane(halves, part, texts, this::cellName, new EffectivePane.Edits() {
            @Override
            public void set(String rule, Scope scope, String feature, String value) {
                edits().ifPresent(edits -> editor().commandStack().execute(edits.set(rule, scope, feature, value)));
            }

            @Override
            public void remove(int override, String feature) {
                edits().flatMap(edits -> edits.remove(override, feature)).ifPresent(editor().commandStack()::execute);
            }
        });
        halves.setWeights(1, 1);
        return column;
    }

    private String cellName(String id) {
        return Optional.ofNullable(network.snapshot().cellsById().get(id)).map(CellInfo::name).orElseGet(() -> Literals.object(id));
    }

    private Optional<OverrideEdits> edits() {
        return root().map(set -> new OverrideEdits(editor().domain(), set));
    }

    @Override
    protected void rootChanged(RuleSet root) {
        RuleSets service = rules;
        if (service != null) {
            effective.show(service, root, cell);
        }
    }

    @Inject
    void selected(@org.eclipse.e4.core.di.annotations.Optional @Named(SharedSelection.CELLS) CellSelection cells) {
        cell = cells == null ? Optional.empty() : cells.primary();
        if (isBuilt()) {
            root().ifPresent(this::rootChanged);
        }
    }

    /** Somebody has seen a set in the simulator, or activated one: that changes what can be done here. */
    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void logged(@UIEventTopic(Topics.STORE_CHANGED) Event event) {
        if (event.getProperty(Topics.TABLES) instanceof String[] names && Arrays.asList(names).contains(LOG) && isBuilt() && !isDirty()) {
            open();
        }
    }

    @Override
    protected List<RuleSetChoice> list(Cancellation cancellation) throws StoreException {
        RuleSets service = rules;
        return service == null ? List.of() : RuleSetChoice.read(service);
    }

    @Override
    protected Optional<Edited<RuleSet>> read(RuleSetChoice choice, Cancellation cancellation) {
        return Optional.of(new Edited<>(choice.set(), choice.info().version()));
    }

    @Override
    protected String name(RuleSetChoice choice) {
        return choice.info().name();
    }

    @Override
    protected String label(RuleSetChoice choice) {
        return choice.info().active() ? texts.get("Rules_ActiveName", choice.info().label()) : choice.info().label();
    }

    @Override
    protected boolean isFirst(RuleSetChoice choice) {
        return choice.info().active();
    }

    @Override
    protected void opened(RuleSetChoice choice) {
        activation.show(Optional.of(choice));
    }

    @Override
    protected List<String> problems(RuleSet root) {
        RuleSets service = rules;
        return service == null ? List.of() : service.validate(root, texts.locale()).stream().map(RuleProblem::message).toList();
    }

    @Override
    protected long save(Edited<RuleSet> edited) throws StoreException, RuleSetException {
        return rules.save(edited.root(), edited.version());
    }

    private void activate(boolean unseen) {
        boolean saved = isDirty();
        chosen().map(RuleSetChoice::info).map(RuleSets.Info::name).filter(name -> !isDirty() || trySave()).ifPresent(name -> {
            // What was just changed and saved has been seen by nobody: the line says so, and offers what can be done.
            if (saved && !unseen || attempt(() -> rules.activate(name, USER, unseen))) {
                open();
            }
        });
    }

    /** Shows the saved state in the simulator, where it is activated as well. */
    private void simulate() {
        chosen().map(RuleSetChoice::info).map(RuleSets.Info::name).filter(name -> !isDirty() || trySave()).ifPresent(name -> {
            navigation.show(CapacityIds.PART_SIMULATOR);
            events.post(CapacityIds.TOPIC_SIMULATE, name);
        });
    }

    private void importText() {
        String file = dialog(SWT.OPEN).open();
        if (file == null || isDirty() && !trySave()) {
            return;
        }
        attempt(() -> {
            RuleSet read = rules.read(Path.of(file));
            long version = rules.list().stream().filter(info -> info.name().equals(read.getName())).mapToLong(RuleSets.Info::version)
                    .findFirst().orElse(0);
            rules.save(read, version);
            open(choice -> name(choice).equals(read.getName()));
        });
    }

    private void exportText() {
        root().ifPresent(set -> {
            FileDialog dialog = dialog(SWT.SAVE);
            dialog.setFileName(set.getName() + ".yaml");
            dialog.setOverwrite(true);
            String file = dialog.open();
            if (file != null) {
                attempt(() -> rules.write(set, Path.of(file)));
            }
        });
    }

    private FileDialog dialog(int style) {
        FileDialog dialog = new FileDialog(editor().getShell(), style);
        dialog.setFilterExtensions(new String[]{ "*.yaml;*.yml;*.xmi", "*" });
        return dialog;
    }
}
