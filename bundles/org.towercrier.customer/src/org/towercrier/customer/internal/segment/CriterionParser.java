package org.towercrier.customer.internal.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.towercrier.customer.CustomerException;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.model.customer.AllOf;
import org.towercrier.model.customer.AnyOf;
import org.towercrier.model.customer.AttributeCriterion;
import org.towercrier.model.customer.ComparisonOperator;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.model.customer.FactsAggregation;
import org.towercrier.model.customer.NoneOf;
import org.towercrier.model.customer.SegmentCriterion;

/**
 * Reads a criterion as one line: {@code Customer.age >= 60 and (MonthlyFacts.spend(mean,6) > 50 or not Contract.end present)}, {@code Customer.region in ('A', 'B')},
 * {@code Customer.tenure between 3 and 12}, {@code segment behaviour = 'voice-leaning'}.
 */
public final class CriterionParser {

    private static final Pattern TOKEN = Pattern
            .compile("\\s*(?:('(?:[^']|'')*')|(<=|>=|<>|!=|≤|≥|≠|=|<|>|\\(|\\)|,)|([^\\s()<>=!,'≤≥≠]+))");
    private static final CustomerFactory FACTORY = CustomerFactory.eINSTANCE;
    private static final Map<String, ComparisonOperator> SIGNS = Map.ofEntries(Map.entry("=", ComparisonOperator.EQUAL),
            Map.entry("<>", ComparisonOperator.NOT_EQUAL), Map.entry("!=", ComparisonOperator.NOT_EQUAL),
            Map.entry("≠", ComparisonOperator.NOT_EQUAL),
            Map.entry("<", ComparisonOperator.LESS), Map.entry("<=", ComparisonOperator.LESS_OR_EQUAL),
            Map.entry("≤", ComparisonOperator.LESS_OR_EQUAL),
            Map.entry(">", ComparisonOperator.GREATER), Map.entry(">=", ComparisonOperator.GREATER_OR_EQUAL),
            Map.entry("≥", ComparisonOperator.GREATER_OR_EQUAL), Map.entry("contains", ComparisonOperator.CONTAINS),
            Map.entry("starts", ComparisonOperator.STARTS_WITH), Map.entry("present", ComparisonOperator.PRESENT),
            Map.entry("absent", ComparisonOperator.ABSENT), Map.entry("in", ComparisonOperator.IN),
            Map.entry("between", ComparisonOperator.BETWEEN));

    /** What stands for a rule without parts. */
    static final String EVERYONE = "everyone";

    private final List<String> tokens = new ArrayList<>();
    private int at;

    private CriterionParser(String text) throws CustomerException {
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (end < text.stripTrailing().length()) {
            if (!token.find(end) || token.start() != end) {
                throw new CustomerException(CustomerMessages.text("Criterion_Text", text.substring(end).strip()));
            }
            tokens.add(token.group().strip());
            end = token.end();
        }
    }

    /** Reads a line. @throws CustomerException with what was not understood */
    public static Criterion parse(String text) throws CustomerException {
        CriterionParser parser = new CriterionParser(text);
        Criterion criterion = parser.any();
        if (parser.at < parser.tokens.size()) {
            throw parser.unexpected();
        }
        return criterion;
    }

    private CustomerException unexpected() {
        return new CustomerException(
                CustomerMessages.text("Criterion_Text", at < tokens.size() ? String.join(" ", tokens.subList(at, tokens.size())) : "…"));
    }

    private boolean take(String word) {
        if (at < tokens.size() && tokens.get(at).equalsIgnoreCase(word)) {
            at++;
            return true;
        }
        return false;
    }

    private String next() throws CustomerException {
        if (at >= tokens.size()) {
            throw unexpected();
        }
        return tokens.get(at++);
    }

    private Criterion any() throws CustomerException {
        List<Criterion> parts = new ArrayList<>(List.of(all()));
        while (take("or")) {
            parts.add(all());
        }
        if (parts.size() == 1) {
            return parts.get(0);
        }
        AnyOf any = FACTORY.createAnyOf();
        any.getCriteria().addAll(parts);
        return any;
    }

    private Criterion all() throws CustomerException {
        List<Criterion> parts = new ArrayList<>(List.of(one()));
        while (take("and")) {
            parts.add(one());
        }
        if (parts.size() == 1) {
            return parts.get(0);
        }
        AllOf all = FACTORY.createAllOf();
        all.getCriteria().addAll(parts);
        return all;
    }

    private Criterion one() throws CustomerException {
        if (take("not")) {
            NoneOf none = FACTORY.createNoneOf();
            Criterion inner = one();
            none.getCriteria().addAll(inner instanceof AnyOf any ? List.copyOf(any.getCriteria()) : List.of(inner));
            return none;
        }
        if (take("(")) {
            Criterion inner = any();
            if (!take(")")) {
                throw unexpected();
            }
            return inner;
        }
        if (take(EVERYONE)) {
            return FACTORY.createAllOf();
        }
        if (take("segment")) {
            SegmentCriterion member = FACTORY.createSegmentCriterion();
            member.setSegmentation(plain(next()));
            if (!take("=")) {
                throw unexpected();
            }
            member.setSegment(plain(next()));
            return member;
        }
        return comparison();
    }

    private AttributeCriterion comparison() throws CustomerException {
        AttributeCriterion leaf = FACTORY.createAttributeCriterion();
        String attribute = plain(next());
        leaf.setAttribute(attribute.contains(".") && !attribute.startsWith("extra.") ? attribute : "Customer." + attribute);
        if (leaf.getAttribute().startsWith("MonthlyFacts.") && take("(")) {
            window(leaf);
        }
        boolean negated = take("not");
        take("is");
        ComparisonOperator operator = SIGNS.get(next().toLowerCase(Locale.ROOT));
        if (operator == null) {
            at--;
            throw unexpected();
        }
        leaf.setOperator(negated && operator == ComparisonOperator.IN ? ComparisonOperator.NOT_IN : operator);
        switch (operator) {
            case PRESENT, ABSENT -> take("");
            case IN -> list(leaf);
            case BETWEEN -> {
                leaf.getValues().add(plain(next()));
                if (!take("and")) {
                    throw unexpected();
                }
                leaf.getValues().add(plain(next()));
            }
            default -> leaf.getValues().add(plain(next()));
        }
        return leaf;
    }

    private void window(AttributeCriterion leaf) throws CustomerException {
        for (String word = next(); !word.equals(")"); word = next()) {
            if (word.matches("\\d{1,3}")) {
                leaf.setMonths(Integer.valueOf(word));
            } else if (!word.equals(",")) {
                FactsAggregation aggregation = FactsAggregation.get(word.toUpperCase(Locale.ROOT));
                if (aggregation == null) {
                    at--;
                    throw unexpected();
                }
                leaf.setAggregation(aggregation);
            }
        }
    }

    private void list(AttributeCriterion leaf) throws CustomerException {
        if (!take("(")) {
            throw unexpected();
        }
        do {
            leaf.getValues().add(plain(next()));
        } while (take(","));
        if (!take(")")) {
            throw unexpected();
        }
    }

    private static String plain(String token) {
        return token.startsWith("'") ? token.substring(1, token.length() - 1).replace("''", "'") : token;
    }
}
