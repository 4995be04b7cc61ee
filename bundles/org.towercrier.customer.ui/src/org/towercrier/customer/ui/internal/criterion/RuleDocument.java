package org.towercrier.customer.ui.internal.criterion;

import java.util.Optional;

import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.Segments;
import org.towercrier.customer.ui.internal.segment.SegmentRules;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.Segment;
import org.towercrier.model.customer.Segmentation;
import org.towercrier.store.StoreException;
import org.towercrier.store.Versioned;
import org.towercrier.ui.view.UndoStep;

/** A segmentation while the rule of one of its segments is edited; every change can be undone until another one is opened. */
final class RuleDocument {

    private final Segmentation root;
    private final BasicCommandStack stack;
    private long version;
    private String path;

    private RuleDocument(Segmentation root, long version, String path, BasicCommandStack stack) {
        this.root = root;
        this.version = version;
        this.path = path;
        this.stack = stack;
    }

    /** What is stored of a segmentation. @param version 0 when nobody saved it yet */
    record Stored(Segmentation root, long version) {
    }

    /** Reads a segmentation; away from the thread of the window. */
    static Optional<Stored> read(Segments segments, String name) throws StoreException {
        Optional<Versioned<Segmentation>> saved = segments.open(name);
        return saved.isPresent() ? saved.map(found -> new Stored(EcoreUtil.copy(found.root()), found.version()))
                : segments.find(name).map(found -> new Stored(EcoreUtil.copy(found), 0));
    }

    /** Edits a segment; absent when there is none of that path. */
    static Optional<RuleDocument> edit(Stored stored, String path, BasicCommandStack stack) {
        stack.flush();
        return SegmentRules.find(stored.root(), path).map(segment -> new RuleDocument(stored.root(), stored.version(), path, stack));
    }

    String segmentation() {
        return root.getName();
    }

    String path() {
        return path;
    }

    Segmentation root() {
        return root;
    }

    Segment segment() {
        return SegmentRules.find(root, path).orElseThrow();
    }

    /** Edits another segment of the same segmentation. Whether there is one. */
    boolean turnTo(String other) {
        boolean found = SegmentRules.find(root, other).isPresent();
        if (found) {
            path = other;
        }
        return found;
    }

    /** The rule; absent for everyone. */
    Optional<Criterion> rule() {
        return Optional.ofNullable(segment().getCriterion());
    }

    /** Those whom the rule takes and no segment before it. */
    Optional<Criterion> members() {
        return SegmentRules.criterion(root, path);
    }

    /** Changes the rule, as a step that can be undone. */
    void change(String label, Optional<Criterion> rule) {
        Segment segment = segment();
        Criterion before = segment.getCriterion();
        Criterion after = rule.orElse(null);
        stack.execute(UndoStep.of(label, () -> segment.setCriterion(after), () -> segment.setCriterion(before)));
    }

    boolean isDirty() {
        return stack.isSaveNeeded();
    }

    /** Saves. @throws CustomerException when the rule cannot be evaluated */
    void save(Segments segments) throws CustomerException, StoreException {
        version = segments.save(root, version);
        stack.saveIsDone();
    }

    /** Saves over what somebody else saved meanwhile. */
    void saveOver(Segments segments, long theirs) throws CustomerException, StoreException {
        version = theirs;
        save(segments);
    }

    /** Is it what is stored? As long as nobody saved it, only while it has been edited. */
    boolean isStored(Stored stored) {
        return stored.root().getName().equals(root.getName()) && stored.version() == version && (version > 0 || stack.canUndo());
    }
}
