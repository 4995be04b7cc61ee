/**
 * Tables that stay fluid at a million rows: sorted, filtered, grouped, with columns to choose, copied and exported.
 *
 * <p>{@link org.towercrier.ui.table.RowIndex} does the work on primitive arrays and knows no widget;
 * {@link org.towercrier.ui.table.DataTable} shows it.
 */
package org.towercrier.ui.table;
