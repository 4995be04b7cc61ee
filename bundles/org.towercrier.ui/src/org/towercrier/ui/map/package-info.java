/**
 * A map drawn by ourselves: Web Mercator, layers, clustering, hit test and selection, without a browser and without
 * tiles, for 100,000 cells and more.
 *
 * <p>A view makes a {@link org.towercrier.ui.map.MapCanvas}, adds layers such as
 * {@link org.towercrier.ui.map.CellLayer}, and listens to the selection. Layers are fed with plain arrays.
 */
package org.towercrier.ui.map;
