package org.towercrier.customer.ui.internal.people;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.e4.ui.di.PersistState;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.towercrier.customer.CustomerTable;
import org.towercrier.customer.CustomerTable.CellShare;
import org.towercrier.customer.CustomerTable.Filter;
import org.towercrier.customer.ui.internal.CustomerFeed;
import org.towercrier.customer.ui.internal.CustomerIds;
import org.towercrier.customer.ui.internal.Names;
import org.towercrier.customer.ui.internal.Navigation;
import org.towercrier.customer.ui.internal.Texts;
import org.towercrier.privacy.DisclosureRefusedException;
import org.towercrier.store.StoreException;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.CustomerSelection;
import org.towercrier.ui.Icon;
import org.towercrier.ui.SegmentSelection;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.table.PageSource;
import org.towercrier.ui.table.PagedTable;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.StatePart;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Customers as a table of any length: everyone, those of the chosen segment, or those of the cells chosen on the map. */
public final class CustomersPart extends StatePart {

    private static final String STATE = "table";
    private static final int MOST_CELLS = 2_000;

    private final Texts texts;
    private final CustomerFeed feed;
    private final SharedSelection selection;
    private final Navigation navigation;
    private final Scopes scopes;
    private final Names names;
    private CustomerTable service;
    private ScopeBar bar;
    private Composite holder;
    private PagedTable<CustomerRow> table;
    private CustomerSource source;

    @Inject
    public CustomersPart(PartSite site, Texts texts, CustomerFeed feed, SharedSelection selection, Navigation navigation, Scopes scopes,
            Names names) {
        super(site);
        this.texts = texts;
        this.feed = feed;
        this.selection = selection;
        this.navigation = navigation;
        this.scopes = scopes;
        this.names = names;
        feed.follow(this::changed);
    }

    @Inject
    void service(@org.eclipse.e4.core.di.annotations.Optional CustomerTable newService) {
        if (newService != service) {
            service = newService;
            source = null;
            changed();
        }
    }

    @Override
    protected void createBar(Composite parent) {
        bar = new ScopeBar(parent, site(), texts, new ScopeBar.Actions() {
            @Override
            public void scope(CustomerScope scope) {
                show(scope);
            }

            @Override
            public void map() {
                showCells();
            }

            @Override
            public void see(Optional<String> reason) {
                CustomersPart.this.see(reason);
            }
        });
    }

    @Override
    protected Control createContent(StatePane parent) {
        holder = new Composite(parent, SWT.NONE);
        holder.setLayout(new FillLayout());
        table = null;
        source = null;
        return holder;
    }

    private void createTable() {
        if (table != null) {
            remember();
            table.dispose();
        }
        source = new CustomerSource(service, new ColumnCriteria(texts), loader(), names,
                () -> scopes.filter(feed.segments()));
        source.watch(this::arrived);
        table = new PagedTable<>(holder, new CustomerColumns(service, texts).all(), site().messages(), site().dates(), source);
        table.onOpen(row -> navigation.customer(row.id(), this));
        table.onSelection(rows -> {
            if (!rows.isEmpty()) {
                selection.customers(new CustomerSelection(rows.stream().map(CustomerRow::id).toList(), this));
            }
        });
        table.onMenu(this::fill);
        site().remembered(STATE).ifPresent(table::restoreState);
        site().track(table);
        holder.layout();
    }

    /** Nothing at all is another matter than nothing that fits the filters. */
    private void arrived(PageSource.Rows<CustomerRow> rows) {
        bar.show(scopes.scope(), scopes.title(), rows.total());
        if (rows.total() == 0) {
            pane().setEmpty(Icon.USERS, texts.get("Part_Customers"), texts.get(scopes.emptyKey()))
                    .button(texts.get(scopes.isAll() ? "Empty_Import" : "Scope_ShowAll"),
                            () -> {
                                if (scopes.isAll()) {
                                    navigation.importFiles();
                                } else {
                                    show(new CustomerScope.All());
                                }
                            });
            pane().showEmpty();
        }
    }

