package org.towercrier.customer.ui.internal.figure.movement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.MenuItem;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.CustomerTable.Filter;
import org.towercrier.customer.Movements;
import org.towercrier.customer.Movements.Flow;
import org.towercrier.customer.Segments;
import org.towercrier.customer.ui.internal.figure.FigureBar;
import org.towercrier.customer.ui.internal.figure.FigurePart;
import org.towercrier.customer.ui.internal.figure.FigureSite;
import org.towercrier.customer.ui.internal.figure.SegmentNames;
import org.towercrier.model.customer.Segmentation;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.Icon;
import org.towercrier.ui.SegmentSelection;
import org.towercrier.ui.figure.FigurePane;
import org.towercrier.ui.figure.NumbersPane;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/** Who moved between two dates, from where to where, how much money moved, and why. */
public final class MovementPart extends FigurePart {

    private static final int MONTHS_BACK = 36;
    private static final int USUAL_MONTHS = 3;

    private Optional<Movements> movements = Optional.empty();
    private Optional<Segments> segments = Optional.empty();
    private Optional<YearMonth> latest = Optional.empty();
    private int back = USUAL_MONTHS;
    private int until;
    private Combo from;
    private Combo to;
    private NumbersPane numbers;
    private FigurePane flow;
    private FigurePane matrix;
    private DataTable<Flow> table;
    private List<TableColumn<Flow>> columns = List.of();
    private SegmentNames names = SegmentNames.NONE;
    private Optional<Shown> shown = Optional.empty();

    /** What was read. */
    record Shown(SegmentNames names, Segmentation rules, String segmentation, Movements.Report report, List<Movements.Wanted> wanted,
            RowSet<Flow> rows) {
    }

    @Inject
    public MovementPart(PartSite site, FigureSite figures) {
        super(site, figures);
    }

    @Inject
    void services(@org.eclipse.e4.core.di.annotations.Optional Movements service,
            @org.eclipse.e4.core.di.annotations.Optional Segments segmentService) {
        movements = Optional.ofNullable(service);
        segments = Optional.ofNullable(segmentService);
        changed();
    }

    @Override
    protected void createBar(Composite parent) {
        FigureBar bar = new FigureBar(parent, site().locale());
        from = bar.choice(texts().get("Movement_From"), List.of(), -1, index -> {
            back = index + 1;
            until = Math.min(until, back - 1);
            refresh();
        });
        to = bar.choice(texts().get("Movement_To"), List.of(), -1, index -> {
            until = index;
            back = Math.max(back, until + 1);
            refresh();
        });
    }

    @Override
    protected Control createContent(StatePane parent) {
        parent.setEmpty(Icon.LINK, texts().get("Movement_Title"), texts().get("Empty_Movement")).button(texts().get("Empty_Import"),
                figures()::importFiles);
        Composite page = page(parent);
        numbers = numbers(page);
        SashForm sash = new SashForm(page, SWT.HORIZONTAL);
        fill(List.of(sash));
        flow = figure(sash);
        SashForm right = new SashForm(sash, SWT.VERTICAL);
        matrix = figure(right);
        columns = MovementFigures.columns(texts(), path -> names.label(path));
        table = new DataTable<>(right, columns, site().messages(), site().dates());
        table.setKey(each -> key(each.from(), each.to()));
        site().track(table);
        right.setWeights(55, 45);
        sash.setWeights(52, 48);
        table.onOpen(row -> customers(key(row.from(), row.to())));
        table.onMenu(menu -> {
            if (!table.selection().isEmpty()) {
                MenuItem item = new MenuItem(menu, SWT.PUSH);
                item.setText(texts().get("Movement_Show"));
                item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
                    Flow row = table.selection().getLast();
                    customers(key(row.from(), row.to()));
                }));
            }
        });
        flow.onOpen(this::customers);
        matrix.onOpen(this::customers);
        return page;
    }

    static String key(String source, String target) {
        return source + '>' + target;
    }

    /** Shows who moved, or stayed. @param target key of a flow */
    private void customers(Object target) {
        table.select(Set.of(target));
        shown.ifPresent(now -> now.report().flows().stream().filter(each -> key(each.from(), each.to()).equals(target)).findFirst()
                .ifPresent(each -> figures().customers(title(now.names(), each),
                        Filter.ALL
                                .along(new Movements.Move(now.rules(), now.report().from(), now.report().to(), each.from(), each.to())))));
    }

    private String title(SegmentNames labels, Flow each) {
        return each.from().equals(each.to()) ? texts().get("Movement_Stayed", labels.label(each.from()))
                : labels.label(each.from()) + " → " + labels.label(each.to());
    }

    @Override
    protected void refresh() {
        if (movements.isEmpty() || segments.isEmpty()) {
            showNothing();
            return;
        }
        List<TableColumn<Flow>> of = columns;
        load(cancellation -> read(of, cancellation), this::show);
    }

    private Optional<Shown> read(List<TableColumn<Flow>> of, Cancellation cancellation) throws CustomerException, StoreException {
        Segments service = segments.orElseThrow();
        String wanted = figures().segment().map(SegmentSelection::segmentation).orElse(Segments.FOUR);
        Optional<Segmentation> chosen = service.find(wanted);
        Segmentation segmentation = chosen.isPresent() ? chosen.get() : service.find(Segments.FOUR).orElseThrow();
        YearMonth last = YearMonth.from(service.latest());
        latest = Optional.of(last);
        LocalDate begin = last.minusMonths(back).atEndOfMonth();
        LocalDate end = last.minusMonths(until).atEndOfMonth();
        Movements.Report report = movements.orElseThrow().between(segmentation, begin, end, cancellation);
        if (report.customers() == 0) {
            return Optional.empty();
        }
        names = SegmentNames.of(segmentation, texts());
        List<Flow> moved = report.flows().stream().filter(each -> !each.from().equals(each.to())).toList();
        return Optional.of(new Shown(names, segmentation, SegmentNames.label(segmentation), report,
                movements.orElseThrow().wanted(begin, end, cancellation), RowSet.of(of, moved, site().messages())));
    }

    private void show(Optional<Shown> found) {
        shown = found;
        latest.ifPresent(this::showMonths);
        if (found.isEmpty()) {
            pane().showEmpty();
            return;
        }
        MovementFigures figures = new MovementFigures(texts(), site().numbers(), found.get().names());
        numbers.show(figures.numbers(found.get()));
        flow.show(figures.flow(found.get()));
        matrix.show(figures.matrix(found.get()));
        if (found.get().rows().columns().equals(columns)) {
            table.setRows(found.get().rows());
        }
    }

    private void showMonths(YearMonth last) {
        List<String> ends = new ArrayList<>();
        for (int i = 0; i <= MONTHS_BACK; i++) {
            ends.add(last.minusMonths(i).atEndOfMonth().toString());
        }
        if (to.getItemCount() != MONTHS_BACK || !to.getItem(0).equals(ends.getFirst())) {
            to.setItems(ends.subList(0, MONTHS_BACK).toArray(String[]::new));
            from.setItems(ends.subList(1, MONTHS_BACK + 1).toArray(String[]::new));
            to.getParent().requestLayout();
        }
        to.select(until);
        from.select(back - 1);
    }
}
