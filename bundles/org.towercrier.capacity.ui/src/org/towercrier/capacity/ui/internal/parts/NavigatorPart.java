package org.towercrier.capacity.ui.internal.parts;

import java.util.List;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.towercrier.capacity.ui.internal.CapacityIds;
import org.towercrier.capacity.ui.internal.Navigation;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.NetworkFeed;
import org.towercrier.capacity.ui.internal.data.NetworkSnapshot;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.Icon;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.Topics;
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
    private List<NavigatorNode> nodes = List.of();
    private Tree tree;

    @Inject
    public NavigatorPart(PartSite site, Texts texts, NetworkFeed network, SharedSelection selection, Navigation navigation,
            IEventBroker events) {
        super(site);
        this.texts = texts;
        this.network = network;
        this.selection = selection;
        this.navigation = navigation;
        this.events = events;
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
        return tree;
    }

    @Override
    protected void refresh() {
        NetworkSnapshot snapshot = network.snapshot();
        if (!network.isShown(pane(), snapshot.cells().isEmpty() && snapshot.alarms().isEmpty())) {
            return;
        }
        nodes = NavigatorNode.of(snapshot, texts);
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
        node.filter().ifPresent(filter -> events.post(Topics.FILTER_ALARMS, filter));
        if (!node.cells().isEmpty() && node.kind() != NavigatorNode.Kind.GROUP) {
            CellSelection cells = new CellSelection(node.cells(), this);
            selection.cells(cells);
        }
    }
}
