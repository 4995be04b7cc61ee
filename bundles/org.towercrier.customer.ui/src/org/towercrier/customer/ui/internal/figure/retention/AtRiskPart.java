package org.towercrier.customer.ui.internal.figure.retention;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Control;
import org.towercrier.customer.Retention;
import org.towercrier.customer.Retention.AtRisk;
import org.towercrier.customer.ui.internal.figure.FigureSite;
import org.towercrier.customer.ui.internal.figure.FigureTablePart;
import org.towercrier.ui.Icon;
import org.towercrier.ui.figure.FigurePane;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/** A view of customers at risk: a figure that leads to groups of them, and the table of those. */
abstract class AtRiskPart extends FigureTablePart<AtRisk> {

    private Optional<Retention> retention = Optional.empty();

    protected AtRiskPart(PartSite site, FigureSite figures) {
        super(site, figures);
    }

    @Inject
    final void service(@org.eclipse.e4.core.di.annotations.Optional Retention service) {
        retention = Optional.ofNullable(service);
        changed();
    }

    @Override
    protected final List<TableColumn<AtRisk>> columns() {
        return RetentionFigures.columns(texts());
    }

    @Override
    protected final void prepare(DataTable<AtRisk> table) {
        lead(table, AtRisk::customer);
    }

    /**
     * Places the figure before the table.
     *
     * @param key   of the texts of the view
     * @param style how the sash lies
     * @param share of the figure, percent
     * @param open  is told what of the figure was opened
     */
    protected final Control place(StatePane parent, Icon icon, String key, int style, int share, Consumer<Object> open) {
        parent.setEmpty(icon, texts().get(key + "_Title"), texts().get("Empty_" + key)).button(texts().get("Empty_Import"),
                figures()::importFiles);
        SashForm sash = new SashForm(parent, style);
        FigurePane figure = new FigurePane(sash, site().messages());
        site().track(figure);
        figure.onOpen(open);
        createTable(sash);
        sash.setWeights(share, 100 - share);
        placed(figure);
        return sash;
    }

    /** Is given the figure. */
    protected abstract void placed(FigurePane figure);

    @Override
    protected final void refresh() {
        if (retention.isEmpty()) {
            loader().cancel();
            pane().showEmpty();
        } else {
            refresh(retention.get());
        }
    }

    /** Shows what there is now. */
    protected abstract void refresh(Retention service);
}
