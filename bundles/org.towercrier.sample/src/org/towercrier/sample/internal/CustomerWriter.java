package org.towercrier.sample.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.towercrier.model.customer.ConsentPurpose;
import org.towercrier.model.customer.ConsentState;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.model.customer.Gender;
import org.towercrier.model.customer.LifecycleStage;
import org.towercrier.model.customer.SubscriptionStatus;
import org.towercrier.model.network.Technology;
import org.towercrier.sample.internal.City.CellPlan;
import org.towercrier.sample.internal.CustomerPlan.Habit;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreCancelledException;
import org.towercrier.store.StoreException;

/** Writes customers, households, corporate groups and what they have with the operator. */
final class CustomerWriter {

    private static final String[] GIVEN = { "Ada", "Bao", "Cleo", "Dara", "Emil", "Fen", "Gita", "Hugo", "Ines", "Jun",
            "Kaia", "Liam", "Mei", "Nils", "Oona", "Pablo", "Quinn", "Rosa", "Sven", "Tao", "Uma", "Vera", "Wei",
            "Xenia", "Yuki", "Zoe" };
    private static final String[] FAMILY = { "Aldermoor", "Brightwater", "Coppersmith", "Dunwell", "Eastlake",
            "Fairhaven", "Greycoat", "Hollinshed", "Ironbridge", "Juniper", "Kestrel", "Larkfield", "Merriwind",
            "Northgate", "Oakhollow", "Pennywhistle", "Quillfeather", "Ravenswood", "Silverton", "Thistledown" };
    private static final String[] OCCUPATIONS = { "office", "trade", "health", "teaching", "transport", "farming",
            "craft", "service" };
    private static final String[] INDUSTRIES = { "logistics", "finance", "manufacturing", "health", "education",
            "public service", "retail" };
    private static final String[] INCOMES = { "low", "lower middle", "middle", "upper middle", "high" };
    private static final String[] MAKERS = { "Orlan", "Halder", "Pixelbird", "Tangram" };
    private static final String[] MANAGERS = { "Ola Fairhaven", "Rui Kestrel", "Ines Northgate" };
    private static final String CONSENT_TEXT = "I agree that offers may be sent to me (synthetic text, version 2).";
    private static final int CHECK_EVERY = 4_096;

    private final CustomerPlan plan;
    private final Cancellation cancel;

    CustomerWriter(CustomerPlan plan, Cancellation cancel) {
        this.plan = plan;
        this.cancel = cancel;
    }

    void write(Tables tables) throws StoreException {
        Catalogue.write(tables, plan.end());
        writeGroups(tables);
        writeHouseholds(tables);
        writeCustomers(tables);
        writeContracts(tables);
        writeTerminals(tables);
        writeSubscriptions(tables);
        writeConsents(tables);
    }

    private void check(int number) throws StoreCancelledException {
        if (number % CHECK_EVERY == 0 && cancel.cancelled()) {
            throw new StoreCancelledException();
        }
    }

    static String customerId(int customer) {
        return String.format("SYN-C-%08d", customer + 1);
    }

    private static String householdId(int household) {
        return String.format("SYN-H-%08d", household + 1);
    }

    private static String groupId(int group) {
        return String.format("SYN-G-%05d", group + 1);
    }

    private static String contractId(int customer) {
        return String.format("SYN-K-%08d", customer + 1);
    }

    private static String terminalId(int customer) {
        return String.format("SYN-T-%08d", customer + 1);
    }

    private void writeGroups(Tables tables) throws StoreException {
        int[] members = new int[plan.groups()];
        for (int customer = 0; customer < plan.customers(); customer++) {
            plan.group(customer).ifPresent(group -> members[group]++);
        }
        try (Rows rows = new Rows(tables, Literals.CORPORATE_GROUP)) {
            for (int group = 0; group < members.length; group++) {
                CellPlan cell = plan.groupCell(group);
                String industry = INDUSTRIES[plan.index(group, 1, INDUSTRIES.length)];
                rows.set(Literals.CORPORATE_GROUP__ID, groupId(group))
                        .set(Literals.CORPORATE_GROUP__NAME, FAMILY[plan.index(group, 2, FAMILY.length)] + " & "
                                + FAMILY[plan.index(group, 3, FAMILY.length)] + " " + (group + 1) + " (synthetic)")
                        .set(Literals.CORPORATE_GROUP__INDUSTRY, industry)
                        .set(Literals.CORPORATE_GROUP__MEMBERS, members[group])
                        .set(Literals.CORPORATE_GROUP__GROUP_NETWORK, members[group] >= CustomerPlan.GROUP_MEMBERS)
                        .set(Literals.CORPORATE_GROUP__CLIENT_MANAGER, MANAGERS[group % MANAGERS.length])
                        .set(Literals.CORPORATE_GROUP__ADDRESS, cell.site().name() + ", " + City.LABEL)
                        .set(Literals.CORPORATE_GROUP__REGION, cell.site().district().id()).end();
            }
        }
    }

