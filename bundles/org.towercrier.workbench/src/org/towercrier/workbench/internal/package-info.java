/**
 * The frame of the workbench: window, perspectives, menus, status line, and what every area finds there ready made. It
 * offers no Java API: areas contribute to the ids of {@link org.towercrier.ui.WorkbenchIds} by model fragments.
 */
package org.towercrier.workbench.internal;
