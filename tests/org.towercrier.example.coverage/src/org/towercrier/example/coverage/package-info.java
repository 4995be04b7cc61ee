/** A complete plug-in of a third party: one view by a fragment and a class, one importer by a component. */
package org.towercrier.example.coverage;
