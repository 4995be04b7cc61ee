package org.towercrier.customer.ui.internal.segment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.TreeEditor;
import org.eclipse.swt.events.MenuListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.Segments;
import org.towercrier.customer.ui.internal.CustomerFeed;
import org.towercrier.customer.ui.internal.CustomerIds;
import org.towercrier.customer.ui.internal.Navigation;
import org.towercrier.customer.ui.internal.Texts;
import org.towercrier.model.customer.Segmentation;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.Icon;
import org.towercrier.ui.Icons;
import org.towercrier.ui.SegmentSelection;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.theme.Themed;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.StatePart;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The segments as a tree, with how many customers each has and what they are worth; own ones are made and edited here. */
public final class SegmentsPart extends StatePart {

    private static final String GROUPING = "by-";
    private static final int NUMBER_WIDTH = 62;
    private static final int NAME_WIDTH = 130;
    private static final int MONEY_DIGITS = 1;
    private static final long MILLION = 1_000_000;

    private final Texts texts;
    private final CustomerFeed feed;
    private final SharedSelection selection;
    private final Navigation navigation;
    private final SegmentNames names;
    private final SegmentMenu menu;
    private final Set<SegmentNode.Place> turned = new HashSet<>();
    private Optional<SegmentNode.Place> chosen = Optional.empty();
    private long customers;
    private Tree tree;

    @Inject
    public SegmentsPart(PartSite site, Texts texts, CustomerFeed feed, SharedSelection selection, Navigation navigation, SegmentNames names,
            SegmentMenu menu) {
        super(site);
        this.texts = texts;
        this.feed = feed;
        this.selection = selection;
        this.navigation = navigation;
        this.names = names;
        this.menu = menu;
        feed.follow(this::changed);
    }

    @Override
    protected void createBar(Composite parent) {
        ToolBar bar = new ToolBar(parent, SWT.FLAT | SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, false).indent(4, 2).applyTo(bar);
        Icons icons = new Icons(bar);
        List<ToolItem> items = List.of(tool(bar, texts.get("Segments_New"), this::create),
                tool(bar, texts.get("Segments_Refresh"), this::changed),
                tool(bar, texts.get("Segments_Assign_Tip"), () -> act("Segments_Assign")));
        List<Icon> pictures = List.of(Icon.ADD, Icon.REFRESH, Icon.HISTORY);
        Themed images = theme -> {
            for (int i = 0; i < items.size(); i++) {
                if (!items.get(i).isDisposed()) {
                    items.get(i).setImage(icons.image(pictures.get(i), theme));
                }
            }
        };
        site().track(images);
    }

    private static ToolItem tool(ToolBar bar, String tip, Runnable action) {
        ToolItem item = new ToolItem(bar, SWT.PUSH);
        item.setToolTipText(tip);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        return item;
    }

