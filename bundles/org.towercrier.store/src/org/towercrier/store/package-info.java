/**
 * Storage of a workspace: observations and inventory as tables derived from the model's annotated EClasses, documents
 * as EMF resources with versions. Statements are built with jOOQ and run unchanged on every engine; an engine is a
 * {@link org.towercrier.store.StoreEngine} service.
 */
package org.towercrier.store;
