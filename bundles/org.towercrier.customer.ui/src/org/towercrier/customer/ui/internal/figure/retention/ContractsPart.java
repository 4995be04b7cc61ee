package org.towercrier.customer.ui.internal.figure.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.Retention;
import org.towercrier.customer.Retention.AtRisk;
import org.towercrier.customer.Retention.Ending;
import org.towercrier.customer.ui.internal.figure.FigureBar;
import org.towercrier.customer.ui.internal.figure.FigureSite;
import org.towercrier.model.customer.Criterion;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.Icon;
import org.towercrier.ui.figure.FigurePane;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/** When contracts end, month by month; a click on a month gives its customers. */
public final class ContractsPart extends AtRiskPart {

    private static final int MOST = 5_000;
    private static final List<Integer> AHEAD = List.of(12, 24, 36);

    private Optional<LocalDate> chosen = Optional.empty();
    private int ahead = 1;
    private FigurePane calendar;

    /** What was read. */
    private record Shown(Map<LocalDate, Ending> months, Optional<LocalDate> month, RowSet<AtRisk> rows, boolean any) {
    }

    @Inject
    public ContractsPart(PartSite site, FigureSite figures) {
        super(site, figures);
    }

    @Override
    protected void createBar(Composite parent) {
        new FigureBar(parent, site().locale()).choice(texts().get("Contracts_Ahead"),
                AHEAD.stream().map(months -> texts().get("Value_Months", months)).toList(), ahead, index -> {
                    ahead = index;
                    refresh();
                });
    }

    @Override
    protected Control placeTable(StatePane parent) {
        return place(parent, Icon.HISTORY, "Contracts", SWT.VERTICAL, 50, month -> {
            chosen = Optional.of((LocalDate) month);
            refresh();
        });
    }

    @Override
    protected void placed(FigurePane figure) {
        calendar = figure;
    }

    @Override
    protected void refresh(Retention service) {
        figures().load(loader(), cancellation -> read(service, cancellation), this::showAll);
    }

    private Shown read(Retention service, Cancellation cancellation) throws CustomerException, StoreException {
        Optional<Criterion> among = among();
        Map<LocalDate, Ending> months = service.calendar(among, AHEAD.get(ahead), cancellation);
        Optional<LocalDate> month = chosen.filter(months::containsKey)
                .or(() -> months.entrySet().stream().filter(each -> each.getValue().contracts() > 0).map(Map.Entry::getKey).findFirst());
        List<AtRisk> rows = month.isEmpty() ? List.of() : service.ending(among, month.get(), MOST, cancellation);
        boolean any = months.values().stream().anyMatch(ending -> ending.contracts() > 0);
        return new Shown(months, month, rows(rows), any || among.isPresent() && figures().anyone(cancellation));
    }

    private void showAll(Shown found) {
        show(found.rows());
        calendar.show(new RetentionFigures(texts(), site().numbers()).calendar(found.months(), found.month()));
        pane().showUnless(!found.any());
    }
}
