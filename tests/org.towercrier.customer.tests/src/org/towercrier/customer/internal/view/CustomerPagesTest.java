package org.towercrier.customer.internal.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.towercrier.areas.CellHeadroom;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.CustomerPages;
import org.towercrier.customer.OfferScorer;
import org.towercrier.customer.Loyalty;
import org.towercrier.customer.Retention;
import org.towercrier.customer.internal.SyntheticCustomers;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.customer.internal.loyalty.LoyaltyComponent;
import org.towercrier.customer.internal.retention.RetentionComponent;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.model.customer.LoyaltyModel;
import org.towercrier.privacy.Disclosure;
import org.towercrier.privacy.DisclosureRefusedException;
import org.towercrier.privacy.Role;
import org.towercrier.store.Cancellation;

class CustomerPagesTest {

    private TemporaryStore store;
    private CustomerBase base;
    private LoyaltyComponent loyalty;
    private String severity = "";

    /** Remembers who asked; roles are not its business. */
    private static final class Asked implements Disclosure {
        private final List<String> subjects = new java.util.ArrayList<>();

        @Override
        public String user() {
            return "ann";
        }

        @Override
        public Role role(String user) {
            return Role.SERVICE;
        }

        @Override
        public Map<String, Role> roles() {
            return Map.of();
        }

        @Override
        public void grant(String user, Role role) throws DisclosureRefusedException {
            throw new DisclosureRefusedException("not here");
        }

        @Override
        public void ask(String subject, String reason) {
            subjects.add(subject + ": " + reason);
        }
    }

    private final Asked asked = new Asked();
    private List<OfferScorer> scorers = List.of();

