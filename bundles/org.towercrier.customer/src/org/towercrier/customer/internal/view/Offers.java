package org.towercrier.customer.internal.view;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.towercrier.customer.CustomerPages.Place;
import org.towercrier.customer.CustomerPages.Recommendation;
import org.towercrier.customer.OfferScorer;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.model.campaign.CampaignPackage;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.store.TableSchema;

/**
 * The next best offers to a customer. A product is eligible when it is on sale and neither held nor refused, applicable when terminal and network fit, suitable when
 * customers with a similar spend have it, and valued by its margin (price where no cost is known) times the share of those who have it. A customer in a bad cell gets
 * care before a sale, and one whose contract ends soon is asked to stay.
 */
final class Offers {

    private static final int MOST = 3;
    private static final int USUAL = 2;
    private static final int SOON_DAYS = 60;
    private static final double FEW = 0.02;
    private static final double BUSY = 85;
    private static final TableSchema PRODUCTS = TableSchema.of(Literals.PRODUCT);
    private static final TableSchema HELD = TableSchema.of(Literals.SUBSCRIPTION);

    private final DSLContext sql;
    private final Supplier<Map<String, Double>> owners;
    private final String id;
    private final Map<String, Object> person;
    private final Map<String, Object> figures;
    private final Optional<Map<String, Object>> contract;
    private final Optional<Place> home;
    private final Optional<Place> work;
    private final LocalDate asOf;
    private final Locale locale;
    private final List<OfferScorer> scorers;

    /** @param owners share of similar customers who have a product, by product @param scorers who else has a say */
    Offers(DSLContext sql, Supplier<Map<String, Double>> owners, String id, Map<String, Object> person, Map<String, Object> figures,
            Optional<Map<String, Object>> contract,
            Optional<Place> home, Optional<Place> work, LocalDate asOf, Locale locale, List<OfferScorer> scorers) {
        this.sql = sql;
        this.owners = owners;
        this.id = id;
        this.person = person;
        this.figures = figures;
        this.contract = contract;
        this.home = home;
        this.work = work;
        this.asOf = asOf;
        this.locale = locale;
        this.scorers = scorers;
    }

    /** At most three; none is an answer. */
    List<Recommendation> recommend() {
        List<Recommendation> all = new ArrayList<>();
        if (Boolean.TRUE.equals(person.get("churned")) || person.get("leaveDate") != null) {
            return all;
        }
        Optional<Place> bad = home.filter(Place::bad).or(() -> work.filter(Place::bad));
        bad.ifPresent(place -> all.add(new Recommendation("care", Optional.empty(), Optional.empty(),
                CustomerMessages.text(locale, "Offer_Care", place.name().orElse(place.cell()), place.severity().orElse("")))));
        if (figures.get("complaints_sum_12") instanceof Double complaints && complaints >= 2) {
            all.add(new Recommendation("care", Optional.empty(), Optional.empty(),
                    CustomerMessages.text(locale, "Offer_Complaints", complaints)));
        }
        if (contract.map(each -> each.get("end")).orElse(null) instanceof LocalDate end && !end.isBefore(asOf)
                && end.isBefore(asOf.plusDays(SOON_DAYS))) {
            all.add(new Recommendation("retention", Optional.empty(), Optional.empty(),
                    CustomerMessages.text(locale, "Offer_Contract", end.toString())));
        }
        if (bad.isEmpty()) {
            offers().stream().limit(Math.max(0, Math.min(USUAL, MOST - all.size()))).forEach(all::add);
        }
        return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
    }

