package org.towercrier.customer.ui.internal.criterion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.ViewerDropAdapter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.dnd.TransferData;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.towercrier.model.customer.Criterion;
import org.towercrier.ui.theme.Severity;
import org.towercrier.ui.view.PartSite;

/** A tree of criteria; parts are moved by dragging or with Alt and the arrow keys, and deleted with Delete. */
final class CriterionTree {

    /** What the tree asks its editor for. */
    interface Edits {

        void selected(List<Integer> path);

        void move(List<Integer> path, List<Integer> group, int position);

        void shift(List<Integer> path, int by);

        void remove(List<Integer> path);
    }

    private final PartSite site;
    private final TreeViewer viewer;
    private final Edits edits;
    private Optional<Criterion> root = Optional.empty();
    private Optional<CriterionLabels> labels = Optional.empty();
    private Map<Criterion, String> problems = Map.of();
    private boolean silent;

    CriterionTree(Composite parent, PartSite site, Edits edits) {
        this.site = site;
        this.edits = edits;
        viewer = new TreeViewer(parent, SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER);
        viewer.setContentProvider(new Content());
        viewer.setLabelProvider(new Lines());
        ColumnViewerToolTipSupport.enableFor(viewer);
        viewer.addSelectionChangedListener(event -> {
            if (!silent) {
                edits.selected(selected());
            }
        });
        viewer.getTree().addListener(SWT.KeyDown, this::key);
        Transfer[] kinds = { LocalSelectionTransfer.getTransfer() };
        viewer.addDragSupport(DND.DROP_MOVE, kinds, new DragSourceAdapter() {
            @Override
            public void dragStart(DragSourceEvent event) {
                event.doit = !selected().isEmpty();
                LocalSelectionTransfer.getTransfer().setSelection(viewer.getSelection());
            }
        });
        viewer.addDropSupport(DND.DROP_MOVE, kinds, new Drop());
    }

    Tree control() {
        return viewer.getTree();
    }

    /** Shows a tree and selects a part of it. @param wrong reasons why parts cannot be evaluated */
    void show(Optional<Criterion> newRoot, CriterionLabels words, Map<Criterion, String> wrong, List<Integer> path) {
        root = newRoot;
        labels = Optional.of(words);
        problems = wrong;
        silent = true;
        try {
            viewer.setInput(root.map(criterion -> new Object[]{ criterion }).orElseGet(() -> new Object[0]));
            viewer.expandAll();
            CriterionEdits.at(root, path).ifPresent(part -> viewer.setSelection(new StructuredSelection(part), true));
        } finally {
            silent = false;
        }
    }

    /** Path of the selected part; that of the root when none is. */
    List<Integer> selected() {
        return part(((IStructuredSelection) viewer.getSelection()).getFirstElement()).flatMap(part -> CriterionEdits.path(root, part))
                .orElse(List.of());
    }

    private static Optional<Criterion> part(Object element) {
        return element instanceof Criterion part ? Optional.of(part) : Optional.empty();
    }

    private void key(Event event) {
        List<Integer> path = selected();
        if (event.keyCode == SWT.DEL && event.stateMask == 0) {
            edits.remove(path);
        } else if (event.stateMask == SWT.ALT && (event.keyCode == SWT.ARROW_UP || event.keyCode == SWT.ARROW_DOWN)) {
            event.doit = false;
            edits.shift(path, event.keyCode == SWT.ARROW_UP ? -1 : 1);
        }
    }

    /** Runs something with the path of a part. */
    private void with(Object element, Consumer<List<Integer>> action) {
        part(element).flatMap(found -> CriterionEdits.path(root, found)).ifPresent(action);
    }

    private final class Drop extends ViewerDropAdapter {

        Drop() {
            super(CriterionTree.this.viewer);
        }

        @Override
        public boolean validateDrop(Object target, int operation, TransferData type) {
            return target instanceof Criterion && LocalSelectionTransfer.getTransfer().isSupportedType(type);
        }

        @Override
        public boolean performDrop(Object data) {
            Object dragged = data instanceof IStructuredSelection selection ? selection.getFirstElement() : null;
            Object target = getCurrentTarget();
            int where = getCurrentLocation();
            with(dragged, from -> with(target, to -> drop(from, to, (Criterion) target, where)));
            return true;
        }

        private void drop(List<Integer> from, List<Integer> to, Criterion target, int where) {
            if (where == LOCATION_ON && Groups.parts(target).isPresent()) {
                edits.move(from, to, Groups.parts(target).get().size());
            } else if (!to.isEmpty()) {
                List<Integer> group = to.subList(0, to.size() - 1);
                boolean later = from.size() == to.size() && from.subList(0, from.size() - 1).equals(group)
                        && from.getLast() < to.getLast();
                // dropped on a comparison it takes its place, from above as well as from below
                boolean behind = where == LOCATION_AFTER || where == LOCATION_ON && later;
                int position = to.getLast() + (behind ? 1 : 0) - (later ? 1 : 0);
                edits.move(from, group, position);
            }
        }
    }

    private final class Lines extends ColumnLabelProvider {

        @Override
        public String getText(Object element) {
            String text = part(element).flatMap(part -> labels.map(words -> words.of(part))).orElse("");
            return problems.containsKey(element) ? "⚠ " + text : text;
        }

        @Override
        public String getToolTipText(Object element) {
            return problems.get(element);
        }

        @Override
        public Color getForeground(Object element) {
            return problems.containsKey(element) ? site.themes().theme().edge(Severity.CRITICAL) : null;
        }
    }

    private static final class Content implements ITreeContentProvider {

        @Override
        public Object[] getElements(Object input) {
            return (Object[]) input;
        }

        @Override
        public Object[] getChildren(Object parent) {
            return part(parent).flatMap(Groups::parts).map(List::toArray).orElseGet(() -> new Object[0]);
        }

        @Override
        public Object getParent(Object element) {
            return element instanceof Criterion part && part.eContainer() instanceof Criterion group ? group : null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return getChildren(element).length > 0;
        }
    }
}
