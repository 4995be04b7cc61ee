package org.towercrier.expansion.ui.internal.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.common.notify.AdapterFactory;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.towercrier.expansion.CostCatalogues;
import org.towercrier.expansion.PlanException;
import org.towercrier.expansion.ui.internal.Controls;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.model.network.CostCatalogue;
import org.towercrier.model.network.CostItem;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.model.network.provider.NetworkItemProviderAdapterFactory;
import org.towercrier.store.StoreException;
import org.towercrier.store.Versioned;
import org.towercrier.ui.editor.DocumentPart;
import org.towercrier.ui.editor.EditorSite;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.table.TableColumn;

import jakarta.inject.Inject;

/** What actions cost and bring; every figure with its source. Saved, it is the workspace's own and is used for every plan. */
public final class CataloguePart extends DocumentPart<CostCatalogue> {

    private final Texts texts;
    private Optional<CostCatalogues> catalogues = Optional.empty();
    private Label whose;
    private Button reset;
    private List<TableColumn<CostItem>> columns = List.of();
    private Composite holder;
    private DataTable<CostItem> figures;
    private String currency = "";

    @Inject
    public CataloguePart(EditorSite site, Texts texts) {
        super(site);
        this.texts = texts;
    }

    @Inject
    void catalogues(@org.eclipse.e4.core.di.annotations.Optional CostCatalogues service) {
        catalogues = Optional.ofNullable(service);
        changed();
    }

    @Override
    protected AdapterFactory items() {
        return new NetworkItemProviderAdapterFactory();
    }

    @Override
    protected void fillBar(Composite bar) {
        whose = new Label(bar, SWT.NONE);
        reset = new Button(bar, SWT.PUSH);
        reset.setText(texts.get("Catalogue_Reset"));
        reset.setToolTipText(texts.get("Catalogue_Reset_Tip"));
        reset.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> reset()));
    }

    /** Above the editor all figures at a glance, each with where it is from. */
    @Override
    protected Control placeEditor(Composite parent, Function<Composite, Control> create) {
        SashForm halves = new SashForm(parent, SWT.VERTICAL);
        holder = new Composite(halves, SWT.NONE);
        holder.setLayout(new FillLayout());
        createFigures("");
        create.apply(halves);
        halves.setWeights(48, 52);
        return halves;
    }

    private void createFigures(String money) {
        currency = money;
        columns = CatalogueColumns.of(texts, currency);
        figures = new DataTable<>(holder, columns, site().messages(), site().dates());
        figures.setKey(CostItem::getName);
        site().track(figures);
    }

    @Override
    protected void open() {
        if (catalogues.isEmpty()) {
            loader().cancel();
            pane().showEmpty();
            return;
        }
        CostCatalogues service = catalogues.get();
        loader().load(cancellation -> service.own(), own -> {
            edit(new Edited<>(named(own.map(Versioned::root).orElseGet(service::shipped)), own.map(Versioned::version).orElse(0L)));
        });
    }

    /** The same as its reader is to see it. */
    private CostCatalogue named(CostCatalogue root) {
        catalogues.ifPresent(service -> {
            service.say(root, texts.locale());
            CatalogueNames.give(root, service.kinds(), texts);
        });
        return root;
    }

    @Override
    protected void rootChanged(CostCatalogue root) {
        boolean shipped = isShipped(root);
        whose.setText(texts.get(shipped ? "Catalogue_Shipped" : "Catalogue_Own"));
        Controls.setShown(reset, !shipped);
        whose.requestLayout();
        String money = root.getCurrency() == null ? "" : root.getCurrency();
        if (!money.equals(currency)) {
            figures.dispose();
            createFigures(money);
            holder.layout(true, true);
        }
        figures.setRows(RowSet.of(columns, List.copyOf(root.getItems()), site().messages()));
    }

    private boolean isShipped(CostCatalogue root) {
        return catalogues.filter(service -> EcoreUtil.equals(root, named(service.shipped()))).isPresent();
    }

    @Override
    protected List<String> problems(CostCatalogue root) {
        return CatalogueProblems.of(root, texts);
    }

    /** A catalogue that is the shipped one again is not kept as the workspace's own. */
    @Override
    protected long save(Edited<CostCatalogue> edited) throws StoreException, PlanException {
        CostCatalogues service = catalogues.orElseThrow();
        if (isShipped(edited.root())) {
            service.reset();
            return 0;
        }
        return service.replace(edited.root());
    }

    /** Back to what was shipped, as a change that can be undone and has to be saved. */
    private void reset() {
        if (catalogues.isEmpty() || root().isEmpty()) {
            return;
        }
        CostCatalogue root = root().get();
        CostCatalogue shipped = named(catalogues.get().shipped());
        EditingDomain domain = editor().domain();
        CompoundCommand back = new CompoundCommand(texts.get("Catalogue_Reset"));
        for (EAttribute attribute : root.eClass().getEAllAttributes()) {
            Object value = shipped.eGet(attribute);
            back.append(SetCommand.create(domain, root, attribute, value == null ? SetCommand.UNSET_VALUE : value));
        }
        if (!root.getItems().isEmpty()) {
            back.append(RemoveCommand.create(domain, root, NetworkPackage.Literals.COST_CATALOGUE__ITEMS, List.copyOf(root.getItems())));
        }
        back.append(AddCommand.create(domain, root, NetworkPackage.Literals.COST_CATALOGUE__ITEMS,
                List.copyOf(EcoreUtil.copyAll(shipped.getItems()))));
        editor().commandStack().execute(back);
    }
}