    @Override
    protected Control createContent(StatePane parent) {
        parent.setEmpty(Icon.USERS, texts.get("Part_Segments"), texts.get("Empty_Segments")).button(texts.get("Empty_Import"),
                navigation::importFiles);
        Composite area = new Composite(parent, SWT.NONE);
        TreeColumnLayout layout = new TreeColumnLayout();
        area.setLayout(layout);
        tree = new Tree(area, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        tree.setHeaderVisible(true);
        column(layout, "Column_Segment", SWT.LEFT, true);
        column(layout, "Column_Count", SWT.RIGHT, false);
        column(layout, "Column_MeanSpend", SWT.RIGHT, false);
        tree.addListener(SWT.Selection, event -> choose(node((TreeItem) event.item)));
        tree.addListener(SWT.DefaultSelection, event -> navigation.show(CustomerIds.PART_CUSTOMERS));
        tree.addListener(SWT.Expand, event -> turned(node((TreeItem) event.item), true));
        tree.addListener(SWT.Collapse, event -> turned(node((TreeItem) event.item), false));
        tree.addListener(SWT.MouseMove, this::tip);
        tree.addListener(SWT.MenuDetect, event -> tree.setToolTipText(null));
        tree.addListener(SWT.KeyDown, this::key);
        Menu context = new Menu(tree);
        context.addMenuListener(MenuListener.menuShownAdapter(event -> menu.fill(context, actions())));
        tree.setMenu(context);
        return area;
    }

    private void column(TreeColumnLayout layout, String key, int style, boolean wide) {
        TreeColumn column = new TreeColumn(tree, style);
        column.setText(texts.get(key));
        column.setToolTipText(texts.get(key + "_Tip"));
        layout.setColumnData(column, wide ? new ColumnWeightData(1, NAME_WIDTH) : new ColumnPixelData(NUMBER_WIDTH, true));
    }

    /** Remembers what was opened or closed against what is usual. */
    private void turned(SegmentNode node, boolean open) {
        if (open == usuallyOpen(node)) {
            turned.remove(node.place());
        } else {
            turned.add(node.place());
        }
    }

    private static boolean usuallyOpen(SegmentNode node) {
        return !node.place().segmentation().startsWith(GROUPING);
    }

    private static SegmentNode node(TreeItem item) {
        return (SegmentNode) item.getData();
    }

    private Optional<SegmentNode> selected() {
        TreeItem[] items = tree.getSelection();
        return items.length == 0 ? Optional.empty() : Optional.of(node(items[0]));
    }

    private void choose(SegmentNode node) {
        chosen = Optional.of(node.place());
        selection.segment(new SegmentSelection(node.place().segmentation(), node.place().path(), this));
    }

    /** Another view chose a segment: the tree shows which. */
    @Inject
    void chosen(@org.eclipse.e4.core.di.annotations.Optional @Named(SharedSelection.SEGMENT) SegmentSelection segment) {
        if (segment != null && !segment.isFrom(this)) {
            chosen = Optional.of(new SegmentNode.Place(segment.segmentation(), segment.segment()));
            if (isBuilt()) {
                mark(tree.getItems());
            }
        }
    }

    private List<SegmentMenu.Action> actions() {
        return feed.segments().map(service -> menu.actions(service, selected(), this::ask)).orElse(List.of());
    }

    private void act(String key) {
        actions().stream().filter(action -> action.key().equals(key)).findFirst().ifPresent(action -> action.run().run());
    }

    private void create() {
        tree.deselectAll();
        act("Segments_New");
    }

    private void key(Event event) {
        actions().stream().filter(action -> action.keyCode() != 0 && action.keyCode() == event.keyCode
                && action.modifiers() == event.stateMask).findFirst().ifPresent(action -> {
                    event.doit = false;
                    action.run().run();
                });
    }

    /** Asks for a name in the line itself; Enter takes it, Escape leaves all as it was. */
    private void ask(String now, Consumer<String> named) {
        TreeItem[] items = tree.getSelection();
        TreeItem line = items.length > 0 ? items[0] : new TreeItem(tree, SWT.NONE);
        boolean temporary = items.length == 0;
        tree.showItem(line);
        Text field = new Text(tree, SWT.BORDER);
        TreeEditor editor = new TreeEditor(tree);
        editor.grabHorizontal = true;
        editor.setEditor(field, line, 0);
        field.setText(now);
        field.selectAll();
        field.setFocus();
        Runnable leave = () -> {
            if (!field.isDisposed()) {
                editor.dispose();
                field.dispose();
                if (temporary && !line.isDisposed()) {
                    line.dispose();
                }
                tree.setFocus();
            }
        };
        field.addListener(SWT.DefaultSelection, event -> {
            String typed = field.getText().strip();
            leave.run();
            if (!typed.isEmpty()) {
                named.accept(typed);
            }
        });
        field.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                event.doit = false;
                leave.run();
            }
        });
        field.addListener(SWT.FocusOut, event -> field.getDisplay().asyncExec(leave));
    }

    private void tip(Event event) {
        TreeItem item = tree.getItem(new Point(event.x, event.y));
        String text = item == null ? null : describe(node(item));
        if (!java.util.Objects.equals(text, tree.getToolTipText())) {
            tree.setToolTipText(text);
        }
    }

    private String describe(SegmentNode node) {
        if (node == null) {
            return null;
        }
        String share = customers == 0 ? "" : site().numbers().percent((double) node.customers() / customers, 1);
        return texts.get("Segments_Line_Tip", node.label(), site().numbers().integer(node.customers()), share,
                node.spend().map(spend -> site().numbers().decimal(spend, 0)).orElse("–"));
    }

    @Override
    protected void refresh() {
        Optional<Segments> service = feed.segments();
        if (service.isEmpty()) {
            loader().cancel();
            pane().showEmpty();
            return;
        }
        loader().load(cancellation -> read(service.get(), service.get().list(), cancellation), found -> {
            show(found);
            if (customers > 0) {
                loader().loadQuietly(cancellation -> read(service.get(), service.get().groupings(), cancellation), this::add);
            }
        });
    }

    private List<SegmentNode> read(Segments service, List<Segmentation> segmentations, Cancellation cancellation)
            throws CustomerException, StoreException {
        List<SegmentNode> found = new ArrayList<>();
        for (Segmentation segmentation : segmentations) {
            found.add(SegmentNode.of(segmentation, service.sizes(segmentation, cancellation), names));
        }
        return found;
    }

    private void show(List<SegmentNode> found) {
        customers = found.stream().mapToLong(SegmentNode::customers).max().orElse(0);
        int top = tree.getTopItem() == null ? 0 : tree.indexOf(tree.getTopItem());
        tree.setRedraw(false);
        tree.removeAll();
        found.forEach(node -> fill(new TreeItem(tree, SWT.NONE), node));
        tree.setRedraw(true);
        if (top > 0 && top < tree.getItemCount()) {
            tree.setTopItem(tree.getItem(top));
        }
        mark(tree.getItems());
        pane().showUnless(customers == 0);
    }

    /** Groups that nobody defined stand below, closed at first. */
    private void add(List<SegmentNode> groupings) {
        groupings.forEach(node -> fill(new TreeItem(tree, SWT.NONE), node));
        mark(tree.getItems());
    }

    private void fill(TreeItem item, SegmentNode node) {
        item.setData(node);
        item.setText(new String[]{ node.label(), count(node.customers()),
                node.mean().map(mean -> site().numbers().decimal(mean, MONEY_DIGITS)).orElse("") });
        node.children().forEach(child -> fill(new TreeItem(item, SWT.NONE), child));
        item.setExpanded(usuallyOpen(node) != turned.contains(node.place()));
    }

    /** Exact as long as it fits the column; the tool tip has all digits. */
    private String count(long number) {
        return number < MILLION ? site().numbers().integer(number) : site().numbers().compact(number);
    }

    private boolean mark(TreeItem[] items) {
        for (TreeItem item : items) {
            SegmentNode node = node(item);
            if (node != null && chosen.filter(node.place()::equals).isPresent()) {
                tree.setSelection(item);
                return true;
            }
            if (mark(item.getItems())) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected void takeFocus() {
        if (pane().face() == StatePane.Face.CONTENT) {
            tree.setFocus();
        } else {
            super.takeFocus();
        }
    }
}
