package org.towercrier.customer.internal.segment;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.Field;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.model.customer.Segment;
import org.towercrier.model.customer.Segmentation;

/** A segmentation as one expression over the base of customers: the path of the first segment that matches, absent for the rest. */
final class Assignment {

    /** A segment with its path, {@code parent/child}, and what makes somebody belong to it. */
    record Rule(String path, Segment segment, Condition condition) {
    }

    private final List<Rule> rules = new ArrayList<>();

    Assignment(Segmentation segmentation, CriterionCompiler compiler) throws CustomerException {
        for (Segment segment : segmentation.getSegments()) {
            add("", segment, Optional.empty(), compiler);
        }
    }

    /** The children of a segment come before it: who fits none of them stays in the segment itself. */
    private void add(String parent, Segment segment, Optional<Condition> within, CriterionCompiler compiler) throws CustomerException {
        String name = Optional.ofNullable(segment.getName()).map(String::strip).orElse("");
        if (name.isEmpty() || name.contains("/")) {
            throw new CustomerException(CustomerMessages.text("Segment_Name", name));
        }
        Condition own;
        try {
            own = compiler.compile(segment.getCriterion());
        } catch (CustomerException e) {
            throw new CustomerException(CustomerMessages.text("Segment_Criterion", name, e.getMessage()), e);
        }
        Condition condition = within.map(outer -> outer.and(own)).orElse(own);
        for (Segment child : segment.getChildren()) {
            add(parent + name + "/", child, Optional.of(condition), compiler);
        }
        rules.add(new Rule(parent + name, segment, condition));
    }

    List<Rule> rules() {
        return rules;
    }

    /** The segment of a customer. */
    Field<String> segment() {
        CaseConditionStep<String> cases = null;
        for (Rule rule : rules) {
            cases = cases == null ? when(rule.condition(), inline(rule.path())) : cases.when(rule.condition(), inline(rule.path()));
        }
        return cases == null ? inline((String) null) : cases;
    }
}
