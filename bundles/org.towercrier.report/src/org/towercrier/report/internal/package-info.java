/** How reports become pages and workbooks, and the command that writes them. */
package org.towercrier.report.internal;
