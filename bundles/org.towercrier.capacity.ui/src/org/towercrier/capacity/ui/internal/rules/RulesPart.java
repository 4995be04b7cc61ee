package org.towercrier.capacity.ui.internal.rules;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.common.notify.AdapterFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.towercrier.capacity.RuleProblem;
import org.towercrier.capacity.RuleSetException;
import org.towercrier.capacity.RuleSets;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.model.alarm.provider.AlarmItemProviderAdapterFactory;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.editor.DocumentsPart;
import org.towercrier.ui.editor.EditorSite;

import jakarta.inject.Inject;

/** Edits the rule sets: presets and own ones, with undo; says what is wrong before it is saved; activates one. */
public final class RulesPart extends DocumentsPart<RuleSets.Info, RuleSet> {

    private static final String USER = System.getProperty("user.name", "operator");

    private final Texts texts;
    private RuleSets rules;
    private Button activate;

    @Inject
    public RulesPart(EditorSite site, Texts texts) {
        super(site);
        this.texts = texts;
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
}
