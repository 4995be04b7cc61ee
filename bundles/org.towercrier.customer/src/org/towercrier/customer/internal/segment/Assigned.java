package org.towercrier.customer.internal.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jooq.Condition;
import org.jooq.Field;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.internal.base.OtherColumns;
import org.towercrier.model.customer.AttributeCriterion;
import org.towercrier.model.customer.Segment;
import org.towercrier.model.customer.Segmentation;

/**
 * A segmentation as expressions over a base of customers as of a date.
 *
 * @param segment path of a customer's segment, absent for none
 * @param paths all segments, in the order in which they take customers
 * @param leaves all comparisons in the rules
 */
public record Assigned(Field<String> segment, List<String> paths, List<Leaf> leaves) {

    /** A comparison. @param segment path of the segment whose rule has it @param text as people read it */
    public record Leaf(String segment, String text, Condition condition) {
    }

    /** Compiles. @param others columns beyond the model that the base has @throws CustomerException when a rule cannot be evaluated */
    public static Assigned of(Segmentation segmentation, LocalDate asOf, OtherColumns others) throws CustomerException {
        CriterionCompiler compiler = new CriterionCompiler(asOf, others);
        Assignment assignment = new Assignment(segmentation, compiler);
        List<Leaf> leaves = new ArrayList<>();
        for (Assignment.Rule rule : assignment.rules()) {
            Segment segment = rule.segment();
            if (segment.getCriterion() == null) {
                continue;
            }
            TreeIterator<EObject> parts = EcoreUtil.getAllContents(List.of(segment.getCriterion()));
            while (parts.hasNext()) {
                if (parts.next() instanceof AttributeCriterion leaf) {
                    leaves.add(new Leaf(rule.path(), CriterionText.of(leaf, Locale.getDefault()), compiler.leaf(leaf)));
                }
            }
        }
        return new Assigned(assignment.segment(), assignment.rules().stream().map(Assignment.Rule::path).toList(), List.copyOf(leaves));
    }
}
