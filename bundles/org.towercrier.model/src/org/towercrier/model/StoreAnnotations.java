package org.towercrier.model;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EAnnotation;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * How a class is kept in the store: annotation {@value #SOURCE} on an {@link EClass}. A class without it lives in
 * documents.
 */
public final class StoreAnnotations {

    /** Source of the annotation. */
    public static final String SOURCE = "https://towercrier.org/store";
    /** Detail with the name of the table. */
    public static final String TABLE = "table";
    /** Detail with the kind of the rows, see {@link Kind}. */
    public static final String KIND = "kind";
    /** Detail with the comma-separated names of the key features. */
    public static final String KEY = "key";

    /** How rows of a table come about. */
    public enum Kind {
        /** Things that exist and change: newer values replace older ones. */
        INVENTORY,
        /** Samples that were taken once: a different value for the same key is a conflict. */
        OBSERVATION
    }

    private StoreAnnotations() {
    }

    /**
     * The table of a class.
     *
     * @param type a class of the model
     * @return the name of the table, empty when the class lives in documents
     */
    public static Optional<String> table(EClass type) {
        return detail(type, TABLE);
    }

    /**
     * The kind of a class's rows.
     *
     * @param type a class of the model
     * @return the kind, empty when the class has no table
     * @throws IllegalArgumentException if the annotation names an unknown kind
     */
    public static Optional<Kind> kind(EClass type) {
        return detail(type, KIND).map(name -> switch (name) {
            case "inventory" -> Kind.INVENTORY;
            case "observation" -> Kind.OBSERVATION;
            default -> throw new IllegalArgumentException(type.getName() + " has the unknown kind " + name);
        });
    }

    /**
     * The features that identify a row.
     *
     * @param type a class of the model
     * @return the key features in key order, empty when the class has no table
     * @throws IllegalArgumentException if the annotation names a feature that the class lacks
     */
    public static List<EStructuralFeature> key(EClass type) {
        return detail(type, KEY).map(names -> List.of(names.split(","))).orElse(List.of()).stream().map(name -> {
            EStructuralFeature feature = type.getEStructuralFeature(name);
            if (feature == null) {
                throw new IllegalArgumentException(type.getName() + " has no feature " + name + " for its key");
            }
            return feature;
        }).toList();
    }

    private static Optional<String> detail(EClass type, String name) {
        EAnnotation annotation = type.getEAnnotation(SOURCE);
        return annotation == null ? Optional.empty() : Optional.ofNullable(annotation.getDetails().get(name));
    }
}
