package org.towercrier.customer.ui.internal.figure.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.towercrier.customer.CustomerValue.Holder;
import org.towercrier.customer.CustomerValue.Level;
import org.towercrier.customer.CustomerValue.Lifetime;
import org.towercrier.customer.CustomerValue.Report;
import org.towercrier.customer.CustomerValue.Tier;
import org.towercrier.customer.ui.internal.figure.FigureTexts;
import org.towercrier.ui.figure.Axis;
import org.towercrier.ui.figure.LorenzFigure;
import org.towercrier.ui.figure.NumbersPane.Number;
import org.towercrier.ui.figure.PyramidFigure;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.table.TableColumn;

/** Figures of what customers are worth, without a widget. */
final class ValueFigures {

    private static final double FOUR_FIFTHS = 0.8;
    private static final int DIGITS = 2;

    private final FigureTexts texts;
    private final NumberFormats numbers;

    ValueFigures(FigureTexts texts, NumberFormats numbers) {
        this.texts = texts;
        this.numbers = numbers;
    }

    /** The columns of the table of those who spend the most. */
    static List<TableColumn<Holder>> columns(FigureTexts texts) {
        return List.of(TableColumn.<Holder>text("holder", texts.get("Value_Holder"), Holder::id).wide(118),
                TableColumn.<Holder>number("spend", texts.get("Value_Spend"), "", DIGITS, Holder::spend).wide(78),
                TableColumn.<Holder>text("tier", texts.get("Value_Tier"), holder -> texts.get("Tier_" + holder.tier().getName())).wide(78),
                TableColumn.<Holder>integer("members", texts.get("Value_Members"), "", Holder::members).wide(84));
    }

    /** What says the most. */
    List<Number> numbers(Report report) {
        String window = texts.get("Value_WindowNote", report.months(), report.asOf().toString());
        List<Number> shown = new ArrayList<>();
        shown.add(new Number(holders(report.level()), numbers.integer(report.holders()),
                report.blank() == 0 ? texts.get("Value_AllKnown") : texts.get("Value_Blank", numbers.integer(report.blank()))));
        shown.add(new Number(texts.get("Value_Total"), numbers.decimal(report.total(), 0), window));
        shown.add(new Number(texts.get("Value_Mean"), money(report.mean()), window));
        shown.add(new Number(texts.get("Value_Margin"), report.margin().map(this::money).orElse(NumberFormats.ABSENT),
                report.margin().isPresent() ? texts.get("Value_MarginNote") : texts.get("Value_NoCost")));
        Optional<Lifetime> lifetime = report.lifetime();
        shown.add(new Number(texts.get("Value_Lifetime"), lifetime.map(life -> money(life.value())).orElse(NumberFormats.ABSENT),
                lifetime.map(life -> texts.get("Value_LifetimeNote", numbers.decimal(life.expectedMonths(), 1), life.months()))
                        .orElse("")));
        return shown;
    }

    private String money(double amount) {
        return numbers.decimal(amount, DIGITS);
    }

    private String holders(Level level) {
        return texts.get("Holders_" + level);
    }

    /** The pyramid of tiers. */
    PyramidFigure pyramid(Report report, Optional<String> segment) {
        List<PyramidFigure.Tier> tiers = new ArrayList<>();
        for (int i = 0; i < report.tiers().size(); i++) {
            Tier tier = report.tiers().get(i);
            boolean last = i == report.tiers().size() - 1 && i > 0;
            String note = last ? texts.get("Value_Below", money(report.tiers().get(i - 1).from()))
                    : texts.get("Value_From", money(tier.from()));
            tiers.add(new PyramidFigure.Tier(texts.get("Tier_" + tier.tier().getName()), note, tier.share(), tier.spendShare(),
                    numbers.integer(tier.holders()) + " · " + numbers.percent(tier.share(), 1), numbers.percent(tier.spendShare(), 1),
                    List.of(texts.get("Value_TierSpend", money(tier.total())),
                            texts.get("Value_TierMean", money(tier.holders() == 0 ? Double.NaN : tier.total() / tier.holders()))),
                    Optional.of(tier.tier())));
        }
        return new PyramidFigure(texts.get("Value_Pyramid", segment.orElse(texts.get("Holders_" + report.level()))),
                new Axis(holders(report.level()), "%"), new Axis(texts.get("Value_Spend"), "%"), tiers);
    }

    /** How unevenly spend is spread. */
    LorenzFigure lorenz(Report report, Optional<String> segment) {
        double[] population = report.lorenz().stream().mapToDouble(point -> point[0]).toArray();
        double[] shares = report.lorenz().stream().mapToDouble(point -> point[1]).toArray();
        Optional<LorenzFigure.Mark> mark = Double.isNaN(report.topFifth()) ? Optional.empty()
                : Optional.of(new LorenzFigure.Mark(FOUR_FIFTHS, 1 - report.topFifth(),
                        texts.get("Value_TopFifthMark", numbers.percent(report.topFifth(), 1))));
        return new LorenzFigure(segment.map(name -> texts.get("Value_LorenzOf", name)).orElseGet(() -> texts.get("Value_Lorenz")),
                new Axis(texts.get("Value_LorenzX", holders(report.level())), "%"),
                new Axis(texts.get("Value_Spend"), "%"), population, shares, texts.get("Value_Equal"), mark,
                List.of(texts.get("Value_GiniIs", numbers.decimal(report.gini(), DIGITS))));
    }
}
