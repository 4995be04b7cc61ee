package org.towercrier.capacity.internal.detect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.ecore.EClass;
import org.towercrier.capacity.internal.kpi.Measurements;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.store.RowWriter;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;
import org.towercrier.store.Transaction;

/** Rows for a store: samples, objects and cells, in the order in which they are added. */
public final class StoredSamples {

    private static final MeasurementPackage MODEL = MeasurementPackage.eINSTANCE;

    private final Measurements measurements = new Measurements();
    private final List<Map<String, Object>> samples = new ArrayList<>();
    private final List<Map<String, Object>> counters = new ArrayList<>();
    private final List<Map<String, Object>> objects = new ArrayList<>();
    private final List<Map<String, Object>> cells = new ArrayList<>();
    private final Map<EClass, List<Map<String, Object>>> places = new LinkedHashMap<>();

    /** An object, with its cell when it has been adopted. */
    public StoredSamples object(int id, String name, String cell) {
        Map<String, Object> row = new HashMap<>(Map.of("id", id, "name", name));
        row.put("cell", cell);
        objects.add(row);
        return this;
    }

    /** A cell with a technology literal. */
    public StoredSamples cell(String id, String technology, String area) {
        return cell(id, technology, area, null);
    }

    /** A cell in a physical sector, null when it is not known. */
    public StoredSamples cell(String id, String technology, String area, String sector) {
        Map<String, Object> row = new HashMap<>(Map.of("id", id, "technology", technology, "area", area));
        row.put("physicalSector", sector);
        cells.add(row);
        return this;
    }

    /** A cell with everything that is known of it. */
    public StoredSamples cell(Map<String, Object> row) {
        cells.add(row);
        return this;
    }

    /** A row of the topology: a site or a region. */
    public StoredSamples place(EClass type, Map<String, Object> row) {
        places.computeIfAbsent(type, key -> new ArrayList<>()).add(row);
        return this;
    }

    /** A sample by the names of its measurements. */
    public StoredSamples sample(int object, Instant start, int period, boolean suspect, Map<String, Double> values) {
        Map<String, Object> row = key(object, start, period, suspect);
        values.forEach((name, value) -> {
            if (measurements.attribute(name).isPresent()) {
                row.put(measurements.attribute(name).get().getName(), value);
            } else {
                Map<String, Object> counter = key(object, start, period, suspect);
                counter.put("measurement", name);
                counter.put("value", value);
                counters.add(counter);
            }
        });
        if (row.size() > key(object, start, period, suspect).size()) {
            samples.add(row);
        }
        return this;
    }

    private static Map<String, Object> key(int object, Instant start, int period, boolean suspect) {
        return new HashMap<>(Map.of("object", object, "start", start, "period", period, "suspect", suspect));
    }

    /** The samples, to be put in another order. */
    public List<Map<String, Object>> samples() {
        return samples;
    }

    /** Stores everything, samples in several transactions as several imports do. */
    public void store(Store store, int transactions) throws StoreException {
        store.write(tx -> {
            write(tx, MODEL.getManagedObject(), objects);
            write(tx, NetworkPackage.eINSTANCE.getCell(), cells);
            write(tx, MODEL.getCounterValue(), counters);
            for (Map.Entry<EClass, List<Map<String, Object>>> place : places.entrySet()) {
                write(tx, place.getKey(), place.getValue());
            }
            return null;
        });
        int size = samples.size() / transactions + 1;
        for (int begin = 0; begin < samples.size(); begin += size) {
            List<Map<String, Object>> part = samples.subList(begin, Math.min(samples.size(), begin + size));
            store.write(tx -> {
                write(tx, MODEL.getCellMeasurement(), part);
                return null;
            });
        }
    }

    private static void write(Transaction tx, EClass type, List<Map<String, Object>> rows) throws StoreException {
        try (RowWriter writer = tx.insert(type)) {
            for (Map<String, Object> row : rows) {
                for (TableSchema.Column column : TableSchema.of(type).columns()) {
                    writer.addObject(row.get(column.name()));
                }
                writer.endRow();
            }
        }
    }
}
