package org.towercrier.exchange.tabular.internal.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.towercrier.exchange.ImportContext;
import org.towercrier.exchange.RowSink;
import org.towercrier.exchange.tabular.internal.table.Headers;
import org.towercrier.exchange.tabular.internal.table.Table;
import org.towercrier.exchange.tabular.internal.value.BadValueException;
import org.towercrier.exchange.tabular.internal.value.Truth;
import org.towercrier.model.customer.CustomerPackage;

/**
 * What a row about a customer says of the things that hang on it: household, group, contract, terminal, subscriptions, products and the answers to a survey. A thing
 * without an identity in the file gets one from its customer.
 */
final class LinkedRows {

    private static final String ID = "id";
    private static final String CUSTOMER = "customer";

    /** One thing of a row. */
    private static final class Thing {
        private final Map<EStructuralFeature, Cells.Cell> cells = new LinkedHashMap<>();
        private final Map<EStructuralFeature, Object> values = new LinkedHashMap<>();
    }

    /** A column that says whether the customer has a product. */
    private record Holding(String product, Cells.Cell cell) {
    }

    /** A column with the answer to a question. */
    private record Question(String name, Cells.Cell cell, Map<String, String> values) {
    }

    private final String survey;
    private final Cells cells;
    private final ImportContext context;
    private final Map<EClass, Thing> things = new LinkedHashMap<>();
    private final List<Holding> holdings = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private final List<String> products = new ArrayList<>();
    private final Map<Question, Object> answers = new LinkedHashMap<>();
    private final SeenKeys written = new SeenKeys();

    LinkedRows(String survey, Cells cells, ImportContext context) {
        this.survey = survey;
        this.cells = cells;
        this.context = context;
    }

    /** Adds a column that fills a feature of a thing. */
    void feature(EClass type, EStructuralFeature feature, Cells.Cell cell) {
        things.computeIfAbsent(type, key -> new Thing()).cells.put(feature, cell);
    }

    /** Adds a column that says whether, or in which kind, the customer has a product. */
    void holding(String product, Cells.Cell cell) {
        holdings.add(new Holding(product, cell));
    }

    /** Adds a column with the answer to a question. @param values translation, the file's to the stored ones */
    void question(String name, Cells.Cell cell, Map<String, String> values) {
        questions.add(new Question(name, cell, values));
    }

    /** Reads a row; nothing is handed over yet. */
    void read(Table row) throws BadValueException {
        for (Thing thing : things.values()) {
            thing.values.clear();
            for (Map.Entry<EStructuralFeature, Cells.Cell> entry : thing.cells.entrySet()) {
                Object value = entry.getValue().value(row);
                if (value != null) {
                    thing.values.put(entry.getKey(), value);
                }
            }
        }
        products.clear();
        for (Holding holding : holdings) {
            String text = row.text(holding.cell().column()).strip();
            if (!cells.blanks().blank(text)) {
                product(holding.product(), text).ifPresent(products::add);
            }
        }
        answers.clear();
        for (Question question : questions) {
            String text = row.text(question.cell().column()).strip();
            String meant = question.values().getOrDefault(text, question.values().getOrDefault("*", text));
            if (!cells.blanks().blank(text) && !meant.isEmpty()) {
                answers.put(question, answer(meant, question.cell().column()));
            }
        }
    }

    /** {@code yes} is the product itself, {@code no} and {@code no internet service} are none, and another word is a kind of it. */
    private static Optional<String> product(String name, String text) {
        Optional<Boolean> truth = Truth.parse(text);
        if (truth.isPresent()) {
            return truth.get() ? Optional.of(name) : Optional.empty();
        }
        String first = text.toLowerCase(Locale.ROOT).split("[\\s_-]")[0];
        return Truth.parse(first).filter(yes -> !yes).isPresent() && first.length() > 1 || first.equals("none") ? Optional.empty()
                : Optional.of(name + ": " + text);
    }

    private Object answer(String text, int column) {
        if (text.chars().noneMatch(Character::isDigit)) {
            return text;
        }
        try {
            return cells.number(text, column);
        } catch (BadValueException words) {
            return text;
        }
    }

    /**
     * Hands the things over.
     *
     * @param customer identity of the customer
     * @param person what else the row says about the customer
     */
    void write(String customer, Draft person, long line) {
        for (Map.Entry<EClass, Thing> entry : things.entrySet()) {
            if (!entry.getValue().values.isEmpty()) {
                thing(entry.getKey(), entry.getValue(), customer, person, line);
            }
        }
        for (String product : products) {
            subscription(customer, product, person, line);
        }
        answers.forEach((question, answer) -> {
            RowSink sink = context.rows(CustomerPackage.Literals.SURVEY_ANSWER);
            sink.set(sink.column("survey"), survey);
            sink.set(sink.column(CUSTOMER), customer);
            sink.set(sink.column("question"), question.name());
            Draft.set(sink, sink.column(answer instanceof Double ? "score" : "text"), answer);
            sink.end(line);
        });
    }

    private void thing(EClass type, Thing thing, String customer, Draft person, long line) {
        EStructuralFeature key = type.getEStructuralFeature(ID);
        boolean shared = type == CustomerPackage.Literals.HOUSEHOLD || type == CustomerPackage.Literals.CORPORATE_GROUP;
        Optional<String> id = thing.values.get(key) instanceof String text ? Optional.of(text)
                : shared ? person.text(type == CustomerPackage.Literals.HOUSEHOLD ? "household" : "group")
                        : Optional.of(identity(type, customer, thing));
        if (id.isEmpty() || shared && !written.add(type.getName() + "/" + id.get())) {
            return;
        }
        RowSink sink = context.rows(type);
        sink.set(sink.column(ID), id.get());
        thing.values.forEach((feature, value) -> Draft.set(sink, sink.column(feature.getName()), value));
        EStructuralFeature owner = type.getEStructuralFeature(CUSTOMER);
        if (owner != null && !thing.values.containsKey(owner)) {
            sink.set(sink.column(CUSTOMER), customer);
        }
        if (thing.values.get(CustomerPackage.Literals.SUBSCRIPTION__PRODUCT) instanceof String product) {
            product(product, line);
        }
        sink.end(line);
    }

    private static String identity(EClass type, String customer, Thing thing) {
        if (type == CustomerPackage.Literals.CONTRACT) {
            return customer;
        }
        Object product = thing.values.get(CustomerPackage.Literals.SUBSCRIPTION__PRODUCT);
        return customer + "/" + (product == null ? type.getName().toLowerCase(Locale.ROOT) : product);
    }

    private void subscription(String customer, String product, Draft person, long line) {
        RowSink sink = context.rows(CustomerPackage.Literals.SUBSCRIPTION);
        sink.set(sink.column(ID), customer + "/" + product);
        sink.set(sink.column(CUSTOMER), customer);
        sink.set(sink.column("product"), product);
        sink.set(sink.column("status"), Boolean.TRUE.equals(person.value("churned")) ? "ENDED" : "ACTIVE");
        sink.end(line);
        product(product, line);
    }

    private void product(String id, long line) {
        if (!Headers.key(id).isEmpty() && written.add("Product/" + id)) {
            RowSink sink = context.rows(CustomerPackage.Literals.PRODUCT);
            sink.set(sink.column(ID), id);
            sink.set(sink.column("name"), id);
            sink.end(line);
        }
    }
}
