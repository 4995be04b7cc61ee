/** How long a start of the workbench takes. */
package org.towercrier.workbench.internal.bench;
