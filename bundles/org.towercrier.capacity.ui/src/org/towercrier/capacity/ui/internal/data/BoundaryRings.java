package org.towercrier.capacity.ui.internal.data;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.ILog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads the rings of a GeoJSON geometry (RFC 7946): polygons and multi-polygons; other geometries have none. */
final class BoundaryRings {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** A closed ring repeats its first position at the end. */
    private static final int LEAST_POSITIONS = 4;

    private BoundaryRings() {
    }

    static List<double[]> of(String geometry) {
        List<double[]> rings = new ArrayList<>();
        try {
            JsonNode root = JSON.readTree(geometry);
            JsonNode coordinates = root.path("coordinates");
            switch (root.path("type").asText()) {
                case "Polygon" -> polygon(coordinates, rings);
                case "MultiPolygon" -> coordinates.forEach(polygon -> polygon(polygon, rings));
                default -> {
                    return rings;
                }
            }
        } catch (JsonProcessingException damaged) {
            ILog.of(BoundaryRings.class).warn("A stored boundary is no GeoJSON: " + damaged.getOriginalMessage(), damaged);
        }
        return rings;
    }

    private static void polygon(JsonNode polygon, List<double[]> rings) {
        for (JsonNode ring : polygon) {
            if (ring.size() >= LEAST_POSITIONS) {
                double[] positions = new double[2 * ring.size()];
                for (int i = 0; i < ring.size(); i++) {
                    positions[2 * i] = ring.get(i).path(0).asDouble();
                    positions[2 * i + 1] = ring.get(i).path(1).asDouble();
                }
                rings.add(positions);
            }
        }
    }
}
