package org.towercrier.customer.internal.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.towercrier.customer.CriterionAttribute.Kind;
import org.towercrier.customer.CustomerTable.Column;
import org.towercrier.customer.CustomerTable.Window;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.customer.internal.base.Figure;
import org.towercrier.model.MeasureAnnotations;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.model.edit.Labels;
import org.towercrier.privacy.Masking;
import org.towercrier.store.TableSchema;

/** The columns of the table of customers. */
final class TableColumns {

    private static final List<String> USUAL = List.of("id", "gender", "age", "occupation", "region", "tenure", "contract_type",
            "contract_end", "products", "spend_mean_3", "spend_trend_6", "voiceminutes_mean_3", "datavolume_mean_3", "complaints_sum_12",
            "homeCell");
    private static final List<String> HIDDEN = List.of("extra", "batch", "synthetic");
    private static final String PRODUCTS = "products";

    private TableColumns() {
    }

    /** All columns by name, the usual ones first. */
    static Map<String, Column> all() {
        List<Column> found = new ArrayList<>();
        TableSchema.of(Literals.CUSTOMER).columns().stream().filter(column -> !HIDDEN.contains(column.name()))
                .forEach(column -> found.add(person(column)));
        for (EClass type : CustomerBase.beside().keySet()) {
            for (String attribute : CustomerBase.beside().get(type)) {
                TableSchema.Column column = TableSchema.of(type).column(attribute).orElseThrow();
                found.add(column(CustomerBase.column(type, attribute).orElseThrow(), type.getName() + "." + attribute, column));
            }
        }
        found.add(new Column(PRODUCTS, Optional.of("Subscription.count"), Optional.empty(), Kind.NUMBER, Optional.empty(),
                Optional.empty(), false, USUAL.contains(PRODUCTS)));
        for (Figure figure : Figure.ready()) {
            EStructuralFeature fact = Literals.MONTHLY_FACTS.getEStructuralFeature(figure.fact());
            found.add(new Column(figure.column(), Optional.of("MonthlyFacts." + figure.fact()), Optional.of(fact), Kind.NUMBER,
                    MeasureAnnotations.unit(fact), Optional.of(new Window(figure.aggregation(), figure.months())), false,
                    USUAL.contains(figure.column())));
        }
        Map<String, Column> ordered = new LinkedHashMap<>();
        USUAL.forEach(name -> found.stream().filter(column -> column.name().equals(name)).forEach(column -> ordered.put(name, column)));
        found.forEach(column -> ordered.putIfAbsent(column.name(), column));
        return ordered;
    }

    /** Personal columns stand in the table of customers alone; no criterion asks for them. */
    private static Column person(TableSchema.Column column) {
        if (CustomerBase.column(Literals.CUSTOMER, column.name()).isPresent()) {
            return column(column.name(), "Customer." + column.name(), column);
        }
        return new Column(column.name(), Optional.empty(), column.feature(), kind(column), Optional.empty(), Optional.empty(), true, false);
    }

    private static Column column(String name, String attribute, TableSchema.Column column) {
        boolean personal = column.feature().filter(Masking::isPersonal).isPresent();
        return new Column(name, Optional.of(attribute), column.feature(), kind(column), column.feature().flatMap(MeasureAnnotations::unit),
                Optional.empty(), personal, USUAL.contains(name));
    }

    private static Kind kind(TableSchema.Column column) {
        if (column.feature().filter(feature -> feature.getEType() instanceof EEnum).isPresent()) {
            return Kind.CHOICE;
        }
        return switch (column.type()) {
            case DOUBLE, INTEGER, BIGINT -> Kind.NUMBER;
            case BOOLEAN -> Kind.TRUTH;
            case DATE, TIMESTAMP -> Kind.DATE;
            case VARCHAR -> Kind.TEXT;
        };
    }

    /** What a column is called. */
    static String label(Column column, Locale locale) {
        Labels labels = new Labels(locale);
        if (column.feature().isEmpty()) {
            return CustomerMessages.text(locale, "Table_" + column.name());
        }
        EStructuralFeature feature = column.feature().get();
        String own = labels.of(feature);
        if (column.window().isPresent()) {
            Window window = column.window().get();
            String over = CustomerMessages.text(locale, "Aggregation_" + window.aggregation().getLiteral());
            return own + " (" + (window.months() == 1 ? over : CustomerMessages.text(locale, "Criterion_Window", over, window.months()))
                    + ")";
        }
        EClass type = feature.getEContainingClass();
        String owner = labels.of(type);
        return type == Literals.CUSTOMER || own.startsWith(owner) ? own : owner + ": " + own;
    }
}
