/**
 * What views are made of that show what the workspace holds: a part with the faces content, empty and trouble
 * ({@link org.towercrier.ui.view.StatePart}), one with a table ({@link org.towercrier.ui.view.TablePart}), reading in the
 * background ({@link org.towercrier.ui.view.PaneLoader}), news of what they show
 * ({@link org.towercrier.ui.view.StoreFollower}), and ways to other views ({@link org.towercrier.ui.view.Views},
 * {@link org.towercrier.ui.view.Commands}, {@link org.towercrier.ui.view.MainWindow}).
 */
package org.towercrier.ui.view;
