package org.towercrier.planning.internal.frequency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.towercrier.planning.FrequencyAssignment.Goal;
import org.towercrier.planning.solver.Programme;

/** The units' choices as an integer programme. */
final class LinkProgramme {

    private final LinkModel model;
    private final Programme programme = new Programme();
    private final int[][] takes;

    /**
     * @param highest
     *            frequency that may be used
     * @param hint
     *            choices of a good solution, or empty
     */
    LinkProgramme(LinkModel model, int highest, int[] hint) {
        this.model = model;
        takes = new int[model.units()][];
        for (int u = 0; u < takes.length; u++) {
            takes[u] = new int[model.choices[u].length];
            for (int i = 0; i < takes[u].length; i++) {
                takes[u][i] = programme.binary();
                if (hint.length > 0) {
                    programme.hint(takes[u][i], hint[u] == i ? 1 : 0);
                }
                if (model.priced) {
                    programme.cost(takes[u][i], model.own[u][i]);
                }
                for (int frequency : model.choices[u][i]) {
                    if (frequency > highest) {
                        programme.fix(takes[u][i], 0);
                    }
                }
            }
            programme.sum(takes[u], 1, 1);
        }
        for (int u = 0; u < takes.length; u++) {
            for (int k = 0; k < model.neighbours[u].length; k++) {
                int v = model.neighbours[u][k];
                if (u < v) {
                    exclusions(u, k, v);
                    prices(u, k, v, hint);
                }
            }
        }
        if (model.problem.goal() == Goal.FEWEST) {
            frequencies(hint);
        }
    }

    Programme programme() {
        return programme;
    }

    int[] choices(double[] values) {
        int[] chosen = new int[takes.length];
        for (int u = 0; u < takes.length; u++) {
            for (int i = 0; i < takes[u].length; i++) {
                if (values[takes[u][i]] > 0.5) {
                    chosen[u] = i;
                }
            }
        }
        return chosen;
    }

    /** A choice and all it excludes at the neighbour: at most one of them. */
    private void exclusions(int u, int k, int v) {
        for (int i = 0; i < takes[u].length; i++) {
            int count = 1;
            int[] row = new int[takes[v].length + 1];
            row[0] = takes[u][i];
            for (int j = 0; j < takes[v].length; j++) {
                if (model.excludes[u][k][i][j]) {
                    row[count++] = takes[v][j];
                }
            }
            if (count > 1) {
                programme.sum(Arrays.copyOf(row, count), 0, 1);
            }
        }
    }

    /** For each level of price between two units a variable that says whether at least that much is paid. */
    private void prices(int u, int k, int v, int[] hint) {
        TreeMap<Double, Integer> levels = new TreeMap<>();
        for (double[] row : model.prices[u][k]) {
            for (double price : row) {
                if (price > 0) {
                    levels.putIfAbsent(price, 0);
                }
            }
        }
        double below = 0;
        for (Map.Entry<Double, Integer> level : levels.entrySet()) {
            int paid = programme.binary();
            programme.cost(paid, level.getKey() - below);
            below = level.getKey();
            if (hint.length > 0) {
                programme.hint(paid, model.prices[u][k][hint[u]][hint[v]] >= level.getKey() ? 1 : 0);
            }
            for (int i = 0; i < takes[u].length; i++) {
                int count = 2;
                int[] row = new int[takes[v].length + 2];
                double[] coefficients = new double[row.length];
                Arrays.fill(coefficients, 1);
                row[0] = takes[u][i];
                row[1] = paid;
                coefficients[1] = -1;
                for (int j = 0; j < takes[v].length; j++) {
                    if (model.prices[u][k][i][j] >= level.getKey()) {
                        row[count++] = takes[v][j];
                    }
                }
                if (count > 2) {
                    programme.row(Arrays.copyOf(row, count), Arrays.copyOf(coefficients, count), -1, 1);
                }
            }
        }
    }

    private void frequencies(int[] hint) {
        Map<Integer, Integer> used = new TreeMap<>();
        for (int u = 0; u < takes.length; u++) {
            Map<Integer, List<Integer>> by = new TreeMap<>();
            for (int i = 0; i < takes[u].length; i++) {
                int variable = takes[u][i];
                for (int frequency : Arrays.stream(model.choices[u][i]).distinct().toArray()) {
                    by.computeIfAbsent(frequency, key -> new ArrayList<>()).add(variable);
                }
            }
            by.forEach((frequency, variables) -> {
                int use = used.computeIfAbsent(frequency, key -> programme.binary());
                programme.cost(use, 1);
                int[] row = new int[variables.size() + 1];
                double[] coefficients = new double[row.length];
                for (int n = 0; n < variables.size(); n++) {
                    row[n] = variables.get(n);
                    coefficients[n] = 1;
                }
                row[variables.size()] = use;
                coefficients[variables.size()] = -1;
                programme.row(row, coefficients, Double.NEGATIVE_INFINITY, 0);
            });
        }
        if (hint.length > 0) {
            for (int u = 0; u < takes.length; u++) {
                for (int frequency : model.choices[u][hint[u]]) {
                    programme.hint(used.get(frequency), 1);
                }
            }
        }
    }
}
