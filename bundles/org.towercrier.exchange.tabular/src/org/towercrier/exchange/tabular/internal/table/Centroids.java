package org.towercrier.exchange.tabular.internal.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** Where a geometry is, as one point: for points themselves, for areas the centroid of the largest outer ring, else the mean of the vertices. */
final class Centroids {

    /** A position in degrees. */
    record Point(double latitude, double longitude) {
    }

    private Centroids() {
    }

    static Optional<Point> of(JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        return switch (geometry.path("type").asText()) {
            case "Point" -> point(coordinates);
            case "Polygon" -> ring(coordinates.path(0));
            case "MultiPolygon" -> largest(coordinates);
            case "LineString", "MultiPoint" -> mean(points(coordinates));
            case "MultiLineString" -> mean(points(coordinates.path(0)));
            case "GeometryCollection" -> geometry.path("geometries").isEmpty() ? Optional.empty() : of(geometry.path("geometries").path(0));
            default -> Optional.empty();
        };
    }

    private static Optional<Point> point(JsonNode coordinates) {
        return coordinates.size() >= 2 && coordinates.get(0).isNumber() && coordinates.get(1).isNumber()
                ? Optional.of(new Point(coordinates.get(1).asDouble(), coordinates.get(0).asDouble()))
                : Optional.empty();
    }

    private static List<Point> points(JsonNode line) {
        List<Point> points = new ArrayList<>();
        for (JsonNode coordinates : line) {
            point(coordinates).ifPresent(points::add);
        }
        return points;
    }

    private static Optional<Point> mean(List<Point> points) {
        return points.isEmpty() ? Optional.empty()
                : Optional.of(new Point(points.stream().mapToDouble(Point::latitude).average().orElseThrow(),
                        points.stream().mapToDouble(Point::longitude).average().orElseThrow()));
    }

    private static Optional<Point> largest(JsonNode polygons) {
        Optional<Point> best = Optional.empty();
        double most = -1;
        for (JsonNode polygon : polygons) {
            double area = Math.abs(area(points(polygon.path(0))));
            if (area > most) {
                most = area;
                best = ring(polygon.path(0));
            }
        }
        return best;
    }

    private static double area(List<Point> ring) {
        double sum = 0;
        for (int i = 0; i < ring.size(); i++) {
            Point a = ring.get(i);
            Point b = ring.get((i + 1) % ring.size());
            sum += a.longitude * b.latitude - b.longitude * a.latitude;
        }
        return sum / 2;
    }

    /** Relative to the first vertex, so that small areas far from 0/0 keep their digits. */
    private static Optional<Point> ring(JsonNode coordinates) {
        List<Point> ring = points(coordinates);
        if (ring.size() < 3) {
            return mean(ring);
        }
        Point origin = ring.get(0);
        double area = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < ring.size(); i++) {
            Point a = ring.get(i);
            Point b = ring.get((i + 1) % ring.size());
            double ax = a.longitude - origin.longitude;
            double ay = a.latitude - origin.latitude;
            double bx = b.longitude - origin.longitude;
            double by = b.latitude - origin.latitude;
            double cross = ax * by - bx * ay;
            area += cross;
            x += (ax + bx) * cross;
            y += (ay + by) * cross;
        }
        return Math.abs(area) < 1e-15 ? mean(ring)
                : Optional.of(new Point(origin.latitude + y / (3 * area), origin.longitude + x / (3 * area)));
    }
}