    @Override
    protected void refresh() {
        scopes.forget();
        bar.show(scopes.scope(), scopes.title(), -1);
        if (service == null) {
            loader().cancel();
            pane().setEmpty(Icon.USERS, texts.get("Part_Customers"), texts.get("Empty_Customers")).button(texts.get("Empty_Import"),
                    navigation::importFiles);
            pane().showEmpty();
            return;
        }
        if (source == null) {
            createTable();
        }
        table.reload();
    }

    private void show(CustomerScope scope) {
        scopes.choose(scope);
        changed();
    }

    /** Somewhere a segment was chosen: its customers are shown. */
    @Inject
    void chosen(@org.eclipse.e4.core.di.annotations.Optional @Named(SharedSelection.SEGMENT) SegmentSelection segment) {
        if (segment != null && scopes.segment(segment)) {
            changed();
        }
    }

    /** Cells were chosen on the map: their customers are shown if that is what the table is set to. */
    @Inject
    void chosen(@org.eclipse.e4.core.di.annotations.Optional @Named(SharedSelection.CELLS) CellSelection cells) {
        if (scopes.cells(cells == null ? List.of() : cells.cellIds())) {
            changed();
        } else if (isBuilt()) {
            bar.show(scopes.scope(), scopes.title(), -1);
        }
    }

    /** Another view asks for the customers of cells. */
    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void asked(@UIEventTopic(CustomerIds.TOPIC_SCOPE) CustomerScope scope) {
        if (isBuilt()) {
            show(scope);
        }
    }

    private void showCells() {
        CustomerTable asked = service;
        if (asked == null || source == null) {
            return;
        }
        CustomerSource of = source;
        var query = table.query();
        loader().load(cancellation -> {
            Filter filter = of.narrowed(scopes.filter(feed.segments()), query);
            return asked.cells(filter, MOST_CELLS, cancellation).stream().map(CellShare::cell).toList();
        }, cells -> {
            if (cells.isEmpty()) {
                bar.say(texts.get("Customers_NoCells"));
            } else {
                navigation.cells(cells, this);
            }
        });
    }

    private void see(Optional<String> reason) {
        CustomerTable asked = service;
        if (asked == null || source == null) {
            return;
        }
        if (reason.isEmpty()) {
            source.see(Optional.empty());
            bar.masked();
            table.reload();
            return;
        }
        loader().load(cancellation -> leave(asked, reason.get()), leave -> leave.sight().ifPresentOrElse(sight -> {
            source.see(Optional.of(sight));
            bar.shown(reason.get());
            table.reload();
        }, () -> bar.refused(reason.get(), leave.refusal())));
    }

    private record Leave(Optional<CustomerTable.Sight> sight, String refusal) {
    }

    private static Leave leave(CustomerTable asked, String reason) throws StoreException {
        try {
            return new Leave(Optional.of(asked.reveal(reason)), "");
        } catch (DisclosureRefusedException refused) {
            return new Leave(Optional.empty(), refused.getMessage());
        }
    }

    private void fill(Menu menu) {
        List<CustomerRow> rows = table.selection();
        item(menu, "Customers_Export", this::export);
        if (rows.isEmpty()) {
            return;
        }
        item(menu, "Customers_Open", () -> navigation.customer(rows.getLast().id(), this));
        List<String> cells = rows.stream().flatMap(row -> CustomerSource.CELLS.stream().map(row.values()::get))
                .flatMap(Stream::ofNullable).map(Object::toString).distinct().toList();
        if (!cells.isEmpty()) {
            item(menu, "Customers_Map", () -> navigation.cells(cells, this));
        }
    }

    private void export() {
        FileDialog dialog = new FileDialog(table.getShell(), SWT.SAVE);
        dialog.setFilterExtensions(new String[]{ "*.csv" });
        dialog.setFileName("customers.csv");
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            CustomerExport job = new CustomerExport(texts, source, table.query(), table.export(), Path.of(chosen));
            job.setUser(true);
            job.schedule();
        }
    }

    private void item(Menu menu, String key, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(texts.get(key));
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
    }

    @Override
    protected void beforeRebuild() {
        remember();
    }

    @PersistState
    void remember() {
        if (table != null && !table.isDisposed()) {
            site().remember(STATE, table.saveState());
        }
    }

    @Override
    protected void takeFocus() {
        if (pane().face() == StatePane.Face.CONTENT && table != null) {
            table.setFocus();
        } else {
            super.takeFocus();
        }
    }
}
