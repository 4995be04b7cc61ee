/**
 * Reports: plug-ins offer a {@link org.towercrier.report.ReportKind} or add a {@link org.towercrier.report.ReportSection}
 * to the kinds of others, as services. They say what a report holds in blocks of text, facts, tables and charts;
 * {@link org.towercrier.report.Reports} makes a self-contained HTML page or a workbook (XLSX) of it. The same report gives
 * the same bytes but for the time stamp.
 */
package org.towercrier.report;
