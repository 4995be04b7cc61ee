package org.towercrier.capacity.ui.internal.rules;

import java.util.List;

import org.eclipse.emf.common.notify.AdapterFactory;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.towercrier.capacity.KpiException;
import org.towercrier.capacity.Kpis;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.model.measurement.KpiCatalogue;
import org.towercrier.model.measurement.KpiDefinition;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.model.measurement.provider.MeasurementItemProviderAdapterFactory;
import org.towercrier.store.StoreException;
import org.towercrier.ui.Icon;
import org.towercrier.ui.editor.DocumentPart;
import org.towercrier.ui.editor.EditorSite;
import org.towercrier.ui.kit.StatePane;

import jakarta.inject.Inject;

/** Edits the operator's own KPI definitions. One that has the name of a shipped KPI takes its place. */
public final class KpisPart extends DocumentPart<KpiCatalogue> {

    private static final int CHOOSER_WIDTH = 280;

    private final Texts texts;
    private Kpis kpis;
    private List<KpiDefinition> shipped = List.of();
    private Combo templates;

    @Inject
    public KpisPart(EditorSite site, Texts texts) {
        super(site);
        this.texts = texts;
    }

    @Inject
    void kpis(@org.eclipse.e4.core.di.annotations.Optional Kpis service) {
        kpis = service;
        changed();
    }

    @Override
    protected AdapterFactory items() {
        return new MeasurementItemProviderAdapterFactory();
    }

    @Override
    protected void fillBar(Composite bar) {
        new Label(bar, SWT.NONE).setText(texts.get("Kpis_Template"));
        templates = new Combo(bar, SWT.READ_ONLY);
        GridDataFactory.swtDefaults().hint(CHOOSER_WIDTH, SWT.DEFAULT).applyTo(templates);
        Button add = new Button(bar, SWT.PUSH);
        add.setText(texts.get("Kpis_Add"));
        add.setToolTipText(texts.get("Kpis_Add_Tip"));
        add.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> add()));
        showTemplates();
    }

    @Override
    protected boolean isEmpty(KpiCatalogue root) {
        return root.getDefinitions().isEmpty();
    }

    @Override
    protected void describeEmpty(StatePane parent) {
        parent.setEmpty(Icon.CHART, texts.get("Empty_Kpis"), texts.get("Empty_Kpis_Text")).button(texts.get("Kpis_Add"), this::add);
    }

    private record Found(List<KpiDefinition> shipped, Kpis.OwnCatalogue own) {
    }

    @Override
    protected void open() {
        Kpis service = kpis;
        if (service == null) {
            pane().showEmpty();
            return;
        }
        loader().load(cancellation -> new Found(service.list(), service.own()), found -> {
            shipped = found.shipped();
            showTemplates();
            edit(new Edited<>(found.own().catalogue(), found.own().version()));
        });
    }

    private void showTemplates() {
        templates.setItems(shipped.stream().map(kpi -> kpis.label(kpi, texts.locale())).toArray(String[]::new));
        templates.select(0);
    }

    @Override
    protected long save(Edited<KpiCatalogue> edited) throws StoreException, KpiException {
        return kpis.save(new Kpis.OwnCatalogue(edited.root(), edited.version()));
    }

    /** Adds a copy of the chosen KPI to the operator's own ones. */
    private void add() {
        int index = templates.getSelectionIndex();
        if (index >= 0) {
            KpiDefinition own = EcoreUtil.copy(shipped.get(index));
            own.setLabel(kpis.label(own, texts.locale()));
            root().ifPresent(catalogue -> editor().add(catalogue, MeasurementPackage.eINSTANCE.getKpiCatalogue_Definitions(), own));
        }
    }
}
