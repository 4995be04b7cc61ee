/** Reports as self-contained files, and the demonstration. */
package org.towercrier.report.internal;
