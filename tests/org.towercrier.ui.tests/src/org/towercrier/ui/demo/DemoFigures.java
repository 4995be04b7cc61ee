package org.towercrier.ui.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

import org.towercrier.ui.figure.Axis;
import org.towercrier.ui.figure.BarsFigure;
import org.towercrier.ui.figure.BarsFigure.Bar;
import org.towercrier.ui.figure.BarsFigure.Panel;
import org.towercrier.ui.figure.Figure;
import org.towercrier.ui.figure.FlowFigure;
import org.towercrier.ui.figure.FlowFigure.Flow;
import org.towercrier.ui.figure.HeatFigure;
import org.towercrier.ui.figure.HeatFigure.Field;
import org.towercrier.ui.figure.HeatFigure.Row;
import org.towercrier.ui.figure.LorenzFigure;
import org.towercrier.ui.figure.PyramidFigure;
import org.towercrier.ui.figure.PyramidFigure.Tier;
import org.towercrier.ui.figure.QuadrantFigure;
import org.towercrier.ui.figure.QuadrantFigure.Point;
import org.towercrier.ui.figure.StepFigure;
import org.towercrier.ui.figure.StepFigure.Curve;

/** One figure of each kind, with made-up figures. */
public final class DemoFigures {

    private static final List<String> GROUPS = List.of("Data-hungry newcomers", "High-value long-standing", "Voice-leaning",
            "Low-value dormant",
            "unassigned");

    private DemoFigures() {
    }

    /** All of them. */
    public static List<Figure> all() {
        return List.of(survival(), lorenz(), pyramid(), bars(), flow(), quadrant(), heat());
    }

    /** Three survival curves. */
    public static StepFigure survival() {
        return new StepFigure("How long customers stay, by area", new Axis("Tenure", "months"), new Axis("Still with us", "%"),
                OptionalDouble.of(1), List.of(curve("competitive", 0.03, 4_000), curve("not competitive", 0.012, 9_000),
                        curve("area not known", 0.02, 400)),
                Optional.of("half have left"), Optional.of("Number at risk"));
    }

    private static Curve curve(String name, double hazard, long subjects) {
        int steps = 60;
        double[] at = new double[steps];
        double[] value = new double[steps];
        double[] low = new double[steps];
        double[] high = new double[steps];
        long[] risk = new long[steps];
        double survival = 1;
        double left = subjects;
        for (int i = 0; i < steps; i++) {
            at[i] = i + 1;
            risk[i] = Math.round(left);
            survival *= 1 - hazard;
            left *= 1 - hazard - 0.01;
            value[i] = survival;
            double band = 1.96 * Math.sqrt(survival * (1 - survival) / left);
            low[i] = survival - band;
            high[i] = Math.min(1, survival + band);
        }
        return new Curve(name, at, value, low, high, risk, 1, 60);
    }

    /** Spend, unevenly spread. */
    public static LorenzFigure lorenz() {
        double[] holders = new double[101];
        double[] shares = new double[101];
        for (int i = 0; i <= 100; i++) {
            holders[i] = i / 100.0;
            shares[i] = Math.pow(holders[i], 3);
        }
        return new LorenzFigure("How unevenly spend is spread", new Axis("Customers, lowest spend first", "%"), new Axis("Spend", "%"),
                holders,
                shares, "equal shares", Optional.of(new LorenzFigure.Mark(0.8, 0.512, "The top 20 % bring 48.8 %")),
                List.of("Gini 0.50", "9,812 customers"));
    }

    /** Three tiers. */
    public static PyramidFigure pyramid() {
        return new PyramidFigure("Value pyramid", new Axis("Customers", "%"), new Axis("Spend", "%"),
                List.of(new Tier("Top", "from 128.00", 0.2, 0.55, "1,962 · 20.0 %", "55.1 %", List.of(), Optional.of("top")),
                        new Tier("Business", "from 61.50", 0.3, 0.28, "2,944 · 30.0 %", "28.3 %", List.of(), Optional.of("business")),
                        new Tier("Ordinary", "below 61.50", 0.5, 0.17, "4,906 · 50.0 %", "16.6 %", List.of(), Optional.of("ordinary"))));
    }

    /** What sets four groups apart. */
    public static BarsFigure bars() {
        Random random = new Random(3);
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            List<Bar> bars = new ArrayList<>();
            for (String feature : List.of("Spend", "Data volume", "Voice minutes", "Tenure", "Age")) {
                double value = random.nextGaussian();
                bars.add(new Bar(feature, value, String.format("%.1f", 50 + 20 * value), List.of()));
            }
            panels.add(new Panel(GROUPS.get(i), "2,412 customers · 24.6 %", i, bars, Optional.of(GROUPS.get(i))));
        }
        return new BarsFigure("What sets the clusters apart", new Axis("Distance from the mean of all", "standard deviations"), panels);
    }

    /** Movement between five groups. */
    public static FlowFigure flow() {
        Random random = new Random(5);
        List<Flow> flows = new ArrayList<>();
        for (int from = 0; from < GROUPS.size(); from++) {
            for (int to = 0; to < GROUPS.size(); to++) {
                double size = from == to ? 1_200 + random.nextInt(2_000) : random.nextInt(160);
                flows.add(new Flow(from, to, size, List.of(GROUPS.get(from) + " → " + GROUPS.get(to), (long) size + " customers"),
                        Optional.of(from + ">" + to)));
            }
        }
        return new FlowFigure("Who moved between March and June", "2026-03-31", "2026-06-30", GROUPS, flows);
    }

    /** Questions of a survey, many of them close together. */
    public static QuadrantFigure quadrant() {
        List<Point> points = new ArrayList<>();
        String[] names = { "Coverage and signal strength of the network", "Clear calls", "Stable calls", "Tariff", "Bills", "Hotline",
                "Shop", "Speed" };
        double[] performance = { 8.9, 8.85, 8.88, 7.1, 7.6, 8.2, 8.3, 7.9 };
        double[] importance = { 0.61, 0.6, 0.605, 0.4, 0.3, 0.42, 0.2, 0.58 };
        for (int i = 0; i < names.length; i++) {
            points.add(new Point(names[i], performance[i], importance[i], List.of("n = 5,433"), Optional.of(names[i])));
        }
        return new QuadrantFigure("What matters and how well it is done", new Axis("Satisfaction", "1–10"), new Axis("Importance", ""), 8.1,
                0.45,
                List.of("Concentrate here", "Keep up the good work", "Low priority", "Possible overkill"), points);
    }

    /** Contracts that end, by month. */
    public static HeatFigure heat() {
        List<Row> rows = new ArrayList<>();
        List<String> months = List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
        for (int year = 2026; year < 2029; year++) {
            List<Optional<Field>> fields = new ArrayList<>();
            for (int month = 0; month < 12; month++) {
                int count = (year * 7 + month * 53) % 120;
                fields.add(year == 2026 && month < 6 ? Optional.empty()
                        : Optional
                                .of(new Field(count, String.valueOf(count), count * 61 / 10 + "k", List.of(months.get(month) + " " + year),
                                        Optional.of(year + "-" + month))));
            }
            rows.add(new Row(String.valueOf(year), fields));
        }
        return new HeatFigure("When contracts end", "Year", months, rows, new Axis("contracts", ""));
    }
}
