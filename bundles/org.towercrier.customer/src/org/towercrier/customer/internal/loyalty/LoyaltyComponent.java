package org.towercrier.customer.internal.loyalty;

import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.towercrier.areas.CellHeadroom;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.Loyalty;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.customer.internal.segment.CriterionCompiler;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.model.customer.LoyaltyModel;
import org.towercrier.model.customer.QuestionRole;
import org.towercrier.model.customer.SatisfactionFactor;
import org.towercrier.model.customer.Survey;
import org.towercrier.model.customer.SurveyQuestion;
import org.towercrier.store.Cancellation;
import org.towercrier.store.DocumentInfo;
import org.towercrier.store.Documents;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** Computes loyalty from the base of customers and the answers to surveys. */
@Component(service = Loyalty.class)
public final class LoyaltyComponent implements Loyalty {

    private static final String NAME = "loyalty";
    private static final TableSchema ANSWERS = TableSchema.of(Literals.SURVEY_ANSWER);
    private static final Field<String> QUESTION = ANSWERS.field("question", String.class);
    private static final Field<String> SURVEY = ANSWERS.field("survey", String.class);
    private static final Field<Double> SCORE = ANSWERS.field("score", Double.class);
    private static final double FULL = 100;
    /** What gives the full part of a score: five years, four products, three renewals; four complaints in a year give none. */
    private static final Map<String, Double> FULL_AT = Map.of("tenure", 60.0, "products", 4.0, "contract_renewals", 3.0);
    private static final double COMPLAINTS_TOO_MANY = 4;

    private final Store store;
    private final CustomerBase base;
    private final Optional<CellHeadroom> headroom;

