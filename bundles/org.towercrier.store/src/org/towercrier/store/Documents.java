package org.towercrier.store;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.ResourceSet;

/**
 * Documents written by people, each an EMF resource with one root object, a kind (e.g. {@code rules}) and a name. Every
 * save makes a new version; the older ones are kept. Nobody overwrites another one's work: a save names the version it is
 * based on.
 */
public interface Documents {

    /** The scheme of document URIs: {@code towercrier:/documents/KIND/NAME}. */
    String SCHEME = "towercrier";

    /** The expected version of a document that does not exist yet. */
    long NEW = 0;

    /**
     * Loads the current version, as objects of the caller's own.
     *
     * @throws DocumentDamagedException it cannot be read; carries the last version that can
     */
    <T extends EObject> Optional<Versioned<T>> load(String kind, String name, Class<T> type) throws StoreException;

    /** Loads one version. */
    <T extends EObject> Optional<Versioned<T>> load(String kind, String name, long version, Class<T> type)
            throws StoreException;

    /**
     * Saves a new version. {@code root} must not belong to a resource outside this store, or is copied.
     *
     * @param expectedVersion the version it is based on, {@link #NEW} for a new document
     * @return the version saved
     * @throws DocumentConflictException somebody saved another version meanwhile
     */
    long save(String kind, String name, EObject root, long expectedVersion) throws StoreException;

    /** Deletes a document with its history. */
    void delete(String kind, String name, long expectedVersion) throws StoreException;

    /** The current versions of one kind, by name. */
    List<DocumentInfo> list(String kind) throws StoreException;

    /** All kept versions of a document, newest first. */
    List<DocumentInfo> history(String kind, String name) throws StoreException;

    /**
     * Makes an older version the current one, as a new version.
     *
     * @return the version saved
     */
    long restore(String kind, String name, long version) throws StoreException;

    /** The URI of a document, for resources of an own resource set. */
    URI uri(String kind, String name);

    /**
     * Lets a resource set load and save document URIs of this store. The version a resource was loaded with is the one its
     * save expects; a conflict comes as {@link java.io.IOException} with a {@link DocumentConflictException} as cause.
     */
    void connect(ResourceSet resources);

    /** The version a resource of a connected resource set was loaded or saved with, {@link #NEW} when never. */
    long version(org.eclipse.emf.ecore.resource.Resource resource);
}
