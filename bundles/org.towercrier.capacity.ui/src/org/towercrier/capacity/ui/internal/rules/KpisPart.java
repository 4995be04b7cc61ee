package org.towercrier.capacity.ui.internal.rules;

import org.eclipse.core.runtime.ILog;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.Persist;
import org.eclipse.e4.ui.model.application.ui.MDirtyable;
import org.eclipse.emf.common.command.CommandStack;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.towercrier.capacity.KpiException;
import org.towercrier.capacity.Kpis;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.model.edit.Labels;
import org.towercrier.model.measurement.KpiCatalogue;
import org.towercrier.model.measurement.KpiDefinition;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.model.measurement.provider.MeasurementItemProviderAdapterFactory;
import org.towercrier.store.StoreException;
import org.towercrier.ui.editor.ModelEditor;

import java.util.List;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** Edits the operator's own KPI definitions. One that has the name of a shipped KPI takes its place. */
public final class KpisPart {

    private final Texts texts;
    private final MDirtyable dirty;
    private final IEclipseContext context;
    private Kpis kpis;
    private List<KpiDefinition> shipped = List.of();
    private ModelEditor editor;
    private Combo templates;
    private Label state;
    private long version;

    @Inject
    public KpisPart(Texts texts, MDirtyable dirty, IEclipseContext context) {
        this.texts = texts;
        this.dirty = dirty;
        this.context = context;
    }

    @PostConstruct
    void build(Composite parent) {
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        Composite bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        GridLayoutFactory.fillDefaults().numColumns(4).margins(8, 4).spacing(8, 0).applyTo(bar);
        new Label(bar, SWT.NONE).setText(texts.get("Kpis_Template"));
        templates = new Combo(bar, SWT.READ_ONLY);
        GridDataFactory.swtDefaults().hint(280, SWT.DEFAULT).applyTo(templates);
        Button add = new Button(bar, SWT.PUSH);
        add.setText(texts.get("Kpis_Add"));
        add.setToolTipText(texts.get("Kpis_Add_Tip"));
        add.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> add()));
        state = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(state);
        editor = new ModelEditor(parent, new MeasurementItemProviderAdapterFactory(), new Labels(texts.locale()),
                new ModelEditor.Words(texts.get("Rules_Add"), texts.get("Rules_Delete"), texts.get("Rules_Duplicate")));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(editor);
        editor.commandStack().addCommandStackListener(event -> dirty.setDirty(editor.commandStack().isSaveNeeded()));
        context.set(CommandStack.class, editor.commandStack());
        load();
    }

    @Inject
    void kpis(@Optional Kpis service) {
        kpis = service;
        if (editor != null && !editor.isDisposed()) {
            load();
        }
    }

    @Focus
    void focus() {
        templates.setFocus();
    }

    @Persist
    void save() {
        editor.root().map(KpiCatalogue.class::cast).ifPresent(catalogue -> {
            try {
                version = kpis.save(new Kpis.OwnCatalogue(catalogue, version));
                editor.saved();
                dirty.setDirty(false);
                say(texts.get("Rules_Saved"));
            } catch (StoreException | KpiException refused) {
                ILog.of(KpisPart.class).warn(refused.getMessage(), refused);
                say(refused.getLocalizedMessage());
            }
        });
    }

    private void load() {
        if (kpis == null) {
            return;
        }
        try {
            shipped = kpis.list();
            templates.setItems(shipped.stream().map(kpi -> kpis.label(kpi, texts.locale())).toArray(String[]::new));
            templates.select(0);
            Kpis.OwnCatalogue own = kpis.own();
            version = own.version();
            editor.setRoot(own.catalogue());
        } catch (StoreException trouble) {
            ILog.of(KpisPart.class).error(trouble.getMessage(), trouble);
            say(trouble.getLocalizedMessage());
        }
    }

    /** Adds a copy of the chosen KPI to the operator's own ones. */
    private void add() {
        int index = templates.getSelectionIndex();
        if (index < 0 || editor.root().isEmpty()) {
            return;
        }
        KpiDefinition copy = org.eclipse.emf.ecore.util.EcoreUtil.copy(shipped.get(index));
        AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(new MeasurementItemProviderAdapterFactory(),
                editor.commandStack());
        editor.commandStack().execute(AddCommand.create(domain, editor.root().get(),
                MeasurementPackage.eINSTANCE.getKpiCatalogue_Definitions(), copy));
    }

    private void say(String text) {
        state.setText(text);
        state.setToolTipText(text);
    }
}
