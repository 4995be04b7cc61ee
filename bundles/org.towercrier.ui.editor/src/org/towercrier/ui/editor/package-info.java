/**
 * Edits documents of the model: a tree of their objects and a form for the selected one, both made from the item providers
 * of the model, every change a command that can be undone.
 */
package org.towercrier.ui.editor;
