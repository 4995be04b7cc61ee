/**
 * Colours, severities and contrast: the one place where the look of the workbench is decided, in light and dark.
 */
package org.towercrier.ui.theme;
