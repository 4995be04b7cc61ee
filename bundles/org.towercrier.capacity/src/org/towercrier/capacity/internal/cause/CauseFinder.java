package org.towercrier.capacity.internal.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds which types of events cause which others.
 *
 * <ol>
 * <li>For each type the rate of its events is explained by a constant, by earlier events of its own and of every other type at
 * the same place and next to it (topological Hawkes process, R. Cai et al., THPs, 2022).
 * <li>The types are put in order by the share of their events that other types explain, least first: what nothing else explains
 * is a cause rather than an effect. Time alone does not tell the direction, for both come in bursts; the price is that a problem
 * in the middle of a chain that never comes by itself may be taken for an effect of the end.
 * <li>In that order each type takes those before it as causes whose gain in log-likelihood pays the price of the Bayesian
 * information criterion, best first.
 * <li>Causes of causes are causes too.
 * </ol>
 */
public final class CauseFinder {

    private static final int ROUNDS = 60;
    private static final int QUICK_ROUNDS = 25;
    /** Only the sources that explain most are tried at each step. */
    private static final int TRIED = 4;

    private final EventStream stream;
    private final Excitation excitation;
    private final int[][] eventsOf;

    /**
     * A direct cause.
     *
     * @param gain in log-likelihood, after the price of one parameter
     */
    public record Cause(int cause, int effect, double gain) {
    }

    /**
     * What was found.
     *
     * @param order    the types, causes first
     * @param foreign  for each type, the share of its events that other types explain
     * @param direct   the direct causes, by effect and then by gain
     * @param indirect for each type and each other, whether it causes it, directly or not
     */
    public record Result(int[] order, double[] foreign, List<Cause> direct, boolean[][] indirect) {
    }

    /**
     * @param scale how fast the effect of an event fades, seconds
     */
    public CauseFinder(EventStream stream, double scale) {
        this.stream = stream;
        this.excitation = new Excitation(stream, scale);
        this.eventsOf = new int[stream.typeCount()][];
        for (int type = 0; type < stream.typeCount(); type++) {
            int wanted = type;
            eventsOf[type] = IntStream.range(0, stream.size()).filter(event -> stream.types()[event] == wanted).toArray();
        }
    }

    public Result find() {
        int types = stream.typeCount();
        double[][] explained = new double[types][];
        double[] foreign = new double[types];
        for (int type = 0; type < types; type++) {
            explained[type] = explained(type);
            int self = type;
            double others = IntStream.range(0, types).filter(source -> source != self).mapToDouble(source -> explained[self][source]).sum();
            foreign[type] = eventsOf[type].length == 0 ? 1 : others / eventsOf[type].length;
        }
        int[] order = IntStream.range(0, types).boxed()
                .sorted(Comparator.comparingDouble((Integer type) -> foreign[type]).thenComparingInt(type -> type))
                .mapToInt(Integer::intValue).toArray();
        List<Cause> direct = new ArrayList<>();
        for (int position = 1; position < types; position++) {
            int effect = order[position];
            direct.addAll(causes(effect, Arrays.copyOf(order, position), explained[effect]));
        }
        return new Result(order, foreign, List.copyOf(direct), closure(types, direct));
    }

    private Intensity intensity(int type) {
        return new Intensity(excitation, eventsOf[type], stream.placeCount() * stream.span());
    }

    /** How many events of a type each source explains when all are let in. */
    private double[] explained(int type) {
        double[] bySource = new double[stream.typeCount()];
        if (eventsOf[type].length == 0) {
            return bySource;
        }
        int[] all = IntStream.range(0, excitation.width()).toArray();
        double[] byColumn = intensity(type).fit(all, ROUNDS).explained();
        for (int column = 0; column < byColumn.length; column++) {
            bySource[column / Excitation.DISTANCES] += byColumn[column];
        }
        return bySource;
    }

    private List<Cause> causes(int effect, int[] before, double[] explained) {
        List<Cause> found = new ArrayList<>();
        if (eventsOf[effect].length == 0) {
            return found;
        }
        double price = Math.log(Math.max(2, stream.size())) / 2;
        Intensity intensity = intensity(effect);
        List<Integer> sources = new ArrayList<>(List.of(effect));
        List<Integer> candidates = new ArrayList<>(Arrays.stream(before).filter(source -> explained[source] > 1).boxed()
                .sorted(Comparator.comparingDouble((Integer source) -> -explained[source]).thenComparingInt(source -> source)).toList());
        double current = intensity.fit(columns(sources), QUICK_ROUNDS).logLikelihood();
        while (!candidates.isEmpty()) {
            int best = -1;
            double bestGain = price;
            for (int source : candidates.subList(0, Math.min(TRIED, candidates.size()))) {
                sources.add(source);
                double gain = intensity.fit(columns(sources), QUICK_ROUNDS).logLikelihood() - current;
                sources.removeLast();
                if (gain > bestGain) {
                    best = source;
                    bestGain = gain;
                }
            }
            if (best < 0) {
                break;
            }
            sources.add(best);
            candidates.remove(Integer.valueOf(best));
            current += bestGain;
            found.add(new Cause(best, effect, bestGain - price));
        }
        return found;
    }

    private static int[] columns(List<Integer> sources) {
        return sources.stream().flatMapToInt(source -> IntStream.range(0, Excitation.DISTANCES)
                .map(distance -> Excitation.column(source, distance))).toArray();
    }

    private static boolean[][] closure(int types, List<Cause> direct) {
        boolean[][] reached = new boolean[types][types];
        direct.forEach(cause -> reached[cause.cause()][cause.effect()] = true);
        for (int through = 0; through < types; through++) {
            for (int from = 0; from < types; from++) {
                for (int to = 0; to < types && reached[from][through]; to++) {
                    reached[from][to] |= reached[through][to];
                }
            }
        }
        return reached;
    }
}