    @Activate
    public LoyaltyComponent(@Reference Store store, @Reference CustomerBase base,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) CellHeadroom headroom) {
        this.store = store;
        this.base = base;
        this.headroom = Optional.ofNullable(headroom);
    }

    @Override
    public List<Factor> factors(Criterion criterion, Cancellation cancel) throws CustomerException, StoreException {
        Table<Record> customers = base.current();
        Condition who = new CriterionCompiler(base.latest(), base.others()).compile(criterion);
        Condition theirs = theirs(criterion, customers, who);
        Map<String, SatisfactionFactor> described = factors();
        return store.read(sql -> {
            List<Source> answered = new ArrayList<>();
            answers(sql, theirs, Map.of(), answered);
            Map<SatisfactionFactor, List<Source>> byFactor = new EnumMap<>(SatisfactionFactor.class);
            for (Source answer : answered) {
                Optional<SatisfactionFactor> about = Optional
                        .ofNullable(described.get(answer.fact().keySet().iterator().next() + "/" + answer.name()))
                        .or(() -> FactorWords.guess(answer.name()));
                about.ifPresent(factor -> byFactor.computeIfAbsent(factor, none -> new ArrayList<>())
                        .add(new Source(factor.getLiteral(), answer.name(), answer.value(), answer.fact())));
            }
            return new Factors(sql, customers, who).of(headroom, byFactor);
        }, cancel);
    }

    /** What questions are about, as far as surveys are described. */
    private Map<String, SatisfactionFactor> factors() throws StoreException {
        Map<String, SatisfactionFactor> factors = new LinkedHashMap<>();
        for (DocumentInfo info : store.documents().list("survey")) {
            Optional<Survey> survey = store.documents().load("survey", info.name(), Survey.class).map(found -> found.root());
            for (SurveyQuestion question : survey.map(Survey::getQuestions).map(List::copyOf).orElse(List.of())) {
                if (question.eIsSet(Literals.SURVEY_QUESTION.getEStructuralFeature("factor"))) {
                    factors.put(survey.get().getName() + "/" + question.getName(), question.getFactor());
                }
            }
        }
        return factors;
    }

    private static Condition theirs(Criterion criterion, Table<Record> customers, Condition who) {
        return criterion == null ? org.jooq.impl.DSL.trueCondition()
                : ANSWERS.field("customer", String.class)
                        .in(org.jooq.impl.DSL.select(field(name(CustomerBase.ID), String.class)).from(customers).where(who));
    }

    @Override
    public LoyaltyModel model() throws StoreException {
        return store.documents().load(KIND, NAME, LoyaltyModel.class).map(found -> found.root()).orElseGet(() -> {
            LoyaltyModel model = CustomerFactory.eINSTANCE.createLoyaltyModel();
            model.setName(NAME);
            return model;
        });
    }

    @Override
    public void save(LoyaltyModel model) throws CustomerException, StoreException {
        double[] weights = weights(model);
        if (java.util.Arrays.stream(weights).anyMatch(weight -> !(weight >= 0)) || java.util.Arrays.stream(weights).sum() <= 0) {
            throw new CustomerException(CustomerMessages.text("Loyalty_Weights"));
        }
        long version = store.documents().load(KIND, NAME, LoyaltyModel.class).map(found -> found.info().version()).orElse(Documents.NEW);
        store.documents().save(KIND, NAME, EcoreUtil.copy(model), version);
    }

    private static double[] weights(LoyaltyModel model) {
        return new double[]{ weight(model.getBehavioural()), weight(model.getAttitudinal()), weight(model.getEmotional()) };
    }

    private static double weight(Double weight) {
        return weight == null ? 0 : weight;
    }

    @Override
    public Optional<Scores> of(String customer) throws StoreException {
        Condition one = field(name(CustomerBase.ID), String.class).eq(customer);
        Scores scores = scores(base.current(), one, ANSWERS.field("customer", String.class).eq(customer), Cancellation.none());
        return scores.customers() == 0 ? Optional.empty() : Optional.of(scores);
    }

    @Override
    public Scores mean(Criterion criterion, Cancellation cancel) throws CustomerException, StoreException {
        Table<Record> customers = base.current();
        Condition who = new CriterionCompiler(base.latest(), base.others()).compile(criterion);
        Condition theirs = theirs(criterion, customers, who);
        return scores(customers, who, theirs, cancel);
    }

    private Scores scores(Table<Record> customers, Condition who, Condition theirs, Cancellation cancel) throws StoreException {
        Map<String, QuestionRole> roles = roles();
        LoyaltyModel model = model();
        return store.read(sql -> {
            List<Source> sources = new ArrayList<>();
            long number = behaviour(sql, customers, who, sources);
            answers(sql, theirs, roles, sources);
            Optional<Double> behavioural = part(sources, "behavioural");
            Optional<Double> attitudinal = part(sources, "attitudinal");
            Optional<Double> emotional = part(sources, "emotional");
            return new Scores(number, overall(weights(model), List.of(behavioural, attitudinal, emotional)), behavioural, attitudinal,
                    emotional,
                    List.copyOf(sources));
        }, cancel);
    }

    private static Optional<Double> part(List<Source> sources, String score) {
        var mean = sources.stream().filter(source -> source.score().equals(score)).mapToDouble(Source::value).average();
        return mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty();
    }

    /** The mean of the scores that are there, by their weights. */
    static Optional<Double> overall(double[] weights, List<Optional<Double>> scores) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < weights.length; i++) {
            if (scores.get(i).isPresent() && weights[i] > 0) {
                sum += weights[i] * scores.get(i).get();
                weight += weights[i];
            }
        }
        return weight == 0 ? Optional.empty() : Optional.of(sum / weight);
    }

    private static long behaviour(DSLContext sql, Table<Record> customers, Condition who, List<Source> sources) {
        Field<Double> complaints = field(name("complaints_sum_12"), Double.class);
        Field<Double> spend = field(name("spend_mean_3"), Double.class);
        Field<Double> payments = field(name("payments_mean_3"), Double.class);
        List<Field<?>> fields = new ArrayList<>(List.of(count(), avg(complaints).cast(Double.class), avg(spend).cast(Double.class),
                avg(payments).cast(Double.class)));
        List<String> growing = FULL_AT.keySet().stream().sorted().toList();
        for (String column : growing) {
            Field<Double> value = field(name(column), Double.class).cast(Double.class);
            fields.add(avg(org.jooq.impl.DSL.least(value.div(FULL_AT.get(column)), org.jooq.impl.DSL.inline(1.0))).cast(Double.class));
            fields.add(avg(value).cast(Double.class));
        }
        Record row = sql.select(fields).from(customers).where(who).fetchSingle();
        for (int i = 0; i < growing.size(); i++) {
            Double share = (Double) row.get(4 + 2 * i);
            if (share != null) {
                sources.add(new Source("behavioural", growing.get(i).replace("contract_", ""), FULL * Math.max(0, share),
                        fact(growing.get(i), row.get(5 + 2 * i))));
            }
        }
        if (row.get(1) instanceof Double mean) {
            sources.add(new Source("behavioural", "complaints", FULL * Math.max(0, 1 - mean / COMPLAINTS_TOO_MANY),
                    fact("complaintsAYear", mean)));
        }
        if (row.get(2) instanceof Double due && row.get(3) instanceof Double paid && due > 0) {
            sources.add(new Source("behavioural", "payment", FULL * Math.clamp(paid / due, 0, 1), fact("paidOfSpend", paid / due)));
        }
        return ((Number) row.get(0)).longValue();
    }

    private static Map<String, Object> fact(String name, Object value) {
        Map<String, Object> fact = new LinkedHashMap<>();
        fact.put(name, value);
        return fact;
    }

    /** Scores on the scale that the answers of all customers show; ticks of 0 and 1 are no scale. */
    private static void answers(DSLContext sql, Condition theirs, Map<String, QuestionRole> roles, List<Source> sources) {
        var given = sql.select(SURVEY, QUESTION, avg(SCORE).cast(Double.class)).from(ANSWERS.table()).where(theirs).and(SCORE.isNotNull())
                .groupBy(SURVEY, QUESTION).orderBy(SURVEY, QUESTION).fetch();
        if (given.isEmpty()) {
            return;
        }
        Map<String, double[]> scales = new LinkedHashMap<>();
        sql.select(SURVEY, QUESTION, min(SCORE), max(SCORE)).from(ANSWERS.table()).where(SCORE.isNotNull()).groupBy(SURVEY, QUESTION)
                .forEach(row -> scales.put(row.value1() + "/" + row.value2(), new double[]{ row.value3(), row.value4() }));
        given.forEach(row -> {
            String key = row.value1() + "/" + row.value2();
            double[] scale = scales.get(key);
            QuestionRole role = roles.getOrDefault(key, guessed(row.value2()));
            boolean emotional = role == QuestionRole.RECOMMENDATION;
            if (scale != null && scale[1] - scale[0] > 1
                    && (emotional || role == QuestionRole.SATISFACTION || role == QuestionRole.LOYALTY)) {
                sources.add(new Source(emotional ? "emotional" : "attitudinal", row.value2(),
                        FULL * (row.value3() - scale[0]) / (scale[1] - scale[0]),
                        fact(row.value1(), row.value3())));
            }
        });
    }

    private static QuestionRole guessed(String question) {
        String text = question.toLowerCase(Locale.ROOT);
        return text.contains("recommend") || text.contains("nps") || text.contains("推荐") || text.contains("推薦")
                ? QuestionRole.RECOMMENDATION
                : QuestionRole.SATISFACTION;
    }

    /** What questions measure, as far as surveys are described. */
    private Map<String, QuestionRole> roles() throws StoreException {
        Map<String, QuestionRole> roles = new LinkedHashMap<>();
        for (DocumentInfo info : store.documents().list("survey")) {
            Optional<Survey> survey = store.documents().load("survey", info.name(), Survey.class).map(found -> found.root());
            for (SurveyQuestion question : survey.map(Survey::getQuestions).map(List::copyOf).orElse(List.of())) {
                roles.put(survey.get().getName() + "/" + question.getName(), question.getRole());
            }
        }
        return roles;
    }
}
