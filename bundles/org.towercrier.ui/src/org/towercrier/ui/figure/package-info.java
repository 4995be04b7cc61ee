/**
 * Figures that say what was found about groups: step curves with the number at risk, the Lorenz curve, pyramids, bars, flows between groups, quadrants and heat maps.
 *
 * <p>A {@link org.towercrier.ui.figure.Figure} knows nothing of widgets. It draws itself on a {@link org.towercrier.ui.figure.Sheet}, which is a window, a picture or an
 * SVG drawing, so that all three are the same.
 */
@org.osgi.annotation.versioning.Version("0.1.0")
package org.towercrier.ui.figure;
