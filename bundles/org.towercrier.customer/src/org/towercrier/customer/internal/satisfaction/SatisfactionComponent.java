package org.towercrier.customer.internal.satisfaction;

import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.md5;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.customer.Criteria;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.Satisfaction;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.model.customer.QuestionRole;
import org.towercrier.model.customer.Survey;
import org.towercrier.model.customer.SurveyQuestion;
import org.towercrier.statistics.value.DerivedImportance;
import org.towercrier.statistics.value.ImportancePerformance;
import org.towercrier.statistics.value.ImportancePerformance.CrossHair;
import org.towercrier.statistics.value.ImportancePerformance.Rating;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;
import org.towercrier.store.Versioned;

/** Computes importance and performance from the answers in the store. */
@Component(service = Satisfaction.class)
public final class SatisfactionComponent implements Satisfaction {

    private static final TableSchema ANSWERS = TableSchema.of(Literals.SURVEY_ANSWER);
    private static final Field<String> SURVEY = ANSWERS.field("survey", String.class);
    private static final Field<String> CUSTOMER = ANSWERS.field("customer", String.class);
    private static final Field<String> QUESTION = ANSWERS.field("question", String.class);
    private static final Field<LocalDate> DATE = ANSWERS.field("date", LocalDate.class);
    private static final Field<Double> SCORE = ANSWERS.field("score", Double.class);
    private static final int MOST_CUSTOMERS = 200_000;
    private static final List<String> OVERALL = List.of("overall", "整体满意", "整體滿意", "总体满意", "總體滿意", "in general", "gesamt");

    private final Store store;
    private final Criteria criteria;

    @Activate
    public SatisfactionComponent(@Reference Store store, @Reference Criteria criteria) {
        this.store = store;
        this.criteria = criteria;
    }

    @Override
    public List<String> surveys() throws StoreException {
        return store.read(sql -> sql.selectDistinct(SURVEY).from(ANSWERS.table()).where(SCORE.isNotNull()).and(SURVEY.isNotNull())
                .orderBy(SURVEY).fetch(SURVEY));
    }

    @Override
    public List<Question> questions(String survey) throws StoreException {
        Map<String, SurveyQuestion> described = new HashMap<>();
        store.documents().load(KIND, survey, Survey.class)
                .ifPresent(found -> found.root().getQuestions().forEach(each -> described.put(each.getName(), each)));
        return store.read(sql -> sql.select(QUESTION, count(), avg(SCORE).cast(Double.class), min(SCORE), max(SCORE)).from(ANSWERS.table())
                .where(SURVEY.eq(survey)).and(SCORE.isNotNull()).groupBy(QUESTION).orderBy(QUESTION).fetch(row -> {
                    Optional<SurveyQuestion> own = Optional.ofNullable(described.get(row.value1()));
                    return new Question(row.value1(), own.map(SurveyQuestion::getLabel).orElse(row.value1()), row.value2(), row.value3(),
                            own.map(SurveyQuestion::getMinimum).map(Number::doubleValue).orElse(row.value4()),
                            own.map(SurveyQuestion::getMaximum).map(Number::doubleValue).orElse(row.value5()),
                            own.map(SurveyQuestion::getRole), own.filter(each -> each.eIsSet(factor())).map(SurveyQuestion::getFactor),
                            own.map(SurveyQuestion::getImportance).filter(each -> !each.isBlank()));
                }));
    }

    private static org.eclipse.emf.ecore.EStructuralFeature factor() {
        return Literals.SURVEY_QUESTION.getEStructuralFeature("factor");
    }

    @Override
    public void pair(String survey, String question, Optional<String> importance) throws CustomerException, StoreException {
        List<Question> all = questions(survey);
        Question performance = named(all, question, survey);
        if (importance.isPresent() && named(all, importance.get(), survey).equals(performance)) {
            throw new CustomerException(CustomerMessages.text("Survey_Same", question));
        }
        Optional<Versioned<Survey>> stored = store.documents().load(KIND, survey, Survey.class);
        Survey root = stored.map(found -> EcoreUtil.copy(found.root())).orElseGet(() -> {
            Survey made = CustomerFactory.eINSTANCE.createSurvey();
            made.setName(survey);
            return made;
        });
        SurveyQuestion own = root.getQuestions().stream().filter(each -> question.equals(each.getName())).findFirst().orElseGet(() -> {
            SurveyQuestion made = CustomerFactory.eINSTANCE.createSurveyQuestion();
            made.setName(question);
            made.setLabel(question);
            made.setMinimum(performance.least());
            made.setMaximum(performance.most());
            root.getQuestions().add(made);
            return made;
        });
        own.setImportance(importance.orElse(null));
        store.documents().save(KIND, survey, root, stored.map(Versioned::version).orElse(0L));
    }

