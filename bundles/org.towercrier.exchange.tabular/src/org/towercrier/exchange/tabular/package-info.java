/** Tables of any file that a person names, column by column, for analyses that need no store. */
@org.osgi.annotation.versioning.Version("0.1.0")
package org.towercrier.exchange.tabular;
