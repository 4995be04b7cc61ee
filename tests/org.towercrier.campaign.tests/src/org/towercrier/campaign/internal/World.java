package org.towercrier.campaign.internal;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EPackage;
import org.jooq.Condition;
import org.towercrier.campaign.internal.audience.AudiencesComponent;
import org.towercrier.campaign.internal.capacity.CapacityChecksComponent;
import org.towercrier.campaign.internal.gate.ContactGateComponent;
import org.towercrier.campaign.internal.launch.FileChannelAccess;
import org.towercrier.campaign.internal.launch.Launcher;
import org.towercrier.campaign.internal.launch.LaunchesComponent;
import org.towercrier.campaign.internal.order.OrdersComponent;
import org.towercrier.campaign.internal.policy.ContactPoliciesComponent;
import org.towercrier.campaign.internal.result.CampaignResultsComponent;
import org.towercrier.campaign.internal.steps.StepChecks;
import org.towercrier.campaign.internal.text.CampaignTextsComponent;
import org.towercrier.customer.Criteria;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.Segments;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.fixture.TestStores;
import org.towercrier.model.ModelPackages;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.customer.AllOf;
import org.towercrier.model.customer.AttributeCriterion;
import org.towercrier.model.customer.ComparisonOperator;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.privacy.Disclosure;
import org.towercrier.privacy.Role;
import org.towercrier.store.Documents;
import org.towercrier.store.TableSchema;

/** A workspace with customers made by arithmetic and all services of campaigns, without OSGi. */
final class World implements AutoCloseable {

    /** Everybody may be told what the user asks for. */
    private static final class Open implements Disclosure {
        @Override
        public String user() {
            return "ann";
        }

        @Override
        public Role role(String user) {
            return Role.MARKETING;
        }

        @Override
        public Map<String, Role> roles() {
            return Map.of();
        }

        @Override
        public void grant(String user, Role role) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void ask(String subject, String reason) {
            assert !reason.isBlank();
        }
    }

    /** Criteria over the table of customers: {@code age < 30}. */
    private static Condition condition(Criterion criterion) {
        return switch (criterion) {
            case AllOf all -> and(all.getCriteria().stream().map(World::condition).toList());
            case AttributeCriterion leaf -> {
                String column = leaf.getAttribute().substring(leaf.getAttribute().indexOf('.') + 1);
                yield switch (leaf.getOperator()) {
                    case LESS -> field(name(column), Integer.class).lt(Integer.valueOf(leaf.getValues().get(0)));
                    case GREATER_OR_EQUAL -> field(name(column), Integer.class).ge(Integer.valueOf(leaf.getValues().get(0)));
                    default -> field(name(column), String.class).eq(leaf.getValues().get(0));
                };
            }
            default -> throw new IllegalArgumentException(criterion.toString());
        };
    }

