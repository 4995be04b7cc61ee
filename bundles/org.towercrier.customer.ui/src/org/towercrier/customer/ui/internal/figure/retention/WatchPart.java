package org.towercrier.customer.ui.internal.figure.retention;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.towercrier.customer.Movements;
import org.towercrier.customer.Movements.WatchList;
import org.towercrier.customer.Movements.Watched;
import org.towercrier.customer.ui.internal.figure.FigureBar;
import org.towercrier.customer.ui.internal.figure.FigureSite;
import org.towercrier.customer.ui.internal.figure.FigureTablePart;
import org.towercrier.ui.Icon;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/** Customers to keep an eye on: likely to rise, unstable, inactive; each with the reason in a sentence. */
public final class WatchPart extends FigureTablePart<Watched> {

    private static final int MOST = 5_000;
    private static final int DIGITS = 2;

    private Optional<Movements> movements = Optional.empty();
    private WatchList list = WatchList.LIKELY_TO_RISE;

    @Inject
    public WatchPart(PartSite site, FigureSite figures) {
        super(site, figures);
    }

    @Inject
    void service(@org.eclipse.e4.core.di.annotations.Optional Movements service) {
        movements = Optional.ofNullable(service);
        changed();
    }

    @Override
    protected void createBar(Composite parent) {
        new FigureBar(parent, site().locale()).choice(texts().get("Watch_List"),
                Stream.of(WatchList.values()).map(each -> texts().get("Watch_" + each)).toList(), list.ordinal(), index -> {
                    list = WatchList.values()[index];
                    refresh();
                });
    }

    @Override
    protected List<TableColumn<Watched>> columns() {
        return List.of(
                TableColumn.<Watched>text("customer", texts().get("Retention_Customer"), Watched::customer).wide(130),
                TableColumn.number("spend", texts().get("Watch_Spend"), "", DIGITS, each -> each.spend().orElse(Double.NaN)),
                TableColumn.<Watched>number("usual", texts().get("Watch_Usual"), texts().get("Unit_AMonth"), DIGITS,
                        each -> each.usual().orElse(Double.NaN)).wide(130),
                TableColumn.number("change", texts().get("Watch_Change"), "%", 0, WatchPart::change),
                TableColumn.<Watched>text("reason", texts().get("Retention_Reason"), Watched::reason).wide(460));
    }

    private static double change(Watched each) {
        double usual = each.usual().orElse(Double.NaN);
        return usual == 0 ? Double.NaN : (each.spend().orElse(Double.NaN) - usual) / usual * 100;
    }

    @Override
    protected void prepare(DataTable<Watched> table) {
        lead(table, Watched::customer);
    }

    @Override
    protected Control placeTable(StatePane parent) {
        parent.setEmpty(Icon.USERS, texts().get("Watch_Title"), texts().get("Empty_Watch")).button(texts().get("Empty_Import"),
                figures()::importFiles);
        return createTable(parent);
    }

    @Override
    protected void refresh() {
        if (movements.isEmpty()) {
            loader().cancel();
            pane().showEmpty();
            return;
        }
        Movements service = movements.get();
        WatchList wanted = list;
        showCustomers(cancellation -> service.watch(wanted, among(), MOST, cancellation), rows -> {});
    }
}
