package org.towercrier.store.internal;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EPackage;
import org.towercrier.store.TableSchema;

/** The product's own model, as it is registered with EMF. */
final class RegisteredModel {

    private static final String NAMESPACE = "https://towercrier.org/model/";

    private RegisteredModel() {
    }

    /** The classes with a table. Only packages of our name space are asked for: asking loads them. */
    static Set<EClass> types() {
        Set<EClass> types = new LinkedHashSet<>();
        for (String uri : new TreeSet<>(EPackage.Registry.INSTANCE.keySet())) {
            if (uri.startsWith(NAMESPACE)) {
                for (EClassifier classifier : EPackage.Registry.INSTANCE.getEPackage(uri).getEClassifiers()) {
                    if (classifier instanceof EClass type && TableSchema.isStored(type)) {
                        types.add(type);
                    }
                }
            }
        }
        return types;
    }
}
