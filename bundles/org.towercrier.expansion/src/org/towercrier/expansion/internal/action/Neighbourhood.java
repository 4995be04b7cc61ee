package org.towercrier.expansion.internal.action;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.towercrier.expansion.Situation.Place;

/** Finds places near a point: a grid of about a kilometre. */
final class Neighbourhood {

    private static final double STEP = 0.01;
    private static final double METRES_OF_STEP = 1_113;

    private record Tile(long row, long column) {
    }

    private final Map<Tile, List<Place>> tiles = new HashMap<>();

    Neighbourhood(List<Place> places) {
        places.forEach(this::add);
    }

    void add(Place place) {
        tiles.computeIfAbsent(tile(place.latitude(), place.longitude()), key -> new ArrayList<>()).add(place);
    }

    private static Tile tile(double latitude, double longitude) {
        return new Tile((long) Math.floor(latitude / STEP), (long) Math.floor(longitude / STEP));
    }

    /** Those within some metres, the nearest first. */
    List<Place> within(double latitude, double longitude, double metres) {
        int rows = (int) Math.ceil(metres / METRES_OF_STEP);
        int columns = (int) Math.ceil(rows / Math.max(0.05, Math.cos(Math.toRadians(latitude))));
        Tile centre = tile(latitude, longitude);
        List<Place> found = new ArrayList<>();
        for (long row = centre.row() - rows; row <= centre.row() + rows; row++) {
            for (long column = centre.column() - columns; column <= centre.column() + columns; column++) {
                for (Place place : tiles.getOrDefault(new Tile(row, column), List.of())) {
                    if (place.metresTo(latitude, longitude) <= metres) {
                        found.add(place);
                    }
                }
            }
        }
        found.sort((one, other) -> {
            int order = Double.compare(one.metresTo(latitude, longitude), other.metresTo(latitude, longitude));
            return order == 0 ? one.id().compareTo(other.id()) : order;
        });
        return found;
    }
}
