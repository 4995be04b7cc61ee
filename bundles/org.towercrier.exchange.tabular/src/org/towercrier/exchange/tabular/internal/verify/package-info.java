/** What is stored of public tables, compared with a plain reading of them by {@code towercrier verify}. */
package org.towercrier.exchange.tabular.internal.verify;