    private void writeHouseholds(Tables tables) throws StoreException {
        int[] mobiles = new int[plan.households()];
        for (int customer = 0; customer < plan.customers(); customer++) {
            plan.household(customer).ifPresent(household -> mobiles[household]++);
        }
        try (Rows rows = new Rows(tables, Literals.HOUSEHOLD)) {
            for (int household = 0; household < mobiles.length; household++) {
                if (mobiles[household] == 0) {
                    continue;
                }
                check(household);
                CellPlan cell = plan.householdCell(household);
                boolean broadband = plan.unit(household, 10) < 0.55;
                boolean bundle = broadband && plan.unit(household, 11) < 0.5;
                rows.set(Literals.HOUSEHOLD__ID, householdId(household))
                        .set(Literals.HOUSEHOLD__NAME, family(household) + " household")
                        .set(Literals.HOUSEHOLD__ADDRESS, cell.site().name() + ", " + City.LABEL)
                        .set(Literals.HOUSEHOLD__REGION, cell.site().district().id())
                        .set(Literals.HOUSEHOLD__HOME_CELL, cell.id())
                        .set(Literals.HOUSEHOLD__BUNDLE, bundle ? Catalogue.homeBundle().id() : null)
                        .set(Literals.HOUSEHOLD__BROADBAND, broadband)
                        .set(Literals.HOUSEHOLD__FIXED_LINE, plan.unit(household, 12) < 0.3)
                        .set(Literals.HOUSEHOLD__MOBILES, mobiles[household]).end();
            }
        }
    }

    private String family(int household) {
        return FAMILY[plan.index(household, 13, FAMILY.length)];
    }

    private void writeCustomers(Tables tables) throws StoreException {
        try (Rows rows = new Rows(tables, Literals.CUSTOMER)) {
            for (int customer = 0; customer < plan.customers(); customer++) {
                check(customer);
                setPerson(rows, customer);
                setRelation(rows, customer);
                rows.end();
            }
        }
    }

    private void setPerson(Rows rows, int customer) {
        Optional<Integer> household = plan.household(customer);
        CellPlan home = plan.homeCell(customer);
        int age = plan.age(customer);
        String given = GIVEN[plan.index(customer, 20, GIVEN.length)];
        String family = household.map(this::family).orElseGet(
                () -> FAMILY[plan.index(customer, 21, FAMILY.length)]);
        rows.set(Literals.CUSTOMER__ID, customerId(customer)).set(Literals.CUSTOMER__NAME, given + " " + family)
                .set(Literals.CUSTOMER__GENDER, plan.unit(customer, 22) < 0.5 ? Gender.FEMALE : Gender.MALE)
                .set(Literals.CUSTOMER__BIRTH_DATE,
                        plan.end().minusYears(age).minusDays(1 + plan.index(customer, 23, 364)))
                .set(Literals.CUSTOMER__AGE, age)
                .set(Literals.CUSTOMER__OCCUPATION, plan.workCell(customer).isEmpty() ? null
                        : OCCUPATIONS[plan.index(customer, 24, OCCUPATIONS.length)])
                .set(Literals.CUSTOMER__INCOME_BAND, INCOMES[income(customer)])
                .set(Literals.CUSTOMER__BRAND, City.NAME + " Mobile (synthetic)")
                // +999 is assigned to no country, and .invalid to nobody (RFC 2606).
                .set(Literals.CUSTOMER__PHONE, String.format("+999%09d", customer + 1))
                .set(Literals.CUSTOMER__EMAIL, "c" + (customer + 1) + "@lindenquay.invalid")
                .set(Literals.CUSTOMER__ADDRESS, home.site().name() + ", " + City.LABEL)
                .set(Literals.CUSTOMER__LANGUAGE, "en").set(Literals.CUSTOMER__TIME_ZONE, "UTC")
                .set(Literals.CUSTOMER__REGION, home.site().district().id())
                .set(Literals.CUSTOMER__COMPETITIVE_AREA, home.site().district().number() % 3 != 2)
                .set(Literals.CUSTOMER__HOME_CELL, home.id())
                .set(Literals.CUSTOMER__WORK_CELL, plan.workCell(customer).map(CellPlan::id).orElse(null))
                .set(Literals.CUSTOMER__HOUSEHOLD, household.map(CustomerWriter::householdId).orElse(null));
    }

