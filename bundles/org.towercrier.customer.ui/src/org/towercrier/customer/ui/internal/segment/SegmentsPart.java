package org.towercrier.customer.ui.internal.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.Segments;
import org.towercrier.customer.ui.internal.CustomerFeed;
import org.towercrier.customer.ui.internal.Texts;
import org.towercrier.model.customer.Segmentation;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.Icon;
import org.towercrier.ui.SegmentSelection;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.view.Commands;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.StatePart;

import jakarta.inject.Inject;

/** The segments as a tree, with how many customers each has and what they are worth. */
public final class SegmentsPart extends StatePart {

    private static final String IMPORT = "org.towercrier.command.import";
    private static final int NUMBER_WIDTH = 62;
    private static final int MONEY_DIGITS = 1;

    private final Texts texts;
    private final CustomerFeed feed;
    private final SharedSelection selection;
    private final Commands commands;
    private final SegmentNames names;
    private List<SegmentNode> nodes = List.of();
    private Tree tree;

    @Inject
    public SegmentsPart(PartSite site, Texts texts, CustomerFeed feed, SharedSelection selection, Commands commands,
            SegmentNames names) {
        super(site);
        this.texts = texts;
        this.feed = feed;
        this.selection = selection;
        this.commands = commands;
        this.names = names;
        feed.follow(this::changed);
    }

    @Override
    protected Control createContent(StatePane parent) {
        parent.setEmpty(Icon.USERS, texts.get("Part_Segments"), texts.get("Empty_Segments")).button(texts.get("Empty_Import"),
                () -> commands.run(IMPORT));
        Composite area = new Composite(parent, SWT.NONE);
        TreeColumnLayout layout = new TreeColumnLayout();
        area.setLayout(layout);
        tree = new Tree(area, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        tree.setHeaderVisible(true);
        column(layout, "Column_Segment", SWT.LEFT, true);
        column(layout, "Column_Count", SWT.RIGHT, false);
        column(layout, "Column_MeanSpend", SWT.RIGHT, false);
        tree.addListener(SWT.Selection, event -> choose((TreeItem) event.item));
        return area;
    }

    private void column(TreeColumnLayout layout, String key, int style, boolean wide) {
        TreeColumn column = new TreeColumn(tree, style);
        column.setText(texts.get(key));
        column.setToolTipText(texts.get(key + "_Tip"));
        layout.setColumnData(column, wide ? new ColumnWeightData(1, 2 * NUMBER_WIDTH) : new ColumnPixelData(NUMBER_WIDTH, true));
    }

    private void choose(TreeItem item) {
        SegmentNode.Place place = ((SegmentNode) item.getData()).place();
        selection.segment(new SegmentSelection(place.segmentation(), place.path(), this));
    }

    @Override
    protected void refresh() {
        Optional<Segments> service = feed.segments();
        if (service.isEmpty()) {
            loader().cancel();
            pane().showEmpty();
            return;
        }
        loader().load(cancellation -> read(service.get(), cancellation), this::show);
    }

    private List<SegmentNode> read(Segments service, Cancellation cancellation) throws CustomerException, StoreException {
        List<SegmentNode> found = new ArrayList<>();
        for (Segmentation segmentation : service.list()) {
            found.add(SegmentNode.of(segmentation, service.sizes(segmentation, cancellation), names));
        }
        return found;
    }

    private void show(List<SegmentNode> found) {
        nodes = found;
        Optional<SegmentNode.Place> chosen = selection.segment()
                .map(segment -> new SegmentNode.Place(segment.segmentation(), segment.segment()));
        tree.setRedraw(false);
        tree.removeAll();
        nodes.forEach(node -> fill(new TreeItem(tree, SWT.NONE), node, chosen));
        tree.setRedraw(true);
        pane().showUnless(nodes.stream().allMatch(node -> node.customers() == 0));
    }

    private void fill(TreeItem item, SegmentNode node, Optional<SegmentNode.Place> chosen) {
        item.setData(node);
        item.setText(new String[]{ node.label(), site().numbers().integer(node.customers()),
                node.mean().map(mean -> site().numbers().decimal(mean, MONEY_DIGITS)).orElse("") });
        node.children().forEach(child -> fill(new TreeItem(item, SWT.NONE), child, chosen));
        item.setExpanded(true);
        if (chosen.filter(node.place()::equals).isPresent()) {
            tree.setSelection(item);
        }
    }
}
