package org.towercrier.ui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.swt.graphics.Color;
import org.towercrier.ui.figure.Sheet.Align;
import org.towercrier.ui.figure.Sheet.Face;
import org.towercrier.ui.figure.Sheet.Ribbon;

/**
 * Who went from which group into which: groups before on the left, after on the right, and bands between them as wide as what flows. Those who stayed are pale.
 *
 * @param title what it is about
 * @param before heading on the left
 * @param after heading on the right
 * @param groups names of the groups, the same on both sides
 * @param flows what flows, with positive sizes
 */
public record FlowFigure(String title, String before, String after, List<String> groups, List<Flow> flows) implements Figure {

    private static final double HEAD = 26;
    private static final double NODE = 12;
    private static final double GAP = 14;
    private static final double MOST_LABEL = 190;
    /** Letters of other scripts are taller than the usual font says. */
    private static final double LEADING = 3;
    private static final double LEAST_GROUP = 26;
    private static final double STAYED = 0.2;
    private static final double MOVED = 0.55;

    public FlowFigure {
        groups = List.copyOf(groups);
        flows = List.copyOf(flows);
    }

    /**
     * One flow.
     *
     * @param from number of the group before
     * @param to number of the group after
     * @param size how much flows
     * @param tip what the mouse says
     * @param target what is opened by a click
     */
    public record Flow(int from, int to, double size, List<String> tip, Optional<Object> target) {

        public Flow {
            tip = List.copyOf(tip);
        }

        boolean stayed() {
            return from == to;
        }
    }

    @Override
    public double leastHeight(double width) {
        return HEAD + groups.size() * LEAST_GROUP + 8;
    }

    @Override
    public void draw(Sheet sheet) {
        double[] left = sizes(true);
        double[] right = sizes(false);
        double all = Math.max(1e-9, IntStream.range(0, left.length).mapToDouble(i -> left[i]).sum());
        double labels = Math.min(MOST_LABEL, Math.min(sheet.width() / 4, 16 + groups.stream()
                .mapToDouble(name -> sheet.textWidth(name, Face.NORMAL)).max().orElse(0)));
        double x1 = 8 + labels;
        double x2 = sheet.width() - 8 - labels - NODE;
        double room = sheet.height() - HEAD - 8 - GAP * (groups.size() - 1);
        double scale = Math.max(1e-9, room / all);
        double[] tops1 = tops(left, scale);
        double[] tops2 = tops(right, scale);
        sheet.text(before, x1 + NODE, 4, Align.RIGHT, Face.BOLD, sheet.theme().text());
        sheet.text(after, x2, 4, Align.LEFT, Face.BOLD, sheet.theme().text());
        bands(sheet, new double[]{ x1 + NODE, x2 }, scale, tops1, tops2);
        nodes(sheet, x1, tops1, left, scale, Align.RIGHT);
        nodes(sheet, x2, tops2, right, scale, Align.LEFT);
    }

    private double[] sizes(boolean before) {
        double[] sizes = new double[groups.size()];
        flows.forEach(flow -> sizes[before ? flow.from() : flow.to()] += flow.size());
        return sizes;
    }

    private static double[] tops(double[] sizes, double scale) {
        double[] tops = new double[sizes.length];
        double at = HEAD;
        for (int i = 0; i < sizes.length; i++) {
            tops[i] = at;
            at += sizes[i] * scale + GAP;
        }
        return tops;
    }

    /** In the order of the groups on both sides, so that bands cross no more than they have to. */
    private void bands(Sheet sheet, double[] x, double scale, double[] tops1, double[] tops2) {
        double[] from = tops1.clone();
        double[] to = tops2.clone();
        List<Flow> byTarget = flows.stream().sorted((a, b) -> a.from() != b.from() ? a.from() - b.from() : a.to() - b.to()).toList();
        double[] start = new double[byTarget.size()];
        double[] end = new double[byTarget.size()];
        for (int i = 0; i < start.length; i++) {
            Flow flow = byTarget.get(i);
            start[i] = from[flow.from()];
            from[flow.from()] += flow.size() * scale;
        }
        for (int group = 0; group < groups.size(); group++) {
            for (int i = 0; i < end.length; i++) {
                if (byTarget.get(i).to() == group) {
                    end[i] = to[group];
                    to[group] += byTarget.get(i).size() * scale;
                }
            }
        }
        List<Integer> order = new ArrayList<>();
        IntStream.range(0, start.length).filter(i -> byTarget.get(i).stayed()).forEach(order::add);
        IntStream.range(0, start.length).filter(i -> !byTarget.get(i).stayed()).boxed()
                .sorted((a, b) -> Double.compare(byTarget.get(b).size(), byTarget.get(a).size())).forEach(order::add);
        for (int i : order) {
            Flow flow = byTarget.get(i);
            double thick = Math.max(1, flow.size() * scale);
            Ribbon ribbon = new Ribbon(x[0], start[i], start[i] + thick, x[1], end[i], end[i] + thick);
            sheet.ribbon(ribbon, sheet.series(flow.from()), flow.stayed() ? STAYED : MOVED);
            sheet.spot(new Spot(grown(ribbon).outline(), flow.tip(), flow.target()));
        }
    }

    /** A band that is thinner than the mouse can find is found beside it, too. */
    private static Ribbon grown(Ribbon ribbon) {
        double more = Math.max(0, 5 - (ribbon.leftBottom() - ribbon.leftTop())) / 2;
        return new Ribbon(ribbon.left(), ribbon.leftTop() - more, ribbon.leftBottom() + more, ribbon.right(), ribbon.rightTop() - more,
                ribbon.rightBottom() + more);
    }

    private void nodes(Sheet sheet, double x, double[] tops, double[] sizes, double scale, Align align) {
        double line = sheet.lineHeight(Face.NORMAL) + LEADING;
        double small = sheet.lineHeight(Face.SMALL);
        double free = HEAD - 2;
        Color muted = sheet.theme().mutedText();
        for (int i = 0; i < sizes.length; i++) {
            double high = sizes[i] * scale;
            sheet.rectangle(x, tops[i], NODE, Math.max(1, high), sheet.series(i), sizes[i] > 0 ? 1 : 0.3);
            double last = sheet.height() - (sizes.length - i) * (line + small);
            double top = Math.max(free, Math.min(last, tops[i] + high / 2 - (line + small) / 2));
            free = top + line + small;
            double at = align == Align.RIGHT ? x - 6 : x + NODE + 6;
            double room = align == Align.RIGHT ? x - 12 : sheet.width() - x - NODE - 12;
            sheet.text(sheet.fit(groups.get(i), room, Face.NORMAL), at, top, align, Face.NORMAL, sheet.theme().text());
            sheet.text(sheet.numbers().integer(Math.round(sizes[i])), at, top + line - 1, align, Face.SMALL, muted);
        }
    }
}
