package org.towercrier.customer.internal.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.towercrier.customer.CriterionAttribute;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.SegmentationMethod;
import org.towercrier.customer.Segments;
import org.towercrier.customer.internal.SyntheticCustomers;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.model.customer.AllOf;
import org.towercrier.model.customer.AnyOf;
import org.towercrier.model.customer.AttributeCriterion;
import org.towercrier.model.customer.ComparisonOperator;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.model.customer.FactsAggregation;
import org.towercrier.model.customer.NoneOf;
import org.towercrier.model.customer.Segment;
import org.towercrier.model.customer.SegmentCriterion;
import org.towercrier.model.customer.Segmentation;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Documents;

/** Rules over customers whose numbers can be counted by hand: customer i is i % 60 + 18 years old, has i % 72 months, and so on. */
class SegmentsTest {

    private static final CustomerFactory FACTORY = CustomerFactory.eINSTANCE;
    private static final int CUSTOMERS = 7200;
    private static TemporaryStore store;
    private static Segments segments;

    @BeforeAll
    static void open() throws Exception {
        store = SyntheticCustomers.store();
        SyntheticCustomers.fill(store.store(), CUSTOMERS, 13);
        segments = new SegmentsComponent(store.store(), new CustomerBase(store.store()));
    }

    @AfterAll
    static void close() throws Exception {
        store.close();
    }

    static AttributeCriterion leaf(String attribute, String operator, String values) {
        AttributeCriterion leaf = FACTORY.createAttributeCriterion();
        leaf.setAttribute(attribute);
        leaf.setOperator(ComparisonOperator.valueOf(operator));
        if (values != null && !values.isEmpty()) {
            leaf.getValues().addAll(List.of(values.split("\\|")));
        }
        return leaf;
    }

    private static long count(Criterion criterion) throws Exception {
        return segments.count(criterion, Cancellation.none()).matching();
    }

    @ParameterizedTest
    @CsvSource({ "Customer.age,EQUAL,18,120", "Customer.age,LESS,20,240", "Customer.age,BETWEEN,18|20,360", "Customer.age,IN,18|77,240",
            "Customer.gender,EQUAL,FEMALE,3600", "Customer.gender,NOT_EQUAL,FEMALE,3600", "Customer.occupation,CONTAINS,EACH,1440",
            "Customer.occupation,STARTS_WITH,s,1440", "Customer.occupation,IN,student|driver,2880",
            "Customer.competitiveArea,EQUAL,true,2400",
            "Customer.household,ABSENT,,3600", "Customer.household,PRESENT,,3600", "Customer.tenure,GREATER_OR_EQUAL,70,200",
            "Contract.type,EQUAL,monthly,2400", "Contract.end,LESS,2024-06-11,180", "Contract.end,LESS_OR_EQUAL,today+30d,1080",
            "MonthlyFacts.spend,ABSENT,,75",
            "MonthlyFacts.voiceMinutes,LESS,7,101", "Subscription.product,EQUAL,tv,0", "Customer.churned,EQUAL,true,655" })
    void one_comparison_counts_right(String attribute, String operator, String values, long expected) throws Exception {
        if (attribute.equals("Contract.end") && operator.startsWith("LESS_OR")) {
            // the windows end with 30 June 2024, so thirty days later is 30 July: 60 days after the first contract ends
            assertEquals(18 * 60, count(leaf(attribute, operator, values)));
            return;
        }
        assertEquals(expected, count(leaf(attribute, operator, values)));
    }

    @ParameterizedTest
    @CsvSource({ "MEAN,3,GREATER_OR_EQUAL,100,75", "MEAN,5,GREATER_OR_EQUAL,100,75", "SUM,12,LESS,187,73", "MINIMUM,2,EQUAL,10,74",
            "MAXIMUM,2,EQUAL,11,74",
            "LAST,3,EQUAL,10,74", "TREND,6,LESS,0,7125" })
    void monthly_facts_are_put_together_over_windows(String aggregation, int months, String operator, String value, long about)
            throws Exception {
        AttributeCriterion leaf = leaf("MonthlyFacts.spend", operator, value);
        leaf.setMonths(months);
        leaf.setAggregation(FactsAggregation.valueOf(aggregation));
        long expected = store.store().read(sql -> ((Number) sql.fetchValue("select count(*) from (select customer, "
                + switch (aggregation) {
                    case "MEAN" -> "avg(spend)";
                    case "SUM" -> "sum(spend)";
                    case "MINIMUM" -> "min(spend)";
                    case "MAXIMUM" -> "max(spend)";
                    case "LAST" -> "max(case when \"month\" = date '2024-06-01' then spend end)";
                    default -> "regr_slope(spend, year(\"month\") * 12 + month(\"month\"))";
                } + " v from monthly_facts where \"month\" > date '2024-06-01' - to_months(" + months + ") group by customer) where v "
                + switch (operator) {
                    case "LESS" -> "<";
                    case "EQUAL" -> "=";
                    default -> ">=";
                } + value)).longValue());
        assertEquals(expected, count(leaf));
        assertTrue(Math.abs(expected - about) < 400, expected + " is not about " + about);
    }

