package org.towercrier.planning.internal.location;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.towercrier.planning.FacilityLocation;
import org.towercrier.planning.FacilityLocation.Share;
import org.towercrier.planning.PMedian;
import org.towercrier.planning.internal.Search;

/** The location problems in the one form that is searched. */
public final class Locations {

    private Locations() {
    }

    public static void solve(PMedian problem, Search<PMedian.Plan> search) {
        Places places = new Places(new double[problem.cost()[0].length], problem.cost(), problem.p());
        new LocationSearch<>(places, search, open -> new PMedian.Plan(opened(open), servedBy(places, open))).run();
    }

    public static void solve(FacilityLocation problem, Search<FacilityLocation.Plan> search) {
        if (problem.capacity().isPresent()) {
            new CapacitatedSearch(problem, search).run();
            return;
        }
        Places places = new Places(problem.opening(), problem.service(), -1);
        new LocationSearch<>(places, search, open -> plan(places, open)).run();
    }

    private static FacilityLocation.Plan plan(Places places, boolean[] open) {
        List<Share> shares = new ArrayList<>();
        List<Integer> servedBy = servedBy(places, open);
        for (int customer = 0; customer < servedBy.size(); customer++) {
            shares.add(new Share(customer, servedBy.get(customer), 1));
        }
        return new FacilityLocation.Plan(opened(open), shares);
    }

    private static List<Integer> opened(boolean[] open) {
        return IntStream.range(0, open.length).filter(facility -> open[facility]).boxed().toList();
    }

    private static List<Integer> servedBy(Places places, boolean[] open) {
        return IntStream.range(0, places.customers()).map(customer -> places.nearestOpen(customer, open)).boxed().toList();
    }
}
