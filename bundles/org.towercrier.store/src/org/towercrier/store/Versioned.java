package org.towercrier.store;

import org.eclipse.emf.ecore.EObject;

/**
 * A loaded document.
 *
 * @param root the root object, contained in a resource of its own
 * @param info which version it is
 */
public record Versioned<T extends EObject>(T root, DocumentInfo info) {

    /** The version a save has to expect. */
    public long version() {
        return info.version();
    }
}