    private static Object criteria(String method, Object[] arguments) throws CustomerException {
        return switch (method) {
            case "parse" -> parse((String) arguments[0]);
            case "write", "describe" -> write((AttributeCriterion) arguments[0]);
            case "audience" -> new Criteria.Audience(TableSchema.of(Literals.CUSTOMER).table(), field(name("id"), String.class),
                    condition((Criterion) arguments[0]), LocalDate.of(2026, 5, 31));
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private static Criterion parse(String text) throws CustomerException {
        String[] words = text.split(" ");
        if (words.length != 3) {
            throw new CustomerException("not understood: " + text);
        }
        AttributeCriterion leaf = CustomerFactory.eINSTANCE.createAttributeCriterion();
        leaf.setAttribute(words[0]);
        leaf.setOperator(Map.of("<", ComparisonOperator.LESS, ">=", ComparisonOperator.GREATER_OR_EQUAL, "=", ComparisonOperator.EQUAL)
                .get(words[1]));
        leaf.getValues().add(words[2]);
        return leaf;
    }

    private static String write(AttributeCriterion leaf) {
        String sign = switch (leaf.getOperator()) {
            case LESS -> "<";
            case GREATER_OR_EQUAL -> ">=";
            default -> "=";
        };
        return leaf.getAttribute() + " " + sign + " " + leaf.getValues().get(0);
    }

    static final Instant LAUNCH = Instant.parse("2026-06-01T08:00:00Z");

    final TemporaryStore store;
    final CampaignTextsComponent texts;
    final ContactPoliciesComponent policies;
    final ContactGateComponent gate;
    final CapacityChecksComponent capacity;
    final CampaignsComponent campaigns;
    final AudiencesComponent audiences;
    final LaunchesComponent launches;
    final CampaignResultsComponent results;
    final OrdersComponent orders;
    final ContactRightsComponent rights;

    World(Path handover) throws Exception {
        store = TestStores.temporary(ModelPackages.all().toArray(EPackage[]::new));
        Criteria criteria = (Criteria) Proxy.newProxyInstance(World.class.getClassLoader(), new Class<?>[]{ Criteria.class },
                (proxy, method, arguments) -> criteria(method.getName(), arguments));
        Segments segments = (Segments) Proxy.newProxyInstance(World.class.getClassLoader(), new Class<?>[]{ Segments.class },
                (proxy, method, arguments) -> method.getName().equals("dates") ? List.of() : Optional.empty());
        Disclosure disclosure = new Open();
        texts = new CampaignTextsComponent(criteria);
        policies = new ContactPoliciesComponent(store.store());
        gate = new ContactGateComponent(store.store(), criteria, policies);
        capacity = new CapacityChecksComponent(store.store(), criteria, policies);
        audiences = new AudiencesComponent(store.store(), criteria);
        campaigns = new CampaignsComponent(store.store(),
                new StepChecks(store.store(), audiences, segments, policies, gate, capacity));
        launches = new LaunchesComponent(store.store(), campaigns, new Launcher(store.store(), criteria, campaigns, policies, capacity),
                gate,
                disclosure, List.of(FileChannelAccess.in(handover)));
        results = new CampaignResultsComponent(store.store(), campaigns, audiences, policies, gate);
        orders = new OrdersComponent(store.store(), campaigns, disclosure, List.of(FileChannelAccess.in(handover)));
        rights = new ContactRightsComponent(store.store());
    }

    /** Customers c00000 …, three to a household, everyone with consent to messages; customer i is 20 + i % 50 years old. */
    void people(int count) throws Exception {
        store.store().write(tx -> {
            tx.sql().execute("insert into customer (id, age, household, phone, \"timeZone\", \"homeCell\", churned, gender)"
                    + " select 'c' || lpad(cast(i as varchar), 5, '0'), cast(20 + i % 50 as integer), 'h' || (i // 3), '+99' || i, 'UTC', 'cell' || (i % 4), false,"
                    + " case when i % 2 = 0 then 'FEMALE' else 'MALE' end from range(" + count + ") t(i)");
            tx.sql().execute(
                    "insert into consent (customer, purpose, channel, state, changed) select id, 'MARKETING', 'MESSAGE', 'GRANTED',"
                            + " timestamp '2026-01-01 00:00:00' from customer");
            tx.sql().execute("insert into product (id, name, price) values ('P', 'Pack', 9.9)");
            return null;
        });
    }

    /** Saves a campaign from its text. */
    Campaign save(String text) throws Exception {
        var reading = texts.read(text, Campaign.class);
        if (!reading.faults().isEmpty()) {
            throw new AssertionError(reading.faults().toString());
        }
        Campaign campaign = reading.root();
        campaigns.save(campaign, campaigns.open(campaign.getId()).map(found -> found.version()).orElse(Documents.NEW));
        return campaign;
    }

    /** Puts a policy in force. */
    void policy(String text) throws Exception {
        var reading = texts.read(text, org.towercrier.model.campaign.ContactPolicy.class);
        if (!reading.faults().isEmpty()) {
            throw new AssertionError(reading.faults().toString());
        }
        policies.save(reading.root(), Documents.NEW);
    }

    /** Runs a statement. */
    void sql(String text) throws Exception {
        store.store().write(tx -> tx.sql().execute(text));
    }

    /** A campaign that can be launched. */
    static String text(String id, String where) {
        return """
                id: %s
                name: Data for the young
                owner: ann
                messageClass: marketing
                start: 2026-06-01
                end: 2026-06-30
                currency: EUR
                need:
                  statement: They use little data.
                valuePosition:
                  promise: More data
                  items:
                    - {name: margin, amount: 30}
                  margin: 30
                  contactCost: 0.5
                  fixedCost: 100
                offerPlan:
                  offers:
                    - {id: pack, name: Pack, product: P, price: 9.9, term: 12, trialDays: 30, cancellation: reply STOP, expectedResponse: 5%%, value: 40}
                communication:
                  channels:
                    - channel: message
                  wordings:
                    - {id: w, language: en, text: "{offer} for {price}, {term} months, {cancellation}"}
                audience:
                  criterion: Customer.age %s
                experiment:
                  controlShare: 20%%
                  unit: household
                  strata: [Customer.gender]
                """.formatted(id, where);
    }

    @Override
    public void close() throws Exception {
        store.close();
    }
}
