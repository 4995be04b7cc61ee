package org.towercrier.customer.ui.internal.figure.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.Retention;
import org.towercrier.customer.Retention.AtRisk;
import org.towercrier.customer.Retention.Ending;
import org.towercrier.customer.ui.internal.figure.FigureBar;
import org.towercrier.customer.ui.internal.figure.FigureSite;
import org.towercrier.customer.ui.internal.figure.FigureTablePart;
import org.towercrier.model.customer.Criterion;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.Icon;
import org.towercrier.ui.figure.FigurePane;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/** When contracts end, month by month; a click on a month gives its customers. */
public final class ContractsPart extends FigureTablePart<AtRisk> {

    private static final int MOST = 5_000;
    private static final List<Integer> AHEAD = List.of(12, 24, 36);

    private Optional<Retention> retention = Optional.empty();
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

    @Inject
    void service(@org.eclipse.e4.core.di.annotations.Optional Retention service) {
        retention = Optional.ofNullable(service);
        changed();
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
    protected List<TableColumn<AtRisk>> columns() {
        return RetentionFigures.columns(texts());
    }

    @Override
    protected void prepare(DataTable<AtRisk> table) {
        lead(table, AtRisk::customer);
    }

    @Override
    protected Control placeTable(StatePane parent) {
        parent.setEmpty(Icon.HISTORY, texts().get("Contracts_Title"), texts().get("Empty_Contracts")).button(texts().get("Empty_Import"),
                figures()::importFiles);
        SashForm sash = new SashForm(parent, SWT.VERTICAL);
        calendar = new FigurePane(sash, site().messages());
        site().track(calendar);
        calendar.onOpen(month -> {
            chosen = Optional.of((LocalDate) month);
            refresh();
        });
        createTable(sash);
        sash.setWeights(50, 50);
        return sash;
    }

    @Override
    protected void refresh() {
        if (retention.isEmpty()) {
            loader().cancel();
            pane().showEmpty();
            return;
        }
        figures().load(loader(), this::read, this::showAll);
    }

    private Shown read(Cancellation cancellation) throws CustomerException, StoreException {
        Retention service = retention.orElseThrow();
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
