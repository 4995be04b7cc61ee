/**
 * The ground that every view of the workbench stands on: the published element ids and event topics, and the
 * selection that all views share.
 *
 * <p>A bundle that adds a view needs this package, a {@code fragment.e4xmi} that names an id of
 * {@link org.towercrier.ui.WorkbenchIds}, and one part class.
 */
package org.towercrier.ui;