    private int income(int customer) {
        int shift = plan.habit(customer) == Habit.HIGH_VALUE ? 2 : 0;
        return Math.min(INCOMES.length - 1, shift + plan.index(customer, 25, 4));
    }

    private void setRelation(Rows rows, int customer) {
        Optional<Integer> group = plan.group(customer);
        Optional<LocalDate> left = plan.left(customer);
        rows.set(Literals.CUSTOMER__GROUP, group.map(CustomerWriter::groupId).orElse(null))
                .set(Literals.CUSTOMER__CLIENT_MANAGER,
                        group.map(number -> MANAGERS[number % MANAGERS.length]).orElse(null))
                .set(Literals.CUSTOMER__JOIN_DATE, plan.joined(customer))
                .set(Literals.CUSTOMER__LEAVE_DATE, left.orElse(null))
                .set(Literals.CUSTOMER__TENURE, plan.tenure(customer))
                .set(Literals.CUSTOMER__CHURNED, left.isPresent())
                .set(Literals.CUSTOMER__STAGE, stage(customer))
                .set(Literals.CUSTOMER__PREFERRED_CHANNEL,
                        ContactChannel.VALUES.get(plan.index(customer, 26, ContactChannel.VALUES.size())))
                .set(Literals.CUSTOMER__CONTACT_FROM, "09:00").set(Literals.CUSTOMER__CONTACT_UNTIL, "20:00")
                .set(Literals.CUSTOMER__SYNTHETIC, true);
    }

    private LifecycleStage stage(int customer) {
        if (plan.left(customer).isPresent()) {
            return LifecycleStage.LOST;
        }
        if (plan.tenure(customer) < 6) {
            return LifecycleStage.NEW;
        }
        return switch (plan.habit(customer)) {
            case DATA_HUNGRY -> LifecycleStage.GROWING;
            case HIGH_VALUE -> LifecycleStage.MATURE;
            case VOICE_LEANING -> LifecycleStage.DECLINING;
            case DORMANT -> LifecycleStage.DORMANT;
        };
    }

    private Catalogue.Item product(int customer) {
        return Catalogue.of(plan.habit(customer), plan.unit(customer, 30));
    }

    private void writeContracts(Tables tables) throws StoreException {
        try (Rows rows = new Rows(tables, Literals.CONTRACT)) {
            for (int customer = 0; customer < plan.customers(); customer++) {
                check(customer);
                int commitment = product(customer).commitment();
                LocalDate joined = plan.joined(customer);
                int renewals = commitment == 0 ? 0 : (int) (plan.tenure(customer) / commitment);
                rows.set(Literals.CONTRACT__ID, contractId(customer))
                        .set(Literals.CONTRACT__CUSTOMER, customerId(customer))
                        .set(Literals.CONTRACT__GROUP, plan.group(customer).map(CustomerWriter::groupId).orElse(null))
                        .set(Literals.CONTRACT__TYPE, commitment == 0 ? "prepaid" : commitment + " months")
                        .set(Literals.CONTRACT__START, joined)
                        .set(Literals.CONTRACT__END, plan.left(customer).or(() -> commitment == 0 ? Optional.empty()
                                : Optional.of(joined.plusMonths((renewals + 1L) * commitment))).orElse(null))
                        .set(Literals.CONTRACT__COMMITMENT, commitment)
                        .set(Literals.CONTRACT__RENEWALS, renewals)
                        .set(Literals.CONTRACT__PENALTY, commitment * 2.0).end();
            }
        }
    }

