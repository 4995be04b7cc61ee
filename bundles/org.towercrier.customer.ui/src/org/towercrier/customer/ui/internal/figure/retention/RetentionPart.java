package org.towercrier.customer.ui.internal.figure.retention;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.towercrier.customer.Retention;
import org.towercrier.customer.ui.internal.figure.FigureBar;
import org.towercrier.customer.ui.internal.figure.FigureSite;
import org.towercrier.ui.Icon;
import org.towercrier.ui.figure.FigurePane;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/** Whom to keep and how: everyone at risk, or those who have been silent for longer than usual for them, with reason and proposed action. */
public final class RetentionPart extends AtRiskPart {

    private static final int MOST = 5_000;

    private boolean silentOnly;
    private FigurePane summary;

    @Inject
    public RetentionPart(PartSite site, FigureSite figures) {
        super(site, figures);
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
    protected Control placeTable(StatePane parent) {
        return place(parent, Icon.USERS, "Retention", SWT.HORIZONTAL, 36, this::filter);
    }

    @Override
    protected void placed(FigurePane figure) {
        summary = figure;
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
    protected void refresh(Retention service) {
        boolean silent = silentOnly;
        showCustomers(cancellation -> silent ? service.inactive(among(), MOST, cancellation) : service.list(among(), MOST, cancellation),
                rows -> summary.show(new RetentionFigures(texts(), site().numbers()).summary(rows.rows())));
    }
}
