package org.towercrier.customer.internal.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.towercrier.customer.Clusters.Profile;

/** Describes groups by their middles. */
final class Profiles {

    private Profiles() {
    }

    /**
     * Profiles.
     *
     * @param centroids middles on the common scale, 0 being the mean of all and 1 a standard deviation
     * @param originals middles in the features' units
     */
    static List<Profile> of(List<String> names, long[] sizes, List<String> features, double[][] centroids, double[][] originals) {
        long all = java.util.Arrays.stream(sizes).sum();
        List<Profile> profiles = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            Map<String, Double> centroid = new LinkedHashMap<>();
            Map<String, Double> distance = new LinkedHashMap<>();
            for (int f = 0; f < features.size(); f++) {
                centroid.put(features.get(f), originals[k][f]);
                distance.put(features.get(f), centroids[k][f]);
            }
            Map<String, Double> apart = new LinkedHashMap<>();
            distance.entrySet().stream().sorted((one, other) -> Double.compare(Math.abs(other.getValue()), Math.abs(one.getValue())))
                    .forEach(entry -> apart.put(entry.getKey(), entry.getValue()));
            profiles.add(new Profile(names.get(k), sizes[k], all == 0 ? 0 : sizes[k] / (double) all, centroid, apart));
        }
        return List.copyOf(profiles);
    }
}
