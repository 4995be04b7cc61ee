package org.towercrier.customer.ui.internal.figure.satisfaction;

import java.util.List;
import java.util.Optional;

import org.towercrier.customer.Satisfaction.Chart;
import org.towercrier.customer.Satisfaction.Item;
import org.towercrier.customer.Satisfaction.Method;
import org.towercrier.customer.ui.internal.figure.FigureTexts;
import org.towercrier.statistics.value.ImportancePerformance.Quadrant;
import org.towercrier.ui.figure.Axis;
import org.towercrier.ui.figure.QuadrantFigure;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.table.TableColumn;

/** Figures of importance and performance, without a widget. */
final class ImportanceFigures {

    private static final int DIGITS = 2;

    private final FigureTexts texts;
    private final NumberFormats numbers;

    ImportanceFigures(FigureTexts texts, NumberFormats numbers) {
        this.texts = texts;
        this.numbers = numbers;
    }

    /** The columns of the table of questions. */
    static List<TableColumn<Item>> columns(FigureTexts texts) {
        List<String> order = List
                .of(Quadrant.CONCENTRATE_HERE, Quadrant.KEEP_UP_THE_GOOD_WORK, Quadrant.LOW_PRIORITY, Quadrant.POSSIBLE_OVERKILL)
                .stream().map(each -> texts.get("Quadrant_" + each)).toList();
        return List.of(TableColumn.<Item>text("question", texts.get("Importance_Question"), Item::label).wide(190),
                TableColumn
                        .<Item>choice("quadrant", texts.get("Importance_Quadrant"), order, item -> texts.get("Quadrant_" + item.quadrant()))
                        .wide(150),
                TableColumn.number("importance", texts.get("Importance_Importance"), "", DIGITS, Item::importance),
                TableColumn.number("performance", texts.get("Importance_Performance"), "", DIGITS, Item::performance),
                TableColumn.integer("answers", texts.get("Importance_Answers"), "", Item::answers),
                TableColumn.<Item>text("action", texts.get("Importance_Action"), Item::action).wide(360));
    }

    /** The quadrants of a survey. @param segment whose answers they are; absent for all */
    QuadrantFigure quadrants(Chart chart, Optional<String> segment) {
        String importance = chart.method() == Method.STATED ? texts.get("Importance_Stated") : texts.get("Importance_Derived",
                texts.get("Method_" + chart.method()));
        String who = segment.map(name -> texts.get("Importance_Among", name, numbers.integer(chart.customers())))
                .orElseGet(() -> texts.get("Importance_All", numbers.integer(chart.customers())));
        List<QuadrantFigure.Point> points = chart.items().stream().map(item -> new QuadrantFigure.Point(item.label(), item.performance(),
                item.importance(), List.of(texts.get("Importance_N", numbers.integer(item.answers())), item.action()),
                Optional.of(item.question())))
                .toList();
        return new QuadrantFigure(texts.get("Importance_Heading", chart.survey(), who), new Axis(texts.get("Importance_Performance"),
                texts.get("Importance_Scale")), new Axis(importance, ""), chart.performanceLine(), chart.importanceLine(),
                List.of(texts.get("Quadrant_" + Quadrant.CONCENTRATE_HERE), texts.get("Quadrant_" + Quadrant.KEEP_UP_THE_GOOD_WORK),
                        texts.get("Quadrant_" + Quadrant.LOW_PRIORITY), texts.get("Quadrant_" + Quadrant.POSSIBLE_OVERKILL)),
                points);
    }
}
