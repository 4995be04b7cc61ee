package org.towercrier.customer.internal.segment;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.percentileCont;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.towercrier.customer.Segments;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.model.customer.AllOf;
import org.towercrier.model.customer.AnyOf;
import org.towercrier.model.customer.AttributeCriterion;
import org.towercrier.model.customer.ComparisonOperator;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.model.customer.FactsAggregation;
import org.towercrier.model.customer.Segment;
import org.towercrier.model.customer.Segmentation;

/**
 * The four named groups as rules to begin with: data-hungry newcomers, high-value long-standing, voice-leaning, low-value dormant. Currencies and tariffs differ, so the
 * borders are the quartiles of the customers that are there, rounded; from then on they are numbers that people edit.
 */
public final class FourSegments {

    /** Names of the four, in the order in which they take customers. */
    public static final List<String> NAMES = List.of("data-hungry-newcomers", "high-value-long-standing", "voice-leaning",
            "low-value-dormant");

    private static final CustomerFactory FACTORY = CustomerFactory.eINSTANCE;
    private static final MathContext ROUND = new MathContext(2);
    private static final String SPEND = "MonthlyFacts.spend";
    private static final String DATA = "MonthlyFacts.dataVolume";
    private static final String VOICE = "MonthlyFacts.voiceMinutes";
    private static final String TENURE = "Customer.tenure";
    private static final int LONG_STANDING = 24;
    private static final int NEWCOMER = 12;

    private FourSegments() {
    }

    /** The borders that customers suggest, absent where nothing is known. */
    private record Borders(Optional<String> lowSpend, Optional<String> highSpend, Optional<String> middleData, Optional<String> highData,
            Optional<String> middleVoice, Optional<String> highVoice) {
    }

    /** The segmentation with borders from a base of customers. */
    static Segmentation of(DSLContext sql, Table<Record> base) {
        Field<Double> spend = field(name("spend_mean_3"), Double.class);
        Field<Double> data = field(name("datavolume_mean_3"), Double.class);
        Field<Double> voice = field(name("voiceminutes_mean_3"), Double.class);
        var row = sql.select(quantile(0.25, spend), quantile(0.75, spend), quantile(0.5, data), quantile(0.75, data), quantile(0.5, voice),
                quantile(0.75, voice)).from(base).fetchOne();
        return row == null
                ? of(new Borders(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                        Optional.empty()))
                : of(new Borders(text(row.value1()), text(row.value2()), text(row.value3()), text(row.value4()), text(row.value5()),
                        text(row.value6())));
    }

    private static Field<Double> quantile(double share, Field<Double> of) {
        return percentileCont(share).withinGroupOrderBy(of).cast(Double.class);
    }

    private static Optional<String> text(Double value) {
        return Optional.ofNullable(value).map(each -> BigDecimal.valueOf(each).round(ROUND).stripTrailingZeros().toPlainString());
    }

    private static Segmentation of(Borders borders) {
        Segmentation four = FACTORY.createSegmentation();
        four.setName(Segments.FOUR);
        four.setLabel(CustomerMessages.text("Segments_behaviour"));
        List<Criterion> newcomers = new ArrayList<>(List.of(compare(TENURE, ComparisonOperator.LESS, String.valueOf(NEWCOMER))));
        newcomers.add(compare(DATA, ComparisonOperator.GREATER_OR_EQUAL, borders.highData().orElse("1000")));
        List<Criterion> standing = new ArrayList<>(
                List.of(compare(TENURE, ComparisonOperator.GREATER_OR_EQUAL, String.valueOf(LONG_STANDING))));
        standing.add(compare(SPEND, ComparisonOperator.GREATER_OR_EQUAL, borders.highSpend().orElse("50")));
        List<Criterion> voice = new ArrayList<>(
                List.of(compare(VOICE, ComparisonOperator.GREATER_OR_EQUAL, borders.highVoice().orElse("300"))));
        borders.middleData().ifPresent(border -> voice.add(any(compare(DATA, ComparisonOperator.LESS, border), absent(DATA))));
        List<Criterion> dormant = new ArrayList<>(
                List.of(any(compare(SPEND, ComparisonOperator.LESS_OR_EQUAL, borders.lowSpend().orElse("10")), absent(SPEND))));
        borders.middleData().ifPresent(border -> dormant.add(any(compare(DATA, ComparisonOperator.LESS, border), absent(DATA))));
        borders.middleVoice().ifPresent(border -> dormant.add(any(compare(VOICE, ComparisonOperator.LESS, border), absent(VOICE))));
        List<List<Criterion>> rules = List.of(newcomers, standing, voice, dormant);
        for (int i = 0; i < NAMES.size(); i++) {
            Segment segment = FACTORY.createSegment();
            segment.setName(NAMES.get(i));
            segment.setLabel(CustomerMessages.text("Segments_" + NAMES.get(i)));
            AllOf all = FACTORY.createAllOf();
            all.getCriteria().addAll(rules.get(i));
            segment.setCriterion(all);
            four.getSegments().add(segment);
        }
        return four;
    }

    private static AttributeCriterion compare(String attribute, ComparisonOperator operator, String value) {
        AttributeCriterion leaf = FACTORY.createAttributeCriterion();
        leaf.setAttribute(attribute);
        leaf.setOperator(operator);
        leaf.getValues().add(value);
        leaf.setMonths(3);
        leaf.setAggregation(FactsAggregation.MEAN);
        return leaf;
    }

    private static AttributeCriterion absent(String attribute) {
        AttributeCriterion leaf = compare(attribute, ComparisonOperator.ABSENT, "");
        leaf.getValues().clear();
        return leaf;
    }

    private static AnyOf any(Criterion... parts) {
        AnyOf any = FACTORY.createAnyOf();
        any.getCriteria().addAll(List.of(parts));
        return any;
    }
}
