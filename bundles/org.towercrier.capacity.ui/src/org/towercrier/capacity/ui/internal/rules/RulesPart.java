package org.towercrier.capacity.ui.internal.rules;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.ILog;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.Persist;
import org.eclipse.e4.ui.model.application.ui.MDirtyable;
import org.eclipse.emf.common.command.CommandStack;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.towercrier.capacity.RuleProblem;
import org.towercrier.capacity.RuleSetException;
import org.towercrier.capacity.RuleSets;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.model.alarm.provider.AlarmItemProviderAdapterFactory;
import org.towercrier.model.edit.Labels;
import org.towercrier.store.StoreException;
import org.towercrier.ui.editor.ModelEditor;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** Edits the rule sets: presets and own ones, with undo; says what is wrong before it is saved; activates one. */
public final class RulesPart {

    private final Texts texts;
    private final MDirtyable dirty;
    private final IEclipseContext context;
    private RuleSets rules;
    private List<RuleSets.Info> choices = List.of();
    private Combo chooser;
    private Button activate;
    private Label state;
    private ModelEditor editor;
    private long version;

    @Inject
    public RulesPart(Texts texts, MDirtyable dirty, IEclipseContext context) {
        this.texts = texts;
        this.dirty = dirty;
        this.context = context;
    }

    @PostConstruct
    void build(Composite parent) {
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        Composite bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        GridLayoutFactory.fillDefaults().numColumns(5).margins(8, 4).spacing(8, 0).applyTo(bar);
        new Label(bar, SWT.NONE).setText(texts.get("Rules_Set"));
        chooser = new Combo(bar, SWT.READ_ONLY);
        GridDataFactory.swtDefaults().hint(280, SWT.DEFAULT).applyTo(chooser);
        chooser.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> open(chooser.getSelectionIndex())));
        activate = new Button(bar, SWT.PUSH);
        activate.setText(texts.get("Rules_Activate"));
        activate.setToolTipText(texts.get("Rules_Activate_Tip"));
        activate.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> activate()));
        state = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).span(2, 1).applyTo(state);
        editor = new ModelEditor(parent, new AlarmItemProviderAdapterFactory(), new Labels(texts.locale()),
                new ModelEditor.Words(texts.get("Rules_Add"), texts.get("Rules_Delete"), texts.get("Rules_Duplicate")));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(editor);
        editor.commandStack().addCommandStackListener(event -> changed());
        context.set(CommandStack.class, editor.commandStack());
        load();
    }

    @Inject
    void rules(@Optional RuleSets service) {
        rules = service;
        if (chooser != null && !chooser.isDisposed()) {
            load();
        }
    }

    @Focus
    void focus() {
        editor.setFocus();
    }

    @Persist
    void save() {
        ruleSet().ifPresent(set -> {
            try {
                version = rules.save(set, version);
                editor.saved();
                dirty.setDirty(false);
                state.setText(texts.get("Rules_Saved"));
            } catch (StoreException | RuleSetException refused) {
                say(refused);
            }
        });
    }

    private java.util.Optional<RuleSet> ruleSet() {
        java.util.Optional<EObject> root = editor.root();
        return root.map(RuleSet.class::cast);
    }

    private void load() {
        if (rules == null) {
            return;
        }
        try {
            choices = new ArrayList<>(rules.list());
            chooser.setItems(choices.stream().map(this::label).toArray(String[]::new));
            int active = Math.max(0, choices.indexOf(choices.stream().filter(RuleSets.Info::active).findFirst().orElse(null)));
            chooser.select(active);
            open(active);
        } catch (StoreException trouble) {
            say(trouble);
        }
    }

    private String label(RuleSets.Info info) {
        return info.active() ? texts.get("Rules_ActiveName", info.label()) : info.label();
    }

    private void open(int index) {
        if (index < 0 || index >= choices.size()) {
            return;
        }
        try {
            RuleSets.Info info = choices.get(index);
            rules.find(info.name()).ifPresent(set -> {
                version = info.version();
                editor.setRoot(set);
                changed();
            });
            activate.setEnabled(!info.active());
        } catch (StoreException trouble) {
            say(trouble);
        }
    }

    private void activate() {
        int index = chooser.getSelectionIndex();
        if (index < 0) {
            return;
        }
        if (dirty.isDirty()) {
            save();
        }
        try {
            rules.activate(choices.get(index).name(), System.getProperty("user.name", "operator"), false);
            load();
            chooser.select(index);
        } catch (StoreException | RuleSetException refused) {
            say(refused);
        }
    }

    private void changed() {
        dirty.setDirty(editor.commandStack().isSaveNeeded());
        List<RuleProblem> problems = ruleSet().map(set -> rules.validate(set, texts.locale())).orElse(List.of());
        state.setText(problems.isEmpty() ? "" : problems.getFirst().message());
        state.setToolTipText(String.join("\n", problems.stream().map(RuleProblem::message).toList()));
    }

    private void say(Exception trouble) {
        ILog.of(RulesPart.class).warn(trouble.getMessage(), trouble);
        state.setText(trouble.getLocalizedMessage());
        state.setToolTipText(trouble.getLocalizedMessage());
    }
}
