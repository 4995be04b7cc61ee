package org.towercrier.customer.ui.internal.criterion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.towercrier.model.customer.AttributeCriterion;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CustomerFactory;

/** Rules as they are edited: every edit leaves the old rule as it was. */
class CriterionEditsTest {

    /** a and (b or c) */
    private final Optional<Criterion> rule = Optional.of(Groups.of(Groups.Kind.ALL,
            List.of(leaf("a"), Groups.of(Groups.Kind.ANY, List.of(leaf("b"), leaf("c"))))));

    @Test
    void theFirstConditionIsTheWholeRule() {
        CriterionEdits.Edited edited = CriterionEdits.add(Optional.empty(), List.of(), leaf("a"));
        assertEquals("a", text(edited));
        assertEquals(List.of(), edited.path());
    }

    @Test
    void aSecondConditionMakesBothBeAskedFor() {
        assertEquals("ALL(a b)", text(CriterionEdits.add(Optional.of(leaf("a")), List.of(), leaf("b"))));
    }

    @Test
    void aConditionComesIntoTheSelectedGroupOrBehindTheSelectedCondition() {
        assertEquals("ALL(a ANY(b c d))", text(CriterionEdits.add(rule, List.of(1), leaf("d"))));
        CriterionEdits.Edited behind = CriterionEdits.add(rule, List.of(1, 0), leaf("d"));
        assertEquals("ALL(a ANY(b d c))", text(behind));
        assertEquals(List.of(1, 1), behind.path());
        assertEquals("ALL(a ANY(b c))", text(rule));
    }

    @Test
    void whatIsRemovedLeavesItsNeighbourSelected() {
        CriterionEdits.Edited edited = CriterionEdits.remove(rule, List.of(1, 1));
        assertEquals("ALL(a ANY(b))", text(edited));
        assertEquals(List.of(1, 0), edited.path());
        assertTrue(CriterionEdits.remove(rule, List.of()).root().isEmpty());
    }

    @Test
    void aGroupIsPutTogetherInAnotherWay() {
        assertEquals("NONE(a ANY(b c))", text(CriterionEdits.turn(rule, List.of(), Groups.Kind.NONE)));
        assertEquals("ALL(NONE(a) ANY(b c))", text(CriterionEdits.wrap(rule, List.of(0), Groups.Kind.NONE)));
    }

    @Test
    void aPartMovesAmongItsNeighboursAndOutOfItsGroupAtTheEnd() {
        assertEquals("ALL(ANY(b c) a)", text(CriterionEdits.shift(rule, List.of(0), 1).orElseThrow()));
        CriterionEdits.Edited out = CriterionEdits.shift(rule, List.of(1, 0), -1).orElseThrow();
        assertEquals("ALL(a b ANY(c))", text(out));
        assertEquals(List.of(1), out.path());
        assertTrue(CriterionEdits.shift(rule, List.of(0), -1).isEmpty());
    }

    @Test
    void aPartIsDroppedIntoAGroupButNoGroupIntoItself() {
        CriterionEdits.Edited edited = CriterionEdits.move(rule, List.of(0), List.of(1), 2).orElseThrow();
        assertEquals("ALL(ANY(b c a))", text(edited));
        assertEquals(List.of(0, 2), edited.path());
        assertTrue(CriterionEdits.move(rule, List.of(1), List.of(1), 0).isEmpty());
    }

    private static Criterion leaf(String name) {
        AttributeCriterion leaf = CustomerFactory.eINSTANCE.createAttributeCriterion();
        leaf.setAttribute(name);
        return leaf;
    }

    private static String text(CriterionEdits.Edited edited) {
        return text(edited.root());
    }

    private static String text(Optional<Criterion> criterion) {
        return criterion.map(part -> part instanceof AttributeCriterion leaf ? leaf.getAttribute()
                : Groups.kind(part).orElseThrow() + Groups.parts(part).orElseThrow().stream().map(each -> text(Optional.of(each)))
                        .collect(Collectors.joining(" ", "(", ")")))
                .orElse("");
    }
}
