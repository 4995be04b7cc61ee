/** The classes that see the driver; defined by {@link org.towercrier.store.duckdb.internal.DriverLoader}. */
package org.towercrier.store.duckdb.internal.driver;
