package org.towercrier.customer.ui.internal.figure.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.CustomerSurvival;
import org.towercrier.customer.CustomerSurvival.Cox;
import org.towercrier.customer.ui.internal.figure.AttributeNames;
import org.towercrier.customer.ui.internal.figure.FigureBar;
import org.towercrier.customer.ui.internal.figure.FigurePart;
import org.towercrier.customer.ui.internal.figure.FigureSite;
import org.towercrier.customer.ui.internal.figure.FollowedSegment;
import org.towercrier.customer.ui.internal.figure.survival.CoxFigures.Row;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.Icon;
import org.towercrier.ui.figure.NumbersPane;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/** What makes customers leave sooner or later: hazard ratios of a Cox model, and whether they hold over the whole tenure. */
public final class CoxPart extends FigurePart {

    private static final List<String> ATTRIBUTES = List.of("MonthlyFacts.spend", "MonthlyFacts.dataVolume", "MonthlyFacts.voiceMinutes",
            "MonthlyFacts.complaints", "Customer.competitiveArea", "Customer.age", "Customer.gender", "Contract.type",
            "Subscription.count");
    private static final int USUAL = 5;

    private final List<String> chosen = new ArrayList<>(ATTRIBUTES.subList(0, USUAL));
    private Optional<CustomerSurvival> survival = Optional.empty();
    private NumbersPane numbers;
    private DataTable<Row> table;
    private List<TableColumn<Row>> columns = List.of();

    /** What was read. */
    private record Shown(Optional<String> segment, Optional<Cox> cox, String refused, Optional<RowSet<Row>> rows) {
    }

    @Inject
    public CoxPart(PartSite site, FigureSite figures) {
        super(site, figures);
    }

    @Inject
    void service(@org.eclipse.e4.core.di.annotations.Optional CustomerSurvival service) {
        survival = Optional.ofNullable(service);
        changed();
    }

    @Override
    protected void createBar(Composite parent) {
        FigureBar bar = new FigureBar(parent, site().locale());
        AttributeNames names = new AttributeNames(texts());
        bar.label(texts().get("Cox_Attributes"));
        for (String attribute : ATTRIBUTES) {
            Button check = new Button(bar, SWT.CHECK);
            check.setText(names.label(attribute));
            check.setSelection(chosen.contains(attribute));
            check.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
                chosen.remove(attribute);
                if (check.getSelection()) {
                    chosen.add(attribute);
                }
                chosen.sort((one, other) -> ATTRIBUTES.indexOf(one) - ATTRIBUTES.indexOf(other));
                refresh();
            }));
        }
    }

    @Override
    protected Control createContent(StatePane parent) {
        parent.setEmpty(Icon.CHART, texts().get("Cox_Title"), texts().get("Empty_Cox")).button(texts().get("Empty_Import"),
                figures()::importFiles);
        Composite page = page(parent);
        numbers = numbers(page);
        columns = CoxFigures.columns(texts());
        table = new DataTable<>(page, columns, site().messages(), site().dates());
        table.setKey(Row::name);
        site().track(table);
        fill(List.of(table));
        return page;
    }

    @Override
    protected void refresh() {
        if (survival.isEmpty() || figures().feed().segments().isEmpty()) {
            showNothing();
            return;
        }
        List<TableColumn<Row>> of = columns;
        List<String> attributes = List.copyOf(chosen);
        load(cancellation -> read(of, attributes, cancellation), this::show);
    }

    private Shown read(List<TableColumn<Row>> of, List<String> attributes, Cancellation cancellation)
            throws CustomerException, StoreException {
        Optional<FollowedSegment> followed = figures().followed(figures().feed().segments()).filter(each -> each.criterion().isPresent());
        Optional<String> segment = followed.map(FollowedSegment::label);
        if (!figures().anyone(cancellation)) {
            return new Shown(segment, Optional.empty(), "", Optional.empty());
        }
        try {
            Cox cox = survival.orElseThrow().cox(followed.flatMap(FollowedSegment::criterion), attributes, cancellation);
            return new Shown(segment, Optional.of(cox), "",
                    Optional.of(RowSet.of(of, CoxFigures.rows(cox, texts(), new AttributeNames(texts())), site().messages())));
        } catch (CustomerException refused) {
            return new Shown(segment, Optional.empty(), refused.getMessage(), Optional.of(RowSet.of(of, List.of(), site().messages())));
        }
    }

    private void show(Shown found) {
        CoxFigures figures = new CoxFigures(texts(), site().numbers());
        numbers.show(found.cox().map(cox -> figures.numbers(cox, found.segment())).orElseGet(() -> figures.refused(found.refused())));
        found.rows().filter(rows -> rows.columns().equals(columns)).ifPresent(table::setRows);
        pane().showUnless(found.rows().isEmpty());
    }
}
