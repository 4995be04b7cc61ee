package org.towercrier.customer.ui.internal.figure.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.towercrier.customer.CustomerSurvival.Cox;
import org.towercrier.customer.ui.internal.figure.AttributeNames;
import org.towercrier.customer.ui.internal.figure.FigureTexts;
import org.towercrier.statistics.survival.CoxFit.Coefficient;
import org.towercrier.statistics.survival.CoxFit.State;
import org.towercrier.statistics.survival.ProportionalHazards.Covariate;
import org.towercrier.ui.figure.NumbersPane.Number;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.theme.Severity;

/** Figures of a Cox model, without a widget. */
final class CoxFigures {

    private static final double DOUBTFUL = 0.05;
    private static final double SMALL = 0.0001;
    private static final int DIGITS = 3;

    private final FigureTexts texts;
    private final NumberFormats numbers;

    CoxFigures(FigureTexts texts, NumberFormats numbers) {
        this.texts = texts;
        this.numbers = numbers;
    }

    /** A coefficient with its check. @param says what it means, a sentence */
    record Row(String name, Coefficient coefficient, Optional<Covariate> check, String says) {

        double proportional() {
            return check.map(Covariate::p).orElse(Double.NaN);
        }
    }

    /** The columns of the table of coefficients. */
    static List<TableColumn<Row>> columns(FigureTexts texts) {
        return List.of(TableColumn.<Row>text("name", texts.get("Cox_Name"), Row::name).wide(220),
                TableColumn.number("ratio", texts.get("Cox_Ratio"), "", DIGITS, row -> row.coefficient().hazardRatio()),
                TableColumn.number("lower", texts.get("Cox_Lower"), "", DIGITS, row -> row.coefficient().lower()),
                TableColumn.number("upper", texts.get("Cox_Upper"), "", DIGITS, row -> row.coefficient().upper()),
                TableColumn.number("z", "z", "", 2, row -> row.coefficient().z()),
                TableColumn.number("p", "p", "", 4, row -> row.coefficient().p()),
                TableColumn.<Row>number("ph", texts.get("Cox_Check"), "p", 4, Row::proportional)
                        .marked(row -> row.proportional() < DOUBTFUL ? Optional.of(Severity.WARNING) : Optional.empty()).wide(150),
                TableColumn.<Row>text("says", texts.get("Cox_Says"), Row::says).wide(420));
    }

    /** The rows of a model. */
    static List<Row> rows(Cox cox, FigureTexts texts, AttributeNames names) {
        NumberFormats numbers = NumberFormats.of(texts.locale());
        List<Row> rows = new ArrayList<>();
        for (Coefficient coefficient : cox.fit().coefficients()) {
            Optional<Covariate> check = cox.proportionalHazards().covariates().stream()
                    .filter(each -> each.name().equals(coefficient.name()))
                    .findFirst();
            rows.add(new Row(name(coefficient.name(), names), coefficient, check, says(coefficient, check, texts, numbers)));
        }
        return rows;
    }

    private static String name(String column, AttributeNames names) {
        int equal = column.indexOf('=');
        return equal < 0 ? names.label(column)
                : names.label(column.substring(0, equal)) + " = " + names.value(column.substring(0, equal), column.substring(equal + 1));
    }

    private static String says(Coefficient coefficient, Optional<Covariate> check, FigureTexts texts, NumberFormats numbers) {
        if (coefficient.state() != State.ESTIMATED) {
            return texts.get("Cox_" + coefficient.state());
        }
        String effect = coefficient.p() >= DOUBTFUL ? texts.get("Cox_Nothing")
                : texts.get(coefficient.hazardRatio() > 1 ? "Cox_Sooner" : "Cox_Later",
                        numbers.percent(Math.abs(coefficient.hazardRatio() - 1), Math.abs(coefficient.hazardRatio() - 1) < 0.1 ? 2 : 0));
        return check.filter(each -> each.p() < DOUBTFUL).isPresent() ? effect + " " + texts.get("Cox_NotProportional") : effect;
    }

    /** What says the most. */
    List<Number> numbers(Cox cox, Optional<String> segment) {
        List<Number> all = new ArrayList<>();
        all.add(new Number(texts.get("Survival_Customers"), numbers.integer(cox.customers()),
                cox.of() > cox.customers() ? texts.get("Cox_Sample", numbers.integer(cox.of())) : segment.orElse(texts.get("Everyone"))));
        all.add(new Number(texts.get("Survival_Left"), numbers.integer(cox.fit().events()), ""));
        all.add(new Number(texts.get("Cox_LikelihoodRatio"), probability(cox.fit().p()),
                texts.get("Survival_LogRankNote", numbers.decimal(cox.fit().likelihoodRatio(), 2), cox.fit().df())));
        Covariate global = cox.proportionalHazards().global();
        all.add(new Number(texts.get("Cox_Global"), probability(global.p()),
                texts.get(global.p() < DOUBTFUL ? "Cox_GlobalDoubtful" : "Cox_GlobalHolds")));
        return all;
    }

    /** What stands there when nothing could be computed. */
    List<Number> refused(String why) {
        return List.of(new Number(texts.get("Cox_Title"), NumberFormats.ABSENT, why));
    }

    private String probability(double p) {
        return Double.isNaN(p) ? NumberFormats.ABSENT : p < SMALL ? "p < " + numbers.decimal(SMALL, 4) : "p = " + numbers.decimal(p, 4);
    }
}
