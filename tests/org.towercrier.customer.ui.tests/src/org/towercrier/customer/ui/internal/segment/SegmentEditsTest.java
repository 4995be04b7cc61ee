package org.towercrier.customer.ui.internal.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.towercrier.customer.Segments;
import org.towercrier.model.customer.AllOf;
import org.towercrier.model.customer.AttributeCriterion;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.model.customer.NoneOf;
import org.towercrier.model.customer.Segment;
import org.towercrier.model.customer.Segmentation;

/** Segmentations as they are edited in the tree, and their segments as rules of their own. */
class SegmentEditsTest {

    @Test
    void aNewSegmentationTakesEveryoneUntilItsRuleIsWritten() {
        SegmentEdits.Edited made = SegmentEdits.create("Mine / ours", "First", Set.of("Mine - ours"));
        assertEquals("Mine - ours 2", made.root().getName());
        assertEquals("Mine / ours", made.root().getLabel());
        assertEquals(Optional.of("First"), made.path());
    }

    @Test
    void segmentsOfOneLevelNeverShareAName() {
        Segmentation root = segmentation("a", "b");
        SegmentEdits.Edited added = SegmentEdits.add(root, Optional.empty(), "a");
        assertEquals("[a, b, a 2]", names(added.root()));
        assertEquals("[a, a again, b]", names(SegmentEdits.duplicate(root, "a", label -> label + " again").root()));
        assertEquals("[a, b]", names(root));
    }

    @Test
    void aSegmentBelowAnotherHasItsPath() {
        SegmentEdits.Edited added = SegmentEdits.add(segmentation("a", "b"), Optional.of("a"), "c");
        assertEquals(Optional.of("a/c"), added.path());
        assertEquals("c", SegmentRules.find(added.root(), "a/c").orElseThrow().getName());
        assertTrue(SegmentRules.find(SegmentEdits.remove(added.root(), "a/c").root(), "a/c").isEmpty());
    }

    @Test
    void renamingKeepsTheNameByWhichTheHistoryIsKnown() {
        Segmentation root = SegmentEdits.rename(segmentation("a", "b"), "b", "Better").root();
        assertEquals("[a, b]", names(root));
        assertEquals("Better", SegmentRules.find(root, "b").orElseThrow().getLabel());
    }

    @Test
    void theOrderDecidesWhoTakesACustomer() {
        assertEquals("[b, a]", names(SegmentEdits.shift(segmentation("a", "b"), "b", -1).root()));
        assertEquals("[a, b]", names(SegmentEdits.shift(segmentation("a", "b"), "b", 1).root()));
    }

    @Test
    void aSegmentAsARuleExcludesThoseThatTheSegmentsBeforeItTake() {
        Segmentation root = segmentation("a", "b", "c");
        assertEquals("a", text(SegmentRules.criterion(root, "a").orElseThrow()));
        assertEquals("(c not(a b))", text(SegmentRules.criterion(root, "c").orElseThrow()));
        assertEquals("not(a b c)", text(SegmentRules.criterion(root, Segments.UNASSIGNED).orElseThrow()));
        assertTrue(SegmentRules.criterion(root, "d").isEmpty());
    }

    @Test
    void aSegmentTakesThoseBelowItToo() {
        Segmentation root = segmentation("a", "b");
        root.getSegments().get(0).getChildren().add(segment("inner"));
        assertEquals("a", text(SegmentRules.criterion(root, "a").orElseThrow()));
        assertEquals("(a inner)", text(SegmentRules.criterion(root, "a/inner").orElseThrow()));
        assertEquals("(b not((a inner) a))", text(SegmentRules.criterion(root, "b").orElseThrow()));
    }

    private static Segmentation segmentation(String... names) {
        Segmentation root = CustomerFactory.eINSTANCE.createSegmentation();
        root.setName("test");
        for (String name : names) {
            root.getSegments().add(segment(name));
        }
        return root;
    }

    private static Segment segment(String name) {
        Segment segment = CustomerFactory.eINSTANCE.createSegment();
        segment.setName(name);
        AttributeCriterion rule = CustomerFactory.eINSTANCE.createAttributeCriterion();
        rule.setAttribute(name);
        segment.setCriterion(rule);
        return segment;
    }

    private static String names(Segmentation root) {
        return root.getSegments().stream().map(Segment::getName).toList().toString();
    }

    private static String text(Criterion criterion) {
        return switch (criterion) {
            case AttributeCriterion leaf -> leaf.getAttribute();
            case NoneOf none -> "not" + text(none.getCriteria(), true);
            case AllOf all -> text(all.getCriteria(), all.getCriteria().size() > 1);
            default -> criterion.toString();
        };
    }

    private static String text(List<Criterion> parts, boolean brackets) {
        String joined = parts.stream().map(SegmentEditsTest::text).collect(Collectors.joining(" "));
        return brackets ? "(" + joined + ")" : joined;
    }
}