    @Test
    void trees_nest_and_what_is_absent_is_never_true() throws Exception {
        AnyOf any = FACTORY.createAnyOf();
        any.getCriteria().add(leaf("Customer.age", "EQUAL", "18"));
        any.getCriteria().add(leaf("Customer.age", "EQUAL", "19"));
        AllOf all = FACTORY.createAllOf();
        all.getCriteria().add(any);
        all.getCriteria().add(leaf("Customer.gender", "EQUAL", "FEMALE"));
        assertEquals(120, count(all));
        NoneOf none = FACTORY.createNoneOf();
        none.getCriteria().add(all);
        assertEquals(CUSTOMERS - 120, count(none));
        NoneOf noSpend = FACTORY.createNoneOf();
        noSpend.getCriteria().add(leaf("MonthlyFacts.spend", "GREATER", "-1"));
        assertEquals(75, count(noSpend));
    }

    @Test
    void a_value_that_looks_like_a_statement_is_only_a_value() throws Exception {
        assertEquals(0, count(leaf("Customer.occupation", "EQUAL", "x' or '1'='1")));
        assertEquals(0, count(leaf("Customer.occupation", "CONTAINS", "%' or 1=1 --")));
    }

    @ParameterizedTest
    @CsvSource({ "Customer.nose,EQUAL,1", "Nobody.age,EQUAL,1", "Customer.age,EQUAL,old", "Customer.age,BETWEEN,1",
            "Customer.churned,EQUAL,perhaps",
            "Contract.end,LESS,soon", "Customer.phone,EQUAL,13800", "Customer.name,PRESENT,", "Customer.gender,LESS," })
    void what_cannot_be_asked_is_said(String attribute, String operator, String values) {
        CustomerException refused = assertThrows(CustomerException.class, () -> count(leaf(attribute, operator, values)));
        assertTrue(refused.getMessage().length() > 10, refused.getMessage());
    }

    @Test
    void everyone_is_in_one_of_the_four_at_most_and_the_rest_is_shown() throws Exception {
        Segmentation four = segments.find(Segments.FOUR).orElseThrow();
        Segments.Sizes sizes = segments.assign(four, segments.latest(), Cancellation.none());
        assertEquals(5, sizes.segments().size());
        assertEquals(CUSTOMERS, sizes.customers());
        assertEquals(Segments.UNASSIGNED, sizes.segments().get(4).name());
        assertTrue(sizes.segments().stream().allMatch(size -> size.customers() > 0), sizes.toString());
        assertEquals(sizes.segments().stream().map(Segments.Size::customers).toList(),
                segments.sizes(four, Cancellation.none()).segments().stream().map(Segments.Size::customers).toList());
        assertEquals(List.of(LocalDate.of(2024, 6, 30)), segments.dates(Segments.FOUR));
        SegmentCriterion member = FACTORY.createSegmentCriterion();
        member.setSegmentation(Segments.FOUR);
        member.setSegment(four.getSegments().get(0).getName());
        assertEquals(sizes.segments().get(0).customers(), count(member));
        member.setSegment(Segments.UNASSIGNED);
        assertEquals(sizes.segments().get(4).customers(), count(member));
    }

    @Test
    void finer_segments_take_their_customers_out_of_the_coarse_one() throws Exception {
        Segmentation two = FACTORY.createSegmentation();
        two.setName("gender");
        for (String gender : List.of("FEMALE", "MALE")) {
            Segment segment = FACTORY.createSegment();
            segment.setName(gender.toLowerCase(java.util.Locale.ROOT));
            segment.setCriterion(leaf("Customer.gender", "EQUAL", gender));
            two.getSegments().add(segment);
        }
        Segment young = FACTORY.createSegment();
        young.setName("young");
        young.setCriterion(leaf("Customer.age", "LESS", "20"));
        two.getSegments().get(0).getChildren().add(young);
        segments.save(two, Documents.NEW);
        Segments.Sizes sizes = segments.sizes(segments.find("gender").orElseThrow(), Cancellation.none());
        assertEquals(List.of("female/young=120", "female=3480", "male=3600", "unassigned=0"),
                sizes.segments().stream().map(size -> size.name() + "=" + size.customers()).toList());
    }

