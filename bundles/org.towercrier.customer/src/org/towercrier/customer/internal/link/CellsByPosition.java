package org.towercrier.customer.internal.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.store.MergePolicy;
import org.towercrier.store.RowWriter;
import org.towercrier.store.Staging;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;
import org.towercrier.store.Transaction;

/** Gives customers with a position and no cell the nearest cell, if there is one within reach. */
final class CellsByPosition {

    /** Farther cells do not serve a place: the greatest range of a GSM cell without extension. */
    static final double REACH_KM = 35;

    private static final double KM_PER_DEGREE = 111.195;
    private static final double SQUARE = 0.05;

    private record Site(String id, double latitude, double longitude) {
    }

    private final Transaction tx;
    private final Map<Long, List<Site>> squares = new HashMap<>();

    CellsByPosition(Transaction tx) {
        this.tx = tx;
    }

    /** Fills absent home and work cells. @return how many */
    long place() throws StoreException {
        TableSchema customers = TableSchema.of(Literals.CUSTOMER);
        long placed = 0;
        List<String[]> found = new ArrayList<>();
        for (String place : List.of("home", "work")) {
            Field<Double> latitude = customers.field(place + "Latitude", Double.class);
            Field<Double> longitude = customers.field(place + "Longitude", Double.class);
            Field<String> id = customers.field("id", String.class);
            try (var rows = tx.sql().select(id, latitude, longitude).from(customers.table()).where(latitude.isNotNull())
                    .and(longitude.isNotNull()).and(customers.field(place + "Cell", String.class).isNull()).fetchLazy()) {
                for (var row : rows) {
                    if (squares.isEmpty()) {
                        learn();
                    }
                    nearest(row.value2(), row.value3()).ifPresent(cell -> found.add(new String[]{ row.value1(), cell }));
                }
            }
            placed += found.size();
            store(customers, place + "Cell", found);
            found.clear();
        }
        return placed;
    }

    private void store(TableSchema customers, String column, List<String[]> found) throws StoreException {
        if (found.isEmpty()) {
            return;
        }
        try (Staging staging = tx.stage(customers.type())) {
            RowWriter rows = staging.rows();
            long line = 0;
            for (String[] pair : found) {
                for (TableSchema.Column each : customers.columns()) {
                    String value = each.name().equals("id") ? pair[0] : each.name().equals(column) ? pair[1] : null;
                    if (value == null) {
                        rows.addNull();
                    } else {
                        rows.add(value);
                    }
                }
                rows.add(0).add(++line).endRow();
            }
            staging.merge(MergePolicy.UPDATE);
        }
    }

    private void learn() {
        TableSchema cells = TableSchema.of(NetworkPackage.Literals.CELL);
        Field<String> id = cells.field("id", String.class);
        Field<Double> latitude = cells.field("latitude", Double.class);
        Field<Double> longitude = cells.field("longitude", Double.class);
        Table<Record> table = cells.table();
        // In the order of their names, so that of several cells at one place it is always the same one.
        tx.sql().select(id, latitude, longitude).from(table).where(latitude.isNotNull()).and(longitude.isNotNull()).orderBy(id)
                .forEach(row -> squares.computeIfAbsent(square(row.value2(), row.value3(), 0, 0), key -> new ArrayList<>())
                        .add(new Site(row.value1(), row.value2(), row.value3())));
        squares.putIfAbsent(Long.MIN_VALUE, List.of());
    }

    private static long square(double latitude, double longitude, int up, int right) {
        long y = (long) Math.floor(latitude / SQUARE) + up;
        long x = (long) Math.floor(longitude / SQUARE) + right;
        return y << 32 ^ x & 0xffffffffL;
    }

    /** Rings of squares outwards, until no nearer cell is possible. */
    private Optional<String> nearest(double latitude, double longitude) {
        double narrow = Math.max(0.02, Math.cos(Math.toRadians(latitude)));
        double step = SQUARE * KM_PER_DEGREE * narrow;
        int rings = (int) Math.ceil(REACH_KM / step) + 1;
        Site best = null;
        double shortest = REACH_KM;
        for (int ring = 0; ring <= rings && (ring - 1) * step <= shortest; ring++) {
            for (int up = -ring; up <= ring; up++) {
                int stride = Math.abs(up) == ring ? 1 : Math.max(1, 2 * ring);
                for (int right = -ring; right <= ring; right += stride) {
                    for (Site site : squares.getOrDefault(square(latitude, longitude, up, right), List.of())) {
                        double distance = Math.hypot(site.latitude() - latitude, (site.longitude() - longitude) * narrow) * KM_PER_DEGREE;
                        if (distance < shortest) {
                            shortest = distance;
                            best = site;
                        }
                    }
                }
            }
        }
        return Optional.ofNullable(best).map(Site::id);
    }
}