    private void writeTerminals(Tables tables) throws StoreException {
        try (Rows rows = new Rows(tables, Literals.TERMINAL)) {
            for (int customer = 0; customer < plan.customers(); customer++) {
                check(customer);
                boolean modern = plan.unit(customer, 31) < (plan.habit(customer) == Habit.DATA_HUNGRY ? 0.7 : 0.35);
                boolean old = !modern && plan.habit(customer) == Habit.DORMANT && plan.unit(customer, 32) < 0.4;
                List<Technology> technologies = old ? List.of(Technology.GSM)
                        : modern ? List.of(Technology.GSM, Technology.LTE_FDD, Technology.LTE_TDD, Technology.NR)
                                : List.of(Technology.GSM, Technology.LTE_FDD, Technology.LTE_TDD);
                rows.set(Literals.TERMINAL__ID, terminalId(customer))
                        .set(Literals.TERMINAL__CUSTOMER, customerId(customer))
                        .set(Literals.TERMINAL__MAKER, MAKERS[plan.index(customer, 33, MAKERS.length)])
                        .set(Literals.TERMINAL__MODEL, (modern ? "N" : old ? "B" : "L") + plan.index(customer, 34, 9))
                        .set(Literals.TERMINAL__TECHNOLOGIES, technologies)
                        .set(Literals.TERMINAL__FIRST_SEEN, plan.joined(customer)).end();
            }
        }
    }

    private void writeSubscriptions(Tables tables) throws StoreException {
        try (Rows rows = new Rows(tables, Literals.SUBSCRIPTION)) {
            for (int customer = 0; customer < plan.customers(); customer++) {
                check(customer);
                Optional<LocalDate> left = plan.left(customer);
                rows.set(Literals.SUBSCRIPTION__ID, String.format("SYN-S-%08d", customer + 1))
                        .set(Literals.SUBSCRIPTION__CUSTOMER, customerId(customer))
                        .set(Literals.SUBSCRIPTION__PRODUCT, product(customer).id())
                        .set(Literals.SUBSCRIPTION__CONTRACT, contractId(customer))
                        .set(Literals.SUBSCRIPTION__TERMINAL, terminalId(customer))
                        .set(Literals.SUBSCRIPTION__NUMBER, String.format("+999%09d", customer + 1))
                        .set(Literals.SUBSCRIPTION__STATUS,
                                left.isPresent() ? SubscriptionStatus.ENDED : SubscriptionStatus.ACTIVE)
                        .set(Literals.SUBSCRIPTION__START, plan.joined(customer))
                        .set(Literals.SUBSCRIPTION__END, left.orElse(null)).end();
            }
        }
    }

    private void writeConsents(Tables tables) throws StoreException {
        try (Rows rows = new Rows(tables, Literals.CONSENT)) {
            for (int customer = 0; customer < plan.customers(); customer++) {
                check(customer);
                double pick = plan.unit(customer, 35);
                if (pick > 0.85) {
                    continue; // never asked
                }
                Instant asked = plan.joined(customer).atTime(10, 0).toInstant(ZoneOffset.UTC);
                ConsentState state = pick < 0.55 ? ConsentState.GRANTED
                        : pick < 0.75 ? ConsentState.REFUSED : ConsentState.WITHDRAWN;
                consent(rows, customer, ContactChannel.MESSAGE, state, asked);
                // Who was asked at the counter was asked about talking there as well; some do not mind it.
                double atCounter = plan.unit(customer, 36);
                if (atCounter < 0.6) {
                    consent(rows, customer, ContactChannel.HALL,
                            state == ConsentState.GRANTED || atCounter < 0.2 ? ConsentState.GRANTED : ConsentState.REFUSED, asked);
                }
            }
        }
    }

    private static void consent(Rows rows, int customer, ContactChannel channel, ConsentState state, Instant asked) throws StoreException {
        rows.set(Literals.CONSENT__CUSTOMER, customerId(customer))
                .set(Literals.CONSENT__PURPOSE, ConsentPurpose.MARKETING)
                .set(Literals.CONSENT__CHANNEL, channel).set(Literals.CONSENT__STATE, state)
                .set(Literals.CONSENT__CHANGED, asked).set(Literals.CONSENT__TEXT_VERSION, "2")
                .set(Literals.CONSENT__TEXT, CONSENT_TEXT)
                .set(Literals.CONSENT__ADDRESS, String.format("+999%09d", customer + 1))
                .set(Literals.CONSENT__REQUESTED, asked)
                .set(Literals.CONSENT__CONFIRMED, state == ConsentState.REFUSED ? null : asked)
                .set(Literals.CONSENT__SOURCE, "sample").end();
    }
}
