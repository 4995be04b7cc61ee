package org.towercrier.exchange.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EAnnotation;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.towercrier.store.TableSchema;

/** The measurements that have a column of their own, by their 3GPP name as the model's annotation gives it. */
final class CanonicalMeasurements {

    private static final String MEASURE = "https://towercrier.org/measure";
    /** TS 32.425 names the total over all causes of a counter that is split by cause with this suffix. */
    private static final String TOTAL = ".sum";

    /**
     * A canonical measurement.
     *
     * @param name 3GPP name
     * @param column column in the wide table
     * @param percent whether its unit is percent
     */
    record Canonical(String name, int column, boolean percent) {

        /** PRB usage is the one that the wild confuses with raw resource block counts (TS 28.552 defines it as a percentage). */
        boolean prbUsage() {
            return percent && name.startsWith("RRU.PrbTot");
        }
    }

    private final Map<String, Canonical> byName = new HashMap<>();
    private final List<Canonical> all;

    CanonicalMeasurements(TargetTable table) {
        this.all = table.schema().columns().stream().flatMap(column -> of(table, column).stream()).toList();
        for (Canonical canonical : all) {
            byName.put(key(canonical.name()), canonical);
        }
    }

    private static Optional<Canonical> of(TargetTable table, TableSchema.Column column) {
        return column.feature().map(CanonicalMeasurements::annotation)
                .filter(annotation -> annotation.getDetails().get("measurement") != null)
                .map(annotation -> new Canonical(annotation.getDetails().get("measurement"), table.column(column.name()),
                        "%".equals(annotation.getDetails().get("unit"))));
    }

    private static EAnnotation annotation(EStructuralFeature feature) {
        return feature.getEAnnotation(MEASURE);
    }

    List<Canonical> all() {
        return all;
    }

    /** The canonical measurement of a name as found in a file; letter case does not count. */
    Optional<Canonical> find(String name) {
        String key = key(name);
        String base = key.endsWith(TOTAL) ? key.substring(0, key.length() - TOTAL.length()) : key;
        return Optional.ofNullable(byName.get(base));
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