    @BeforeEach
    void open() throws Exception {
        store = SyntheticCustomers.store();
        SyntheticCustomers.fill(store.store(), 1000, 6);
        store.store().write(tx -> {
            for (String statement : List.of(
                    "insert into product (id, name, price, \"terminalNeeded\") values ('tv', 'Television', 10, null), ('five', 'Fast', 20, '5G'),"
                            + " ('old', 'Gone', 99, null)",
                    "update product set until = date '2020-01-01' where id = 'old'",
                    "insert into subscription (id, customer, product, status) select 's' || i, 'c' || i, case when i % 2 = 0 then 'tv' else 'five' end, 'ACTIVE'"
                            + " from range(1000) t(i) where i % 5 < 3",
                    "insert into terminal (id, customer, technologies) values ('t13', 'c13', '[\"LTE_FDD\"]')",
                    "insert into survey_answer (survey, customer, question, score) select 'q', 'c' || i, 'overall', 1 + i % 10 from range(100) t(i)",
                    "insert into survey_answer (survey, customer, question, score) select 'q', 'c' || i, 'would recommend', i % 11 from range(100) t(i)",
                    "insert into cell (id, name) values ('7', 'Harbour')",
                    "update customer set \"homeCell\" = '7', extra = '{\"Passport\":\"E1\",\"colour\":\"red\"}' where id = 'c13'",
                    "delete from monthly_facts where customer = 'c20' and \"month\" >= date '2024-05-01'",
                    "update customer set churned = false where id = 'c20'")) {
                tx.sql().execute(statement);
            }
            return null;
        });
        base = new CustomerBase(store.store());
        loyalty = new LoyaltyComponent(store.store(), base, null);
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    private CustomerPages.Page page(String id, String reason) throws Exception {
        CellHeadroom headroom = cells -> severity.isEmpty() ? Map.of()
                : Map.of("7", new CellHeadroom.Headroom("7", Optional.of(90.0), 85, Optional.empty(), 1, Optional.of(severity)));
        CustomerPagesComponent pages = new CustomerPagesComponent(store.store(), base, loyalty, asked, headroom, scorers);
        try {
            return pages.page(id, Optional.ofNullable(reason)).orElseThrow();
        } finally {
            pages.stop();
        }
    }

    @Test
    void a_page_is_masked_unless_somebody_asks() throws Exception {
        CustomerPages.Page page = page("c13", null);
        assertTrue(page.masked());
        assertEquals("N•••", page.person().get("name"));
        assertFalse(page.toString().contains("138013"), page.toString());
        assertEquals("{\"Passport\":\"•••\",\"colour\":\"red\"}", page.person().get("extra"));
        assertTrue(asked.subjects.isEmpty());
        CustomerPages.Page plain = page("c13", "complaint 7");
        assertEquals("Name 13", plain.person().get("name"));
        assertEquals(List.of("c13: complaint 7"), asked.subjects);
        assertEquals("c13", page("138013", null).id());
    }

    @Test
    void a_page_holds_value_months_contract_and_household() throws Exception {
        CustomerPages.Page page = page("c13", null);
        assertEquals(6, page.facts().size());
        assertEquals(24.0, (Double) page.value().get("spend_mean_3"));
        assertEquals("two years", page.contract().orElseThrow().get("type"));
        assertEquals("Harbour", page.home().orElseThrow().name().orElseThrow());
        assertTrue(page("c1", null).household().isEmpty());
    }

    @Test
    void offers_fit_the_terminal_and_are_never_held_or_off_sale() throws Exception {
        List<CustomerPages.Recommendation> of13 = page("c13", null).recommendations();
        assertEquals(List.of("tv"), of13.stream().flatMap(each -> each.offer().stream()).toList());
        List<CustomerPages.Recommendation> of4 = page("c4", null).recommendations();
        assertEquals(List.of("five", "tv"), of4.stream().flatMap(each -> each.offer().stream()).toList());
        store.store()
                .write(tx -> tx.sql().execute("insert into contact (id, customer, offer, outcome) values ('x', 'c4', 'five', 'REFUSED')"));
        assertEquals(List.of("tv"), page("c4", null).recommendations().stream().flatMap(each -> each.offer().stream()).toList());
        assertTrue(page("c11", null).recommendations().isEmpty(), "who has left gets no offer");
    }

    @Test
    void a_bad_cell_gets_care_before_a_sale() throws Exception {
        severity = "MAJOR";
        List<CustomerPages.Recommendation> recommendations = page("c13", null).recommendations();
        assertEquals("care", recommendations.get(0).kind());
        assertTrue(recommendations.stream().noneMatch(each -> each.kind().equals("offer")));
    }

    @Test
    void loyalty_says_where_it_comes_from_and_is_absent_without_sources() throws Exception {
        Loyalty.Scores scores = loyalty.of("c13").orElseThrow();
        assertEquals(100.0 * 3 / 9, scores.attitudinal().orElseThrow(), 1e-9);
        assertEquals(100.0 * 2 / 10, scores.emotional().orElseThrow(), 1e-9);
        assertEquals(
                0.5 * scores.behavioural().orElseThrow() + 0.3 * scores.attitudinal().orElseThrow()
                        + 0.2 * scores.emotional().orElseThrow(),
                scores.overall().orElseThrow(), 1e-9);
        Loyalty.Scores unasked = loyalty.of("c500").orElseThrow();
        assertTrue(unasked.attitudinal().isEmpty() && unasked.emotional().isEmpty());
        assertEquals(unasked.behavioural(), unasked.overall());
        LoyaltyModel model = loyalty.model();
        model.setBehavioural(-1.0);
        assertThrows(CustomerException.class, () -> loyalty.save(model));
        assertEquals(1000, loyalty.mean(null, Cancellation.none()).customers());
        assertTrue(loyalty.of("nobody").isEmpty());
    }

    @Test
    void silence_is_long_when_it_is_longer_than_ever_before() throws Exception {
        Retention retention = new RetentionComponent(store.store(), base);
        List<Retention.AtRisk> silent = retention.inactive(50, Cancellation.none());
        assertEquals(List.of("c20"), silent.stream().map(Retention.AtRisk::customer).toList());
        assertEquals(2, silent.get(0).silent().orElseThrow());
        List<Retention.AtRisk> all = retention.list(500, Cancellation.none());
        assertTrue(all.stream().anyMatch(each -> each.why() == Retention.Reason.CONTRACT_ENDS));
        assertTrue(all.stream().allMatch(each -> !each.reason().isBlank() && !each.action().isBlank()));
        var calendar = retention.calendar(12, Cancellation.none());
        assertEquals(12, calendar.size());
        assertTrue(calendar.values().stream().mapToLong(Retention.Ending::contracts).sum() > 700);
    }

    /** Of what a plug-in thinks. */
    private record Opinion(String id, Map<String, OfferScorer.Score> scores) implements OfferScorer {

        @Override
        public Optional<Score> score(Offer offer) {
            return Optional.ofNullable(scores.get(offer.product()));
        }
    }

    @Test
    void plug_ins_have_a_say_in_what_is_offered() throws Exception {
        List<CustomerPages.Recommendation> usual = offers();
        assertFalse(usual.isEmpty());
        String first = usual.getFirst().offer().orElseThrow();
        scorers = List.of(new Opinion("theirs", Map.of(first, new OfferScorer.Score(0.5, Optional.of("They like it")))));
        CustomerPages.Recommendation halved = offers().stream().filter(each -> each.offer().equals(Optional.of(first))).findFirst()
                .orElseThrow();
        assertEquals("They like it", halved.reason());
        assertEquals(usual.getFirst().value().orElseThrow() / 2, halved.value().orElseThrow(), 1e-9);
        scorers = List.of(new Opinion("against", Map.of(first, new OfferScorer.Score(0, Optional.empty()))));
        assertTrue(offers().stream().noneMatch(each -> each.offer().equals(Optional.of(first))));
        assertThrows(IllegalArgumentException.class, () -> new OfferScorer.Score(-1, Optional.empty()));
    }

    private List<CustomerPages.Recommendation> offers() throws Exception {
        for (String id : List.of("c23", "c24", "c28", "c29", "c34")) {
            List<CustomerPages.Recommendation> found = page(id, null).recommendations().stream().filter(each -> each.offer().isPresent())
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return scorers.isEmpty() ? List.of() : page("c23", null).recommendations();
    }

    @Test
    void sentences_are_in_the_language_of_the_reader() throws Exception {
        CustomerPagesComponent pages = new CustomerPagesComponent(store.store(), base, loyalty, asked, null, List.of());
        try {
            String english = sentence(pages, Locale.ENGLISH);
            String chinese = sentence(pages, Locale.SIMPLIFIED_CHINESE);
            assertTrue(english.matches("[\\x00-\\x7F]+"), english);
            assertTrue(chinese.codePoints().anyMatch(Character::isIdeographic), chinese);
        } finally {
            pages.stop();
        }
    }

    private static String sentence(CustomerPages pages, Locale locale) throws Exception {
        for (int i = 23; i < 200; i++) {
            List<CustomerPages.Recommendation> found = pages.page("c" + i, Optional.empty(), locale).orElseThrow().recommendations();
            if (!found.isEmpty()) {
                return found.getFirst().reason();
            }
        }
        throw new AssertionError("Nobody is offered anything");
    }
}
