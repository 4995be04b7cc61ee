package org.towercrier.capacity.ui.internal.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.emf.common.notify.AdapterFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.towercrier.capacity.RuleProblem;
import org.towercrier.capacity.RuleSetException;
import org.towercrier.capacity.RuleSets;
import org.towercrier.capacity.ui.internal.CapacityIds;
import org.towercrier.capacity.ui.internal.Navigation;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.model.alarm.Scope;
import org.towercrier.model.alarm.provider.AlarmItemProviderAdapterFactory;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.editor.DocumentsPart;
import org.towercrier.ui.editor.EditorSite;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Edits the rule sets: presets and own ones, with undo; says what is wrong before it is saved; activates one. */
public final class RulesPart extends DocumentsPart<RuleSets.Info, RuleSet> {

    private static final String USER = System.getProperty("user.name", "operator");

    private final Texts texts;
    private final PartSite part;
    private final IEventBroker events;
    private final Navigation navigation;
    private RuleSets rules;
    private Button activate;
    private EffectivePane effective;
    private Optional<String> cell = Optional.empty();

    @Inject
    public RulesPart(EditorSite site, PartSite part, Texts texts, IEventBroker events, Navigation navigation) {
        super(site);
        this.part = part;
        this.texts = texts;
        this.events = events;
        this.navigation = navigation;
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
        activate = new Button(bar, SWT.PUSH);
        activate.setText(texts.get("Rules_Activate"));
        activate.setToolTipText(texts.get("Rules_Activate_Tip"));
        activate.setEnabled(false);
        activate.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> activate()));
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
        SashForm halves = new SashForm(parent, SWT.VERTICAL);
        create.apply(halves);
        effective = new EffectivePane(halves, part, texts, new EffectivePane.Edits() {
            @Override
            public void set(String rule, Scope scope, String feature, String value) {
                edits().ifPresent(edits -> editor().commandStack().execute(edits.set(rule, scope, feature, value)));
            }

            @Override
            public void remove(int override, String feature) {
                edits().flatMap(edits -> edits.remove(override, feature)).ifPresent(editor().commandStack()::execute);
            }
        });
        halves.setWeights(3, 2);
        return halves;
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

    @Override
    protected List<RuleSets.Info> list(Cancellation cancellation) throws StoreException {
        RuleSets service = rules;
        return service == null ? List.of() : service.list();
    }

    @Override
    protected Optional<Edited<RuleSet>> read(RuleSets.Info choice, Cancellation cancellation) throws StoreException {
        return rules.find(choice.name()).map(set -> new Edited<>(set, choice.version()));
    }

    @Override
    protected String name(RuleSets.Info choice) {
        return choice.name();
    }

    @Override
    protected String label(RuleSets.Info choice) {
        return choice.active() ? texts.get("Rules_ActiveName", choice.label()) : choice.label();
    }

    @Override
    protected boolean isFirst(RuleSets.Info choice) {
        return choice.active();
    }

    @Override
    protected void opened(RuleSets.Info choice) {
        activate.setEnabled(!choice.active() || choice.pending());
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

    private void activate() {
        chosen().map(RuleSets.Info::name).filter(name -> !isDirty() || trySave()).ifPresent(name -> {
            if (attempt(() -> rules.activate(name, USER, false))) {
                open();
            }
        });
    }

    /** Shows the saved state in the simulator, where it is activated as well. */
    private void simulate() {
        chosen().map(RuleSets.Info::name).filter(name -> !isDirty() || trySave()).ifPresent(name -> {
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
            open(info -> info.name().equals(read.getName()));
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
