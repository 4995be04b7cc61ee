package org.towercrier.capacity.ui.internal.parts;

import java.util.List;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MenuListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.towercrier.capacity.ui.internal.CapacityIds;
import org.towercrier.capacity.ui.internal.Navigation;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.NetworkFeed;
import org.towercrier.capacity.ui.internal.data.NetworkSnapshot;
import org.towercrier.capacity.ui.internal.filters.FilterSteps;
import org.towercrier.capacity.ui.internal.filters.SavedFilters;
import org.towercrier.store.StoreEvents;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.Icon;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.theme.Severity;
import org.towercrier.ui.theme.SeverityGlyph;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.StatePart;

import jakarta.inject.Inject;

/** The network as a tree with its trouble, and filters of the alarm list. Items are made when they come into sight. */
public final class NavigatorPart extends StatePart {

    private static final int GLYPH = 9;
    private static final int GLYPH_ROOM = 18;

    private final Texts texts;
    private final NetworkFeed network;
    private final SharedSelection selection;
    private final Navigation navigation;
    private final IEventBroker events;
    private final FilterSteps filters;
    private List<NavigatorNode> nodes = List.of();
    private Tree tree;

    @Inject
    public NavigatorPart(PartSite site, Texts texts, NetworkFeed network, SharedSelection selection, Navigation navigation,
            IEventBroker events, FilterSteps filters) {
        super(site);
        this.texts = texts;
        this.network = network;
        this.selection = selection;
        this.navigation = navigation;
        this.events = events;
        this.filters = filters;
        network.follow(this, this::changed);
    }

    @Override
    protected Control createContent(StatePane parent) {
        parent.setEmpty(Icon.NETWORK, texts.get("Navigator_Network"), texts.get("Empty_Cells")).button(texts.get("Empty_Import"),
                navigation::importFiles);
        tree = new Tree(parent, SWT.VIRTUAL | SWT.SINGLE | SWT.V_SCROLL);
        tree.addListener(SWT.SetData, this::fill);
        tree.addListener(SWT.PaintItem, this::paintGlyph);
        tree.addListener(SWT.Selection, event -> select((NavigatorNode) event.item.getData()));
        tree.addListener(SWT.DefaultSelection, event -> navigation.show(CapacityIds.PART_CELL));
        Menu menu = new Menu(tree);
        menu.addMenuListener(MenuListener.menuShownAdapter(event -> fill(menu)));
        tree.setMenu(menu);
        return tree;
    }

    private void fill(Menu menu) {
        for (MenuItem old : menu.getItems()) {
            old.dispose();
        }
        for (TreeItem chosen : tree.getSelection()) {
            if (chosen.getData() instanceof NavigatorNode node && node.kind() == NavigatorNode.Kind.SAVED_FILTER) {
                MenuItem item = new MenuItem(menu, SWT.PUSH);
                item.setText(texts.get("Filters_Remove"));
                item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> filters.remove(node.label())));
            }
        }
    }

    @Inject
    @Optional
    void documentSaved(@UIEventTopic(StoreEvents.DOCUMENT) org.osgi.service.event.Event event) {
        if (SavedFilters.KIND.equals(event.getProperty(StoreEvents.KIND))) {
            changed();
        }
    }

    @Override
    protected void refresh() {
        NetworkSnapshot snapshot = network.snapshot();
        if (!network.isShown(pane(), snapshot.cells().isEmpty() && snapshot.alarms().isEmpty())) {
            loader().cancel();
            return;
        }
        loader().load(cancellation -> NavigatorNode.of(snapshot, filters.list(), texts), this::show);
    }

    private void show(List<NavigatorNode> found) {
        nodes = found;
        tree.setRedraw(false);
        tree.removeAll();
        tree.setItemCount(nodes.size());
        for (TreeItem item : tree.getItems()) {
            item.getText();
            item.setExpanded(true);
        }
        tree.setRedraw(true);
    }

    private void fill(Event event) {
        TreeItem item = (TreeItem) event.item;
        TreeItem parent = item.getParentItem();
        NavigatorNode node = parent == null ? nodes.get(event.index)
                : children((NavigatorNode) parent.getData()).get(event.index);
        item.setData(node);
        String label = node.worst().isPresent() && node.kind() != NavigatorNode.Kind.CELL ? node.label() + "  " + node.alarms()
                : node.label();
        item.setText(node.worst().isPresent() ? "     " + label : label);
        item.setItemCount(node.children().size());
    }

    private static List<NavigatorNode> children(NavigatorNode node) {
        return node.kind() == NavigatorNode.Kind.GROUP && node.cells().isEmpty() ? node.children() : node.troubledFirst();
    }

    private void paintGlyph(Event event) {
        NavigatorNode node = (NavigatorNode) event.item.getData();
        if (node == null || node.worst().isEmpty()) {
            return;
        }
        GC gc = event.gc;
        Point middle = new Point(event.x + GLYPH_ROOM / 2, event.y + event.height / 2);
        Severity.named(node.worst().get().getLiteral())
                .ifPresent(severity -> SeverityGlyph.draw(gc, site().themes().theme(), severity, middle.x, middle.y, GLYPH));
    }

    private void select(NavigatorNode node) {
        if (node == null) {
            return;
        }
        node.filter().ifPresent(filter -> {
            navigation.show(CapacityIds.PART_ALARMS);
            events.post(CapacityIds.TOPIC_FILTER, filter);
        });
        if (!node.cells().isEmpty() && node.kind() != NavigatorNode.Kind.GROUP) {
            CellSelection cells = new CellSelection(node.cells(), this);
            selection.cells(cells);
        }
    }
}
