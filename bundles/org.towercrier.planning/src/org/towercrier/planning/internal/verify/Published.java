package org.towercrier.planning.internal.verify;

import java.util.LinkedHashMap;
import java.util.Map;

/** Published optima and best known values, by the path of the instance below the data folder. */
final class Published {

    static final String OR_LIBRARY = "OR-Library, J. E. Beasley, pmedopt.txt and capopt.txt";
    static final String CALMA = "CALMA project, best known values (FAP web, fap.zib.de)";
    static final String DIMACS = "chromatic number, DIMACS colouring challenge";

    private Published() {
    }

    static Map<String, Double> medians() {
        Map<String, Double> values = new LinkedHashMap<>();
        int[] optima = { 5819, 4093, 4250, 3034, 1355, 7824, 5631, 4445, 2734, 1255, 7696, 6634, 4374, 2968, 1729, 8162, 6999, 4809, 2845,
                1789, 9138,
                8579, 4619, 2961, 1828, 9917, 8307, 4498, 3033, 1989, 10086, 9297, 4700, 3013, 10400, 9934, 5057, 11060, 9423, 5128 };
        // The data folder has the odd numbers.
        for (int i = 0; i < optima.length; i += 2) {
            values.put("planning/orlib-pmedian/pmed" + (i + 1) + ".txt", (double) optima[i]);
        }
        return values;
    }

    static Map<String, Double> warehouses() {
        Map<String, Double> values = new LinkedHashMap<>();
        String folder = "planning/orlib-facility-location/";
        values.put(folder + "70/cap71.txt", 932615.75);
        values.put(folder + "70/cap72.txt", 977799.40);
        values.put(folder + "70/cap73.txt", 1010641.45);
        values.put(folder + "70/cap74.txt", 1034976.975);
        values.put(folder + "100/cap101.txt", 796648.4375);
        values.put(folder + "100/cap102.txt", 854704.20);
        values.put(folder + "100/cap103.txt", 893782.1125);
        values.put(folder + "100/cap104.txt", 928941.75);
        return values;
    }

    static Map<String, Double> colourings() {
        Map<String, Double> values = new LinkedHashMap<>();
        Object[] numbers = { "fpsol2.i.1", 65, "fpsol2.i.2", 30, "fpsol2.i.3", 30, "games120", 9, "homer", 13, "huck", 11, "jean", 10,
                "myciel6", 7,
                "myciel7", 8, "queen6_6", 7, "queen7_7", 7, "queen8_12", 12, "queen8_8", 9, "queen9_9", 10, "zeroin.i.1", 49, "zeroin.i.2",
                30,
                "zeroin.i.3", 30 };
        for (int i = 0; i < numbers.length; i += 2) {
            values.put("wlan/graph-colouring/" + numbers[i] + ".col", ((Integer) numbers[i + 1]).doubleValue());
        }
        return values;
    }

    static Map<String, Double> assignments() {
        Map<String, Double> values = new LinkedHashMap<>();
        Object[] numbers = { "card-scen-01", 16, "card-scen-02", 14, "card-scen-03", 14, "card-scen-04", 46, "card-scen-11", 22,
                "span-scen-05", 792,
                "max-scen-06", 3389, "max-scen-07", 343592, "max-scen-08", 262, "max-scen-09", 15571, "max-scen-10", 31516 };
        for (int i = 0; i < numbers.length; i += 2) {
            values.put("wlan/frequency-assignment/calma/Rlfap-" + numbers[i] + ".json", ((Integer) numbers[i + 1]).doubleValue());
        }
        return values;
    }
}
