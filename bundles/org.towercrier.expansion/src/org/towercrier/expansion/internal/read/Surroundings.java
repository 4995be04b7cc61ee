package org.towercrier.expansion.internal.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.towercrier.expansion.Situation.Place;

/** Reads neighbours and access points. */
public final class Surroundings {

    private Surroundings() {
    }

    /** Of each cell the share of its handovers that goes to each neighbour; alike for all where none was counted. */
    public static Map<String, Map<String, Double>> neighbours(DSLContext sql) {
        Map<String, Map<String, Double>> all = new HashMap<>();
        for (Record row : sql.resultQuery("select source, target, \"handoverAttempts\" from neighbour_relation").fetch()) {
            String source = row.get(0, String.class);
            String target = row.get(1, String.class);
            Double attempts = row.get(2, Double.class);
            if (source != null && target != null && !source.equals(target)) {
                all.computeIfAbsent(source, key -> new HashMap<>()).put(target, attempts == null ? 0 : attempts);
            }
        }
        all.replaceAll((cell, shares) -> shares(shares));
        return all;
    }

    private static Map<String, Double> shares(Map<String, Double> attempts) {
        double sum = attempts.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, Double> shares = new HashMap<>();
        attempts.forEach((cell, number) -> shares.put(cell, sum > 0 ? number / sum : 1.0 / attempts.size()));
        return shares;
    }

    /** The access points that have a place. */
    public static List<Place> accessPoints(DSLContext sql) {
        List<Place> points = new ArrayList<>();
        for (Record row : sql.resultQuery(
                "select id, name, latitude, longitude from access_point where latitude is not null and longitude is not null").fetch()) {
            String id = String.valueOf(row.get(0, String.class));
            String name = row.get(1, String.class);
            points.add(new Place(id, name == null ? id : name, row.get(2, Double.class), row.get(3, Double.class)));
        }
        return points;
    }
}
