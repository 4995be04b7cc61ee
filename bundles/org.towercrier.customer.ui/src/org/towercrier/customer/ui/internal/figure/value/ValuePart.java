package org.towercrier.customer.ui.internal.figure.value;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.towercrier.customer.CustomerTable.Filter;
import org.towercrier.customer.CustomerValue;
import org.towercrier.customer.CustomerValue.Holder;
import org.towercrier.customer.CustomerValue.Level;
import org.towercrier.customer.CustomerValue.Report;
import org.towercrier.customer.ui.internal.figure.EditHistory;
import org.towercrier.customer.ui.internal.figure.FigureBar;
import org.towercrier.customer.ui.internal.figure.FigurePart;
import org.towercrier.customer.ui.internal.figure.FigureSite;
import org.towercrier.customer.ui.internal.figure.FollowedSegment;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CutMode;
import org.towercrier.model.customer.ValueModel;
import org.towercrier.model.customer.ValueTier;
import org.towercrier.ui.Icon;
import org.towercrier.ui.figure.FigurePane;
import org.towercrier.ui.figure.NumbersPane;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/** What customers, households and groups are worth: the pyramid of tiers with editable cuts, how unevenly spend is spread, and the lifetime value. */
public final class ValuePart extends FigurePart {

    private static final List<Integer> MONTHS = List.of(1, 3, 6, 12, 24);
    private static final int DIGITS = 2;
    private static final int HUNDRED = 100;
    private static final int MOST = 1_000;

    private final EditHistory history;
    private Optional<CustomerValue> values = Optional.empty();
    private Level level = Level.PERSON;
    private Optional<Shown> shown = Optional.empty();
    private Combo months;
    private Combo mode;
    private Text top;
    private Text business;
    private Text rate;
    private NumbersPane numbers;
    private FigurePane pyramid;
    private FigurePane lorenz;
    private DataTable<Holder> holders;
    private List<TableColumn<Holder>> columns = List.of();
    private Label formula;

    /** What was read. */
    private record Shown(ValueModel model, Report report, Optional<FollowedSegment> followed, RowSet<Holder> holders, boolean any) {

        Optional<String> segment() {
            return followed.map(FollowedSegment::label);
        }
    }

    @Inject
    public ValuePart(PartSite site, FigureSite figures, EditHistory history) {
        super(site, figures);
        this.history = history;
    }

    @Inject
    void service(@org.eclipse.e4.core.di.annotations.Optional CustomerValue service) {
        values = Optional.ofNullable(service);
        changed();
    }

    @Override
    protected void createBar(Composite parent) {
        FigureBar bar = new FigureBar(parent, site().locale());
        bar.choice(texts().get("Value_Of"),
                List.of(texts().get("Level_PERSON"), texts().get("Level_HOUSEHOLD"), texts().get("Level_GROUP")),
                level.ordinal(), index -> {
                    level = Level.values()[index];
                    refresh();
                });
        months = bar.choice(texts().get("Value_Window"), MONTHS.stream().map(count -> texts().get("Value_Months", count)).toList(), 2,
                index -> edit("Value_Edit_Window", model -> model.setMonths(MONTHS.get(index))));
        mode = bar.choice(texts().get("Value_Cuts"), List.of(texts().get("Value_Shares"), texts().get("Value_Amounts")), 0,
                index -> edit("Value_Edit_Cuts", model -> shown.ifPresent(
                        now -> ValueCuts.change(model, index == 0 ? CutMode.SHARE : CutMode.AMOUNT, now.report()))));
        top = bar.number(texts().get("Tier_TOP"), texts().get("Value_Top_Tip"), value -> cut(ValueTier.TOP, value));
        business = bar.number(texts().get("Tier_BUSINESS"), texts().get("Value_Business_Tip"), value -> cut(ValueTier.BUSINESS, value));
        rate = bar.number(texts().get("Value_Rate"), texts().get("Value_Rate_Tip"),
                value -> edit("Value_Edit_Rate", model -> model.setDiscountRate(value / HUNDRED)));
    }

    private void cut(ValueTier tier, double entered) {
        edit("Value_Edit_Cuts", model -> ValueCuts.set(model, tier, model.getMode() == CutMode.SHARE ? entered / HUNDRED : entered));
    }

