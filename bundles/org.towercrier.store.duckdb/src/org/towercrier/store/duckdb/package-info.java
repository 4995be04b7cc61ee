/** The embedded engine: one DuckDB file in the workspace folder. */
package org.towercrier.store.duckdb;
