package org.towercrier.customer.ui.internal.segment;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.towercrier.customer.Segments;
import org.towercrier.customer.ui.internal.CustomerIds;
import org.towercrier.customer.ui.internal.Navigation;
import org.towercrier.customer.ui.internal.Texts;

import jakarta.inject.Inject;

/** What can be done with a line of the tree of segments, by menu and by key. */
@Creatable
final class SegmentMenu {

    private static final String GROUPING = "by-";

    private final Texts texts;
    private final SegmentSteps steps;
    private final Navigation navigation;
    private final SegmentNames names;

    @Inject
    SegmentMenu(Texts texts, SegmentSteps steps, Navigation navigation, SegmentNames names) {
        this.texts = texts;
        this.steps = steps;
        this.navigation = navigation;
        this.names = names;
    }

    /** Asks for a name in place: what it is now, what to do with the new one. */
    @FunctionalInterface
    interface Asking {
        void ask(String now, Consumer<String> named);
    }

    /** Something that can be done. @param key of its text @param keyCode key that does it, 0 for none */
    record Action(String key, int keyCode, int modifiers, Runnable run) {

        Action(String key, Runnable run) {
            this(key, 0, SWT.NONE, run);
        }
    }

    /** All that can be done with a line; with none of them, what can be done without. */
    List<Action> actions(Segments segments, Optional<SegmentNode> node, Asking asking) {
        Action create = new Action("Segments_New", () -> asking.ask(texts.get("Segments_NewName"),
                name -> steps.create(segments, "Segments_New",
                        taken -> SegmentEdits.create(name, texts.get("Segments_NewSegment"), taken))));
        if (node.isEmpty() || node.get().place().segmentation().isEmpty()) {
            return List.of(create);
        }
        SegmentNode.Place place = node.get().place();
        String segmentation = place.segmentation();
        if (place.path().isEmpty() || segmentation.startsWith(GROUPING)) {
            return whole(segments, node.get(), segmentation, asking, create);
        }
        String path = place.path().get();
        Action add = add(segments, segmentation, Optional.empty(), asking);
        if (Segments.UNASSIGNED.equals(path)) {
            return List.of(add, create);
        }
        return List.of(new Action("Segments_Edit", () -> navigation.show(CustomerIds.PART_CRITERION)), add,
                add(segments, segmentation, Optional.of(path), asking),
                new Action("Segments_Duplicate", 'd', SWT.MOD1, () -> steps.edit(segments, "Segments_Duplicate", segmentation,
                        root -> SegmentEdits.duplicate(root, path, this::again))),
                new Action("Segments_Rename", SWT.F2, SWT.NONE, () -> asking.ask(node.get().label(), name -> steps.edit(segments,
                        "Segments_Rename", segmentation, root -> SegmentEdits.rename(root, path, name)))),
                new Action("Segments_Up", SWT.ARROW_UP, SWT.ALT, () -> shift(segments, segmentation, path, -1)),
                new Action("Segments_Down", SWT.ARROW_DOWN, SWT.ALT, () -> shift(segments, segmentation, path, 1)),
                new Action("Segments_Delete", SWT.DEL, SWT.NONE, () -> steps.edit(segments, "Segments_Delete", segmentation,
                        root -> SegmentEdits.remove(root, path))));
    }

    /** What can be done with a segmentation; one that nobody defined can be made one's own. */
    private List<Action> whole(Segments segments, SegmentNode node, String name, Asking asking, Action create) {
        boolean own = !name.startsWith(GROUPING);
        Action duplicate = new Action("Segments_Duplicate", 'd', SWT.MOD1, () -> steps.copy(segments, name, root -> again(names.of(root))));
        Action assign = new Action("Segments_Assign", () -> steps.assign(segments, name));
        if (!own) {
            return List.of(duplicate, assign, create);
        }
        Action rename = new Action("Segments_Rename", SWT.F2, SWT.NONE, () -> asking.ask(node.label(),
                label -> steps.edit(segments, "Segments_Rename", name, root -> SegmentEdits.rename(root, label))));
        return List.of(add(segments, name, Optional.empty(), asking), duplicate, rename, assign,
                new Action("Segments_Delete", SWT.DEL, SWT.NONE, () -> steps.delete(segments, name)), create);
    }

    private Action add(Segments segments, String segmentation, Optional<String> parent, Asking asking) {
        String key = parent.isEmpty() ? "Segments_Add" : "Segments_AddBelow";
        return new Action(key, () -> asking.ask(texts.get("Segments_NewSegment"),
                name -> steps.edit(segments, key, segmentation, root -> SegmentEdits.add(root, parent, name))));
    }

    private void shift(Segments segments, String segmentation, String path, int by) {
        steps.edit(segments, by < 0 ? "Segments_Up" : "Segments_Down", segmentation, root -> SegmentEdits.shift(root, path, by));
    }

    private String again(String label) {
        return texts.get("Segments_Again", label);
    }

    /** Fills a menu. */
    void fill(Menu menu, List<Action> actions) {
        for (MenuItem item : menu.getItems()) {
            item.dispose();
        }
        for (Action action : actions) {
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setText(texts.get(action.key()) + accelerator(action));
            item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run().run()));
        }
    }

    private static String accelerator(Action action) {
        return switch (action.keyCode()) {
            case SWT.DEL -> "\tDel";
            case SWT.F2 -> "\tF2";
            case SWT.ARROW_UP -> "\tAlt+↑";
            case SWT.ARROW_DOWN -> "\tAlt+↓";
            case 'd' -> "\tCtrl+D";
            default -> "";
        };
    }
}
