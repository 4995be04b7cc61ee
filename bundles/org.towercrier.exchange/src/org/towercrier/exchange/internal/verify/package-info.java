/** What the importers read from public files, compared with a plain reading of the same files by {@code towercrier verify}. */
package org.towercrier.exchange.internal.verify;