    private List<Recommendation> offers() {
        Field<String> product = PRODUCTS.field("id", String.class);
        Field<LocalDate> from = PRODUCTS.field("from", LocalDate.class);
        Field<LocalDate> until = PRODUCTS.field("until", LocalDate.class);
        Condition onSale = from.isNull().or(from.le(asOf)).and(until.isNull().or(until.ge(asOf)));
        Field<Double> price = PRODUCTS.field("price", Double.class);
        Field<String> terminal = PRODUCTS.field("terminalNeeded", String.class);
        Field<String> technology = PRODUCTS.field("technologyNeeded", String.class);
        Field<Boolean> offPeak = PRODUCTS.field("offPeak", Boolean.class);
        Field<String> called = PRODUCTS.field("name", String.class);
        Field<Double> margin = price.minus(coalesce(PRODUCTS.field("cost", Double.class), inline(0.0)));
        var onOffer = sql.select(product, called, margin, terminal, technology, offPeak).from(PRODUCTS.table()).where(onSale)
                .orderBy(product).fetch();
        if (onOffer.isEmpty()) {
            return List.of();
        }
        Set<String> out = refusedOrHeld();
        Set<String> technologies = technologies();
        boolean busy = home.flatMap(Place::load).filter(load -> load > BUSY).isPresent();
        Map<String, Double> shares = Map.of();
        List<Recommendation> found = new ArrayList<>();
        for (var row : onOffer) {
            boolean fits = (row.value4() == null || fits(row.value4(), technologies))
                    && (row.value5() == null || fits(row.value5(), technologies))
                    && (!busy || Boolean.TRUE.equals(row.value6()));
            if (out.contains(row.value1()) || !fits) {
                continue;
            }
            if (shares.isEmpty()) {
                shares = owners.get();
            }
            double share = shares.getOrDefault(row.value1(), 0.0);
            if (share >= FEW) {
                String what = row.value2() == null ? row.value1() : row.value2();
                scored(row.value1(), share, Optional.ofNullable(row.value3()).map(value -> value * share),
                        CustomerMessages.text(locale, "Offer_Similar", what, 100 * share)).ifPresent(found::add);
            }
        }
        Map<String, Double> popular = shares;
        found.sort(Comparator.comparing((Recommendation each) -> each.value().orElse(0.0)).reversed()
                .thenComparing(each -> -popular.getOrDefault(each.offer().orElse(""), 0.0)));
        return found;
    }

    /** An offer as those see it who have a say; empty when one of them takes it out. */
    private Optional<Recommendation> scored(String product, double share, Optional<Double> value, String usual) {
        double factor = 1;
        String reason = usual;
        for (OfferScorer scorer : scorers) {
            Optional<OfferScorer.Score> score = scorer
                    .score(new OfferScorer.Offer(id, product, share, value, person, figures, locale));
            if (score.isPresent()) {
                factor *= score.get().factor();
                reason = score.get().reason().orElse(reason);
            }
        }
        double own = factor;
        return factor == 0 ? Optional.empty()
                : Optional.of(new Recommendation("offer", Optional.of(product), value.map(each -> each * own), reason));
    }

    /** Of what a terminal can do nothing is known where there is none: then it is not held against the customer. */
    private static boolean fits(String needed, Set<String> technologies) {
        return technologies.isEmpty() || technologies.contains(needed.toUpperCase(Locale.ROOT))
                || needed.equalsIgnoreCase("5G") && technologies.contains("NR")
                || needed.equalsIgnoreCase("4G") && technologies.stream().anyMatch(each -> each.startsWith("LTE") || each.equals("NR"));
    }

    private Set<String> technologies() {
        TableSchema terminals = TableSchema.of(Literals.TERMINAL);
        Set<String> known = new HashSet<>();
        sql.select(terminals.field("technologies", String.class)).from(terminals.table())
                .where(terminals.field("customer", String.class).eq(id)).forEach(row -> {
                    if (row.value1() != null) {
                        for (String each : row.value1().replaceAll("[\\[\\]\" ]", "").split(",")) {
                            if (!each.isEmpty()) {
                                known.add(each.toUpperCase(Locale.ROOT));
                            }
                        }
                    }
                });
        return known;
    }

    private Set<String> refusedOrHeld() {
        Set<String> out = new HashSet<>(
                sql.select(HELD.field("product", String.class)).from(HELD.table()).where(HELD.field("customer", String.class).eq(id))
                        .and(coalesce(HELD.field("status", String.class), inline("ACTIVE")).ne("ENDED"))
                        .fetch(HELD.field("product", String.class)));
        TableSchema contacts = TableSchema.of(CampaignPackage.Literals.CONTACT);
        out.addAll(sql.select(contacts.field("offer", String.class)).from(contacts.table())
                .where(contacts.field("customer", String.class).eq(id))
                .and(contacts.field("outcome", String.class).in("REFUSED", "COMPLAINED")).fetch(contacts.field("offer", String.class)));
        TableSchema responses = TableSchema.of(CampaignPackage.Literals.RESPONSE);
        out.addAll(sql.select(responses.field("offer", String.class)).from(responses.table())
                .where(responses.field("customer", String.class).eq(id))
                .and(responses.field("kind", String.class).in("REFUSED", "COMPLAINED")).fetch(responses.field("offer", String.class)));
        return out;
    }
}
