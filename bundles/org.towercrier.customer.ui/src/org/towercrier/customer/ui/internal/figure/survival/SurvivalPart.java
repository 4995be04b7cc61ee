package org.towercrier.customer.ui.internal.figure.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.CustomerSurvival;
import org.towercrier.customer.CustomerSurvival.Grouping;
import org.towercrier.customer.Segments;
import org.towercrier.customer.ui.internal.figure.AttributeNames;
import org.towercrier.customer.ui.internal.figure.FigureBar;
import org.towercrier.customer.ui.internal.figure.FigurePart;
import org.towercrier.customer.ui.internal.figure.FigureSite;
import org.towercrier.customer.ui.internal.figure.FollowedSegment;
import org.towercrier.customer.ui.internal.figure.SegmentNames;
import org.towercrier.customer.ui.internal.figure.survival.SurvivalFigures.Named;
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

/** How long customers stay, by segment or attribute: survival curves with the number at risk, medians, their comparison, and when customers leave. */
public final class SurvivalPart extends FigurePart {

    /** Attributes that divide customers into few groups. */
    private static final List<String> ATTRIBUTES = List.of("Customer.competitiveArea", "Contract.type", "Customer.gender", "Customer.tier",
            "Customer.stage", "Customer.brand", "Customer.occupation", "Customer.incomeBand", "Terminal.maker", "MonthlyFacts.spend",
            "Customer.age");
    private static final int MOST = 6;

    private Optional<CustomerSurvival> survival = Optional.empty();
    private int grouping;
    private NumbersPane numbers;
    private FigurePane curves;
    private FigurePane hazard;
    private DataTable<Named> table;
    private List<TableColumn<Named>> columns = List.of();

    /** What was read. */
    private record Shown(Optional<String> segment, String by, CustomerSurvival.Report report, List<Named> named, RowSet<Named> rows) {
    }

    @Inject
    public SurvivalPart(PartSite site, FigureSite figures) {
        super(site, figures);
    }

    @Inject
    void service(@org.eclipse.e4.core.di.annotations.Optional CustomerSurvival service) {
        survival = Optional.ofNullable(service);
        changed();
    }

    @Override
    protected void createBar(Composite parent) {
        AttributeNames attributes = new AttributeNames(texts());
        List<String> choices = new ArrayList<>(List.of(texts().get("Survival_BySegments"), texts().get("Survival_Together")));
        ATTRIBUTES.forEach(attribute -> choices.add(attributes.label(attribute)));
        new FigureBar(parent, site().locale()).choice(texts().get("Survival_By"), choices, grouping, index -> {
            grouping = index;
            refresh();
        });
    }

    @Override
    protected Control createContent(StatePane parent) {
        parent.setEmpty(Icon.CHART, texts().get("Survival_Title"), texts().get("Empty_Survival")).button(texts().get("Empty_Import"),
                figures()::importFiles);
        Composite page = page(parent);
        numbers = numbers(page);
        SashForm sash = new SashForm(page, SWT.HORIZONTAL);
        fill(List.of(sash));
        curves = figure(sash);
        SashForm right = new SashForm(sash, SWT.VERTICAL);
        hazard = figure(right);
        columns = SurvivalFigures.columns(texts());
        table = new DataTable<>(right, columns, site().messages(), site().dates());
        table.setKey(Named::label);
        site().track(table);
        right.setWeights(60, 40);
        sash.setWeights(58, 42);
        return page;
    }

    @Override
    protected void refresh() {
        if (survival.isEmpty() || figures().feed().segments().isEmpty()) {
            showNothing();
            return;
        }
        List<TableColumn<Named>> of = columns;
        int by = grouping;
        load(cancellation -> read(of, by, cancellation), this::show);
    }

    private Shown read(List<TableColumn<Named>> of, int by, Cancellation cancellation) throws CustomerException, StoreException {
        Segments segments = figures().feed().segments().orElseThrow();
        Optional<FollowedSegment> followed = figures().followed(Optional.of(segments))
                .filter(each -> each.criterion().isPresent() && by > 0);
        Optional<Segmentation> chosen = segments.find(figures().segment().map(SegmentSelection::segmentation).orElse(Segments.FOUR));
        Segmentation segmentation = chosen.isPresent() ? chosen.get() : segments.find(Segments.FOUR).orElseThrow();
        Grouping groups = switch (by) {
            case 0 -> new CustomerSurvival.BySegmentation(segmentation.getName());
            case 1 -> new CustomerSurvival.Together();
            default -> new CustomerSurvival.ByAttribute(ATTRIBUTES.get(by - 2), MOST);
        };
        CustomerSurvival.Report report = survival.orElseThrow().curves(
                new CustomerSurvival.Request(followed.flatMap(FollowedSegment::criterion), groups,
                        CustomerSurvival.Request.by(groups).width()),
                cancellation);
        AttributeNames attributes = new AttributeNames(texts());
        SegmentNames names = SegmentNames.of(segmentation, texts());
        String title = switch (by) {
            case 0 -> SegmentNames.label(segmentation);
            case 1 -> "";
            default -> attributes.label(ATTRIBUTES.get(by - 2));
        };
        List<Named> named = new ArrayList<>();
        for (int i = 0; i < report.curves().size(); i++) {
            String group = report.curves().get(i).group();
            String label = group.isEmpty() ? texts().get("Everyone")
                    : by == 0 ? names.label(group) : attributes.value(ATTRIBUTES.get(by - 2), group);
            named.add(new Named(label, report.curves().get(i), report.logRank().isPresent() && i < report.logRank().get().groups().size()
                    ? report.logRank().get().groups().get(i).expected()
                    : Double.NaN));
        }
        return new Shown(followed.map(FollowedSegment::label), title, report, named, RowSet.of(of, named, site().messages()));
    }

    private void show(Shown found) {
        SurvivalFigures figures = new SurvivalFigures(texts(), site().numbers());
        numbers.show(figures.numbers(found.report(), found.segment()));
        curves.show(figures.curves(found.by(), found.named()));
        hazard.show(figures.hazard(found.by(), found.named()));
        if (found.rows().columns().equals(columns)) {
            table.setRows(found.rows());
        }
        pane().showUnless(found.report().customers() == 0);
    }
}
