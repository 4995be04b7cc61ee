package org.towercrier.customer.ui.internal.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.towercrier.customer.Segments;
import org.towercrier.model.customer.AllOf;
import org.towercrier.model.customer.AttributeCriterion;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.model.customer.NoneOf;
import org.towercrier.model.customer.Segment;
import org.towercrier.model.customer.Segmentation;

/** The first segment that matches takes a customer, so a segment alone is its rule without those before it. */
class FollowedSegmentTest {

    private static Segment segment(String name, Segment... children) {
        Segment segment = CustomerFactory.eINSTANCE.createSegment();
        segment.setName(name);
        AttributeCriterion rule = CustomerFactory.eINSTANCE.createAttributeCriterion();
        rule.setAttribute("Customer." + name);
        segment.setCriterion(rule);
        segment.getChildren().addAll(List.of(children));
        return segment;
    }

    private static Segmentation three() {
        Segmentation segmentation = CustomerFactory.eINSTANCE.createSegmentation();
        segmentation.setName("three");
        segmentation.getSegments().addAll(List.of(segment("a"), segment("b", segment("b1"), segment("b2")), segment("c")));
        return segmentation;
    }

    private static String text(Criterion criterion) {
        return switch (criterion) {
            case AttributeCriterion leaf -> leaf.getAttribute().substring("Customer.".length());
            case AllOf all -> "all" + all.getCriteria().stream().map(FollowedSegmentTest::text).toList();
            case NoneOf none -> "none" + none.getCriteria().stream().map(FollowedSegmentTest::text).toList();
            default -> criterion.toString();
        };
    }

    private static String rule(String path) {
        return text(FollowedSegment.rule(three(), path).orElseThrow());
    }

    @Test
    void theFirstIsItsOwnRule() {
        assertEquals("all[a]", rule("a"));
    }

    @Test
    void laterOnesLeaveOutThoseBefore() {
        assertEquals("all[c, none[a, b]]", rule("c"));
    }

    @Test
    void childrenLieWithinTheirParentAndAfterTheirSisters() {
        assertEquals("all[b, b2, none[a, b1]]", rule("b/b2"));
    }

    @Test
    void whomAChildTakesIsTheChilds() {
        assertEquals("all[b, none[a, b1, b2]]", rule("b"));
    }

    @Test
    void theRestIsWhomNobodyTakes() {
        assertEquals("all[none[a, b, c]]", rule(Segments.UNASSIGNED));
    }

    @Test
    void aSegmentThatIsGoneHasNoRule() {
        assertEquals(Optional.empty(), FollowedSegment.rule(three(), "d"));
        assertEquals(Optional.empty(), FollowedSegment.rule(three(), "a/x"));
    }

    @Test
    void namesAreThoseForPeople() {
        Segmentation segmentation = three();
        segmentation.getSegments().getFirst().setLabel("Newcomers");
        SegmentNames names = SegmentNames.of(segmentation, new FigureTexts(Locale.ENGLISH));
        assertEquals("Newcomers", names.label("a"));
        assertEquals("b1", names.label("b/b1"));
        assertEquals("Unassigned", names.label(Segments.UNASSIGNED));
        assertEquals("gone", names.label("gone"));
    }

    @Test
    void attributesHaveNamesAndUnitsOfTheModel() {
        AttributeNames names = new AttributeNames(new FigureTexts(Locale.ENGLISH));
        assertEquals("Spend", names.label("MonthlyFacts.spend"));
        assertEquals("", names.unit("MonthlyFacts.spend"));
        assertEquals("MB", names.unit("MonthlyFacts.dataVolume"));
        assertEquals("Female", names.value("Customer.gender", "FEMALE"));
        assertEquals("yes", names.value("Customer.competitiveArea", "true"));
        assertEquals("No.such", names.label("No.such"));
        assertEquals("Contract type", names.label("Contract.type"));
        assertTrue(names.label("Terminal.maker").startsWith("Terminal: "));
    }
}