    /** A request with the pairs that are kept, where it names none of its own. */
    private static Request withPairs(Request request, List<Question> all) throws CustomerException {
        if (request.method() != Method.STATED || !request.stated().isEmpty()) {
            return request;
        }
        List<Question> paired = all.stream().filter(each -> each.importance().isPresent())
                .filter(each -> request.questions().isEmpty() || request.questions().contains(each.name())).toList();
        if (paired.isEmpty()) {
            throw new CustomerException(CustomerMessages.text("Survey_NoPairs", request.survey()));
        }
        return new Request(request.survey(), request.overall(), paired.stream().map(Question::name).toList(),
                paired.stream().map(each -> each.importance().orElseThrow()).toList(), request.method(), request.crossHair(),
                request.among());
    }

    @Override
    public Chart chart(Request asked, Cancellation cancel) throws CustomerException, StoreException {
        List<Question> all = questions(asked.survey());
        Request request = withPairs(asked, all);
        Optional<Question> overall = request.method() == Method.STATED ? Optional.empty() : Optional.of(overall(all, request));
        List<Question> items = items(all, overall, request);
        List<Question> stated = new ArrayList<>();
        for (String each : request.stated()) {
            stated.add(named(all, each, request.survey()));
        }
        if (request.method() == Method.STATED && stated.size() != items.size()) {
            throw new CustomerException(CustomerMessages.text("Survey_Pairs", items.size(), stated.size()));
        }
        List<Question> wanted = new ArrayList<>(items);
        wanted.addAll(stated);
        overall.ifPresent(wanted::add);
        double[][] answers = answers(request, wanted, cancel);
        double[][] scores = Arrays.copyOf(answers, items.size());
        double[] performance = means(scores);
        double[] judgement = overall.isPresent() ? answers[answers.length - 1] : new double[0];
        double[] importance = switch (request.method()) {
            case STATED -> means(Arrays.copyOfRange(answers, items.size(), 2 * items.size()));
            case CORRELATION -> Arrays.stream(scores).mapToDouble(item -> DerivedImportance.correlation(item, judgement)).toArray();
            case RANK -> Arrays.stream(scores).mapToDouble(item -> DerivedImportance.rankCorrelation(item, judgement)).toArray();
            case REGRESSION -> DerivedImportance.regression(scores, judgement);
        };
        return chart(request, overall, items, importance, performance, scores);
    }

    private static Chart chart(Request request, Optional<Question> overall, List<Question> items, double[] importance, double[] performance,
            double[][] scores) throws CustomerException {
        double middle = (items.stream().mapToDouble(Question::least).min().orElse(Double.NaN)
                + items.stream().mapToDouble(Question::most).max().orElse(Double.NaN)) / 2;
        boolean scale = request.crossHair() == CrossHair.SCALE_MIDDLE;
        double performanceLine = scale ? middle : ImportancePerformance.line(performance, request.crossHair());
        // a derived importance is on no scale of answers
        double importanceLine = !scale ? ImportancePerformance.line(importance, request.crossHair())
                : request.method() == Method.STATED ? middle : ImportancePerformance.line(importance, CrossHair.MEAN);
        List<Rating> ratings = IntStream.range(0, items.size())
                .mapToObj(i -> new Rating(items.get(i).name(), importance[i], performance[i])).toList();
        List<Item> placed = ImportancePerformance.place(ratings, importanceLine, performanceLine).items().stream().map(item -> {
            int at = ratings.stream().map(Rating::item).toList().indexOf(item.item());
            return new Item(item.item(), items.get(at).label(), Arrays.stream(scores[at]).filter(score -> !Double.isNaN(score)).count(),
                    item.importance(), item.performance(), item.quadrant(), CustomerMessages.text("Quadrant_" + item.quadrant()));
        }).toList();
        if (placed.isEmpty()) {
            throw new CustomerException(CustomerMessages.text("Survey_Nothing", request.survey()));
        }
        long customers = scores.length == 0 ? 0
                : IntStream.range(0, scores[0].length).filter(i -> Arrays.stream(scores).anyMatch(item -> !Double.isNaN(item[i]))).count();
        return new Chart(request.survey(), overall.map(Question::name), request.method(), customers, importanceLine, performanceLine,
                placed);
    }

