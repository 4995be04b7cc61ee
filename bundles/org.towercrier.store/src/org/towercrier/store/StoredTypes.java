package org.towercrier.store;

import java.util.Collection;

import org.eclipse.emf.ecore.EClass;

/**
 * A whiteboard service of plug-ins that bring model classes with tables of their own. The product's model needs none: the
 * packages registered with EMF under {@code https://towercrier.org/model/} are known.
 */
@FunctionalInterface
public interface StoredTypes {

    /** Classes with the annotation {@link TableSchema#STORE}. */
    Collection<? extends EClass> types();
}
