/** The page that writes reports. */
package org.towercrier.report.ui.internal;
