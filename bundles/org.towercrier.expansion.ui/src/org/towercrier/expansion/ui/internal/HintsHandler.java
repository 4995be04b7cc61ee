package org.towercrier.expansion.ui.internal;

import java.util.Arrays;
import java.util.List;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.WorkbenchIds;
import org.towercrier.ui.view.Views;

import jakarta.inject.Named;

/** Shows the expansion hints, of some cells when these are given, one id a line. */
public final class HintsHandler {

    @Execute
    public void show(@Optional @Named(ExpansionIds.PARAMETER_CELLS) String cells, Views views, IEventBroker events) {
        views.show(WorkbenchIds.PERSPECTIVE_NETWORK, ExpansionIds.PART_HINTS);
        List<String> ids = cells == null ? List.of() : Arrays.stream(cells.split("\n")).filter(id -> !id.isEmpty()).toList();
        events.post(ExpansionIds.TOPIC_HINTS, new CellSelection(ids, this));
    }
}