    private static Question named(List<Question> all, String wanted, String survey) throws CustomerException {
        return all.stream().filter(each -> each.name().equals(wanted)).findFirst().orElseThrow(() -> new CustomerException(
                CustomerMessages.text("Survey_Question", wanted, survey, String.join(", ", all.stream().map(Question::name).toList()))));
    }

    private static Question overall(List<Question> all, Request request) throws CustomerException {
        if (request.overall().isPresent()) {
            return named(all, request.overall().get(), request.survey());
        }
        return all.stream().filter(Question::scale).filter(each -> each.role().equals(Optional.of(QuestionRole.LOYALTY))).findFirst()
                .or(() -> all.stream().filter(Question::scale).filter(each -> OVERALL.stream()
                        .anyMatch(word -> (each.name() + " " + each.label()).toLowerCase(Locale.ROOT).contains(word))).findFirst())
                .orElseThrow(() -> new CustomerException(CustomerMessages.text("Survey_Overall", request.survey(),
                        String.join(", ", all.stream().filter(Question::scale).map(Question::name).toList()))));
    }

    private static List<Question> items(List<Question> all, Optional<Question> overall, Request request) throws CustomerException {
        List<Question> items = new ArrayList<>();
        for (String each : request.questions()) {
            items.add(named(all, each, request.survey()));
        }
        if (items.isEmpty()) {
            all.stream().filter(Question::scale).filter(each -> !overall.equals(Optional.of(each)))
                    .filter(each -> overall.isEmpty() || each.most() <= overall.get().most() && each.least() >= overall.get().least())
                    .filter(each -> !request.stated().contains(each.name())).forEach(items::add);
        }
        return items;
    }

    private static double[] means(double[][] scores) {
        return Arrays.stream(scores)
                .mapToDouble(item -> Arrays.stream(item).filter(score -> !Double.isNaN(score)).average().orElse(Double.NaN)).toArray();
    }

    /** Scores by question and customer; NaN without an answer, of several the latest. */
    private double[][] answers(Request request, List<Question> wanted, Cancellation cancel) throws CustomerException, StoreException {
        List<String> names = wanted.stream().map(Question::name).toList();
        Condition mine = SURVEY.eq(request.survey()).and(SCORE.isNotNull()).and(QUESTION.in(names));
        if (request.among().isPresent()) {
            mine = mine.and(CUSTOMER.in(criteria.audience(request.among().get()).ids()));
        }
        Condition theirs = mine;
        Select<Record1<String>> drawn = select(CUSTOMER).from(selectDistinct(CUSTOMER).from(ANSWERS.table()).where(theirs).asTable("c")
                .as(ANSWERS.table().getName())).orderBy(md5(CUSTOMER)).limit(MOST_CUSTOMERS);
        Map<String, double[]> byCustomer = new LinkedHashMap<>();
        store.read(sql -> {
            boolean many = sql.select(org.jooq.impl.DSL.countDistinct(CUSTOMER)).from(ANSWERS.table()).where(theirs).fetchSingle()
                    .value1() > MOST_CUSTOMERS;
            sql.select(CUSTOMER, QUESTION, SCORE).from(ANSWERS.table()).where(many ? theirs.and(CUSTOMER.in(drawn)) : theirs)
                    .orderBy(CUSTOMER, DATE.asc().nullsFirst()).forEach(row -> {
                        double[] own = byCustomer.computeIfAbsent(row.value1(), none -> {
                            double[] blank = new double[names.size()];
                            Arrays.fill(blank, Double.NaN);
                            return blank;
                        });
                        for (int q = 0; q < own.length; q++) {
                            if (names.get(q).equals(row.value2())) {
                                own[q] = row.value3();
                            }
                        }
                    });
            return null;
        }, cancel);
        double[][] scores = new double[names.size()][byCustomer.size()];
        int at = 0;
        for (double[] own : byCustomer.values()) {
            for (int q = 0; q < own.length; q++) {
                scores[q][at] = own[q];
            }
            at++;
        }
        return scores;
    }
}