    @Test
    void a_segmentation_that_cannot_be_evaluated_is_not_saved() {
        Segmentation wrong = FACTORY.createSegmentation();
        wrong.setName("wrong");
        Segment segment = FACTORY.createSegment();
        segment.setName("x");
        segment.setCriterion(leaf("Customer.nose", "EQUAL", "1"));
        wrong.getSegments().add(segment);
        assertTrue(assertThrows(CustomerException.class, () -> segments.save(wrong, Documents.NEW)).getMessage().contains("x"));
    }

    @Test
    void personal_attributes_are_no_criteria_and_no_preview() throws Exception {
        assertTrue(segments.attributes().stream().map(CriterionAttribute::name)
                .noneMatch(name -> List
                        .of("Customer.name", "Customer.phone", "Customer.address", "Customer.homeLatitude", "Subscription.number")
                        .contains(name)));
        assertTrue(segments.attributes().size() > 60);
        var rows = segments.preview(leaf("Customer.age", "EQUAL", "18"), 5, Cancellation.none());
        assertEquals(5, rows.size());
        assertTrue(rows.stream().noneMatch(row -> row.toString().contains("1380")), rows.toString());
    }

    @Test
    void a_segment_edited_while_a_job_runs_belongs_to_the_version_it_was_computed_with() throws Exception {
        Segmentation first = FACTORY.createSegmentation();
        first.setName("edited");
        Segment young = FACTORY.createSegment();
        young.setName("young");
        young.setCriterion(leaf("Customer.age", "LESS", "20"));
        first.getSegments().add(young);
        long version = segments.save(first, Documents.NEW);
        AttributeCriterion live = (AttributeCriterion) young.getCriterion();
        // somebody edits the rules in the window and saves them just when the statements of the job have begun
        Cancellation meanwhile = new Cancellation() {

            @Override
            public boolean cancelled() {
                edit();
                return false;
            }

            @Override
            public Registration onCancel(Runnable stop) {
                edit();
                return () -> {};
            }

            private void edit() {
                live.getValues().set(0, "60");
            }
        };
        Segments.Sizes sizes = segments.assign(first, segments.latest(), meanwhile);
        assertEquals("60", live.getValues().get(0));
        assertEquals(240, sizes.segments().get(0).customers());
        segments.save(first, version);
        Segments.Run run = segments.runs("edited").get(0);
        assertEquals(version, run.version());
        assertEquals(false, run.current());
        segments.assign(first, segments.latest(), Cancellation.none());
        assertTrue(segments.runs("edited").get(0).current());
        assertThrows(org.towercrier.store.DocumentConflictException.class, () -> segments.save(first, version));
    }

    /** Customers of even and odd age, as a plug-in may divide them. */
    private static final class Ages implements SegmentationMethod {

        @Override
        public String id() {
            return "their-ages";
        }

        @Override
        public Segmentation make(Locale locale) throws CustomerException {
            Segmentation made = CustomerFactory.eINSTANCE.createSegmentation();
            made.setLabel("Ages of theirs");
            Segment young = CustomerFactory.eINSTANCE.createSegment();
            young.setName("young");
            young.setCriterion(CriterionParser.parse("age < 30"));
            made.getSegments().add(young);
            return made;
        }
    }

    @Test
    void methods_of_plug_ins_stand_beside_the_segmentations_of_the_workspace() throws Exception {
        Segments theirs = new SegmentsComponent(store.store(), new CustomerBase(store.store()),
                List.<SegmentationMethod>of(new Ages(), new SegmentationMethod() {

                    @Override
                    public String id() {
                        return "broken";
                    }

                    @Override
                    public Segmentation make(Locale locale) {
                        throw new IllegalStateException("broken");
                    }
                }));
        assertTrue(theirs.list().stream().anyMatch(each -> each.getName().equals("their-ages")));
        assertTrue(theirs.list().stream().noneMatch(each -> each.getName().equals("broken")));
        assertTrue(theirs.find("broken").isEmpty());
        Segmentation found = theirs.find("their-ages").orElseThrow();
        Segments.Sizes sizes = theirs.sizes(found, Cancellation.none());
        assertEquals(theirs.count(CriterionParser.parse("age < 30"), Cancellation.none()).matching(),
                sizes.segments().getFirst().customers());
        assertTrue(theirs.open("their-ages").isEmpty());
    }
}