    private void edit(String key, Consumer<ValueModel> change) {
        if (values.isPresent() && shown.isPresent()) {
            ValueModel before = shown.get().model();
            ValueModel after = EcoreUtil.copy(before);
            change.accept(after);
            if (!EcoreUtil.equals(before, after)) {
                history.change(texts().get(key), before, after, values.get()::save);
            }
        }
    }

    @Override
    protected Control createContent(StatePane parent) {
        parent.setEmpty(Icon.BARS, texts().get("Value_Title"), texts().get("Empty_Value")).button(texts().get("Empty_Import"),
                figures()::importFiles);
        Composite page = page(parent);
        numbers = numbers(page);
        SashForm sash = new SashForm(page, SWT.HORIZONTAL);
        fill(List.of(sash));
        pyramid = figure(sash);
        pyramid.onOpen(this::customers);
        lorenz = figure(sash);
        columns = ValueFigures.columns(texts());
        holders = new DataTable<>(sash, columns, site().messages(), site().dates());
        holders.setKey(Holder::id);
        holders.onOpen(this::open);
        site().track(holders);
        sash.setWeights(40, 31, 29);
        formula = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 4).hint(100, SWT.DEFAULT).applyTo(formula);
        return page;
    }

    @Override
    protected void refresh() {
        if (values.isEmpty()) {
            showNothing();
            return;
        }
        CustomerValue service = values.get();
        Level of = level;
        List<TableColumn<Holder>> by = columns;
        load(cancellation -> {
            ValueModel model = service.model();
            Optional<FollowedSegment> followed = figures().followed(figures().feed().segments());
            Optional<Criterion> among = followed.flatMap(FollowedSegment::criterion);
            Report report = service.report(of, model, among, cancellation);
            List<Holder> first = service.holders(of, model, among, MOST, cancellation);
            return new Shown(model, report, followed.filter(each -> each.criterion().isPresent()),
                    RowSet.of(by, first, site().messages()), report.holders() > 0 || figures().anyone(cancellation));
        }, this::show);
    }

    private void show(Shown found) {
        shown = Optional.of(found);
        showSettings(found.model());
        Report report = found.report();
        ValueFigures figures = new ValueFigures(texts(), site().numbers());
        numbers.show(figures.numbers(report));
        pyramid.show(figures.pyramid(report, found.segment()));
        lorenz.show(figures.lorenz(report, found.segment()));
        if (found.holders().columns().equals(columns)) {
            holders.setRows(found.holders());
        }
        formula.setText(report.lifetime().map(CustomerValue.Lifetime::formula).orElse(texts().get("Value_NoLifetime")));
        formula.setToolTipText(formula.getText());
        formula.requestLayout();
        pane().showUnless(!found.any());
    }

    /** Shows the customers of a tier; households and groups are in the list beside. */
    private void customers(Object tier) {
        if (shown.isEmpty() || shown.get().report().level() != Level.PERSON || !(tier instanceof ValueTier chosen)) {
            return;
        }
        Report report = shown.get().report();
        String title = texts().get("Tier_" + chosen.getName());
        ValueCuts.criterion(report, chosen, shown.get().followed().flatMap(FollowedSegment::criterion))
                .ifPresent(rule -> figures().customers(shown.get().segment().map(own -> own + " · " + title).orElse(title),
                        Filter.ALL.where(rule)));
    }

    private void open(Holder holder) {
        shown.ifPresent(now -> {
            if (now.report().level() == Level.PERSON) {
                figures().open(holder.id(), this);
            } else {
                figures().customers(holder.id(), Filter.ALL.where(ValueCuts.members(now.report().level(), holder.id())));
            }
        });
    }

    private void showSettings(ValueModel model) {
        boolean shares = model.getMode() == CutMode.SHARE;
        months.select(MONTHS.indexOf(model.getMonths()));
        mode.select(shares ? 0 : 1);
        FigureBar.set(top, cut(model, ValueTier.TOP, shares));
        FigureBar.set(business, cut(model, ValueTier.BUSINESS, shares));
        FigureBar.set(rate, model.getDiscountRate() == null ? "" : site().numbers().measure(model.getDiscountRate() * HUNDRED, DIGITS, ""));
    }

    private String cut(ValueModel model, ValueTier tier, boolean share) {
        return ValueCuts.get(model, tier).map(value -> site().numbers().measure(share ? value * HUNDRED : value, DIGITS, "")).orElse("");
    }
}
