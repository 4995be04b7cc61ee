package org.towercrier.ui.table;

import org.eclipse.nebula.widgets.nattable.layer.event.IStructuralChangeEvent;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionModel;

/**
 * A selection of whole rows among millions. When the rows are others the table clears the selection itself; the usual model would look at every row to find out what has
 * become of it, which takes seconds.
 */
final class WholeRows extends SelectionModel {

    WholeRows(SelectionLayer layer) {
        super(layer);
    }

    @Override
    public void handleLayerEvent(IStructuralChangeEvent event) {
        // rows change only together with a cleared selection, and columns are none of its business
    }

    @Override
    public boolean isColumnPositionSelected(int position) {
        return false;
    }
}
