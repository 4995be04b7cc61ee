package org.towercrier.customer.ui.internal;

import java.util.List;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.CustomerSelection;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.WorkbenchIds;
import org.towercrier.ui.view.Commands;
import org.towercrier.ui.view.Views;

import jakarta.inject.Inject;

/** Leads from one view of customers to another, and to the map. */
@Creatable
public final class Navigation {

    private static final String IMPORT = "org.towercrier.command.import";
    private static final String MAP = "org.towercrier.part.map";
    private static final String CELL = "org.towercrier.part.cell";

    private final Views views;
    private final Commands commands;
    private final SharedSelection selection;

    @Inject
    public Navigation(Views views, Commands commands, SharedSelection selection) {
        this.views = views;
        this.commands = commands;
        this.selection = selection;
    }

    /** Shows a view. */
    public void show(String part) {
        views.show(WorkbenchIds.PERSPECTIVE_MARKETING, part);
    }

    /** Opens the page of a customer. */
    public void customer(String id, Object origin) {
        selection.customers(CustomerSelection.of(id, origin));
        show(CustomerIds.PART_CUSTOMER);
    }

    /** Shows cells on the map. */
    public void cells(List<String> cells, Object origin) {
        selection.cells(new CellSelection(cells, origin));
        views.show(WorkbenchIds.PERSPECTIVE_NETWORK, MAP);
    }

    /** Shows the KPIs of a cell. */
    public void cell(String cell, Object origin) {
        selection.cells(new CellSelection(List.of(cell), origin));
        views.show(WorkbenchIds.PERSPECTIVE_NETWORK, CELL);
    }

    /** Lets the user import files. */
    public void importFiles() {
        commands.run(IMPORT);
    }
}
