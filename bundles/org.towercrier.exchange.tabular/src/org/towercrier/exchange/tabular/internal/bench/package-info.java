/** How fast tables are imported. */
package org.towercrier.exchange.tabular.internal.bench;
