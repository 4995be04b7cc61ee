package org.towercrier.customer.ui.internal.figure.retention;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.towercrier.customer.Retention;
import org.towercrier.customer.Retention.AtRisk;
import org.towercrier.customer.ui.internal.figure.FigureBar;
import org.towercrier.customer.ui.internal.figure.FigureSite;
import org.towercrier.customer.ui.internal.figure.FigureTablePart;
import org.towercrier.ui.Icon;
import org.towercrier.ui.figure.FigurePane;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/** Whom to keep and how: everyone at risk, or those who have been silent for longer than usual for them, with reason and proposed action. */
public final class RetentionPart extends FigureTablePart<AtRisk> {

    private static final int MOST = 5_000;

    private Optional<Retention> retention = Optional.empty();
    private boolean silentOnly;
    private FigurePane summary;

    @Inject
    public RetentionPart(PartSite site, FigureSite figures) {
        super(site, figures);
    }

    @Inject
    void service(@org.eclipse.e4.core.di.annotations.Optional Retention service) {
        retention = Optional.ofNullable(service);
        changed();
    }

    @Override
    protected void createBar(Composite parent) {
        new FigureBar(parent, site().locale()).choice(texts().get("Retention_List"),
                List.of(texts().get("Retention_All"), texts().get("Retention_Inactive")), silentOnly ? 1 : 0, index -> {
                    silentOnly = index == 1;
                    refresh();
                });
    }

    @Override
    protected List<TableColumn<AtRisk>> columns() {
        return RetentionFigures.columns(texts());
    }

    @Override
    protected void prepare(DataTable<AtRisk> table) {
        lead(table, AtRisk::customer);
    }

    @Override
    protected Control placeTable(StatePane parent) {
        parent.setEmpty(Icon.USERS, texts().get("Retention_Title"), texts().get("Empty_Retention")).button(texts().get("Empty_Import"),
                figures()::importFiles);
        SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
        summary = new FigurePane(sash, site().messages());
        site().track(summary);
        summary.onOpen(this::filter);
        createTable(sash);
        sash.setWeights(36, 64);
        return sash;
    }

    /** Shows one of the four groups; all again when it was shown already. */
    private void filter(Object target) {
        RetentionFigures.Group group = (RetentionFigures.Group) target;
        String tenure = texts().get(group.fresh() ? "Retention_New" : "Retention_Old");
        boolean again = tenure.equals(table().filters().get(RetentionFigures.TENURE))
                && area(group).equals(table().filters().get(RetentionFigures.AREA));
        table().clearFilters();
        if (!again) {
            table().filter(RetentionFigures.TENURE, tenure);
            table().filter(RetentionFigures.AREA, area(group));
        }
    }

    private String area(RetentionFigures.Group group) {
        return texts().get(group.competitive() ? "Retention_Competitive" : "Retention_Alone");
    }

    @Override
    protected void refresh() {
        if (retention.isEmpty()) {
            loader().cancel();
            pane().showEmpty();
            return;
        }
        Retention service = retention.get();
        boolean silent = silentOnly;
        showCustomers(cancellation -> silent ? service.inactive(among(), MOST, cancellation) : service.list(among(), MOST, cancellation),
                rows -> summary.show(new RetentionFigures(texts(), site().numbers()).summary(rows.rows())));
    }
}
