package org.towercrier.expansion.ui.internal.plan;

import java.util.List;
import java.util.function.DoubleConsumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.Solved;
import org.towercrier.ui.kit.NumberFormats;

/** Moves along the solved plans: every step of the slider is a budget for which a plan is there. */
final class BudgetSlider extends Composite {

    private final Texts texts;
    private final Label least;
    private final Scale scale;
    private final Label greatest;
    private final Label here;
    private List<Double> budgets = List.of();

    BudgetSlider(Composite parent, Texts texts, DoubleConsumer chosen) {
        super(parent, SWT.NONE);
        this.texts = texts;
        GridLayoutFactory.fillDefaults().numColumns(3).margins(16, 4).spacing(8, 0).applyTo(this);
        least = new Label(this, SWT.NONE);
        scale = new Scale(this, SWT.HORIZONTAL);
        scale.setToolTipText(texts.get("Slider_Tip"));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(scale);
        greatest = new Label(this, SWT.NONE);
        here = new Label(this, SWT.CENTER);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).applyTo(here);
        scale.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            int index = scale.getSelection();
            if (index < budgets.size()) {
                chosen.accept(budgets.get(index));
            }
        }));
    }

    void show(Solved solved, ExpansionPlan plan) {
        NumberFormats numbers = NumberFormats.of(texts.locale());
        List<Double> wanted = solved.plans().stream().map(ExpansionPlan::budget).toList();
        if (!wanted.equals(budgets)) {
            budgets = wanted;
            scale.setMaximum(Math.max(1, budgets.size() - 1));
            scale.setPageIncrement(1);
        }
        boolean movable = budgets.size() > 1;
        scale.setEnabled(movable);
        int index = budgets.indexOf(plan.budget());
        if (scale.getSelection() != index) {
            scale.setSelection(index);
        }
        least.setText(numbers.measure(budgets.getFirst(), 0, plan.currency()));
        greatest.setText(numbers.measure(budgets.getLast(), 0, plan.currency()));
        here.setText(movable
                ? texts.get("Slider_Here", numbers.measure(plan.budget(), 0, plan.currency()),
                        numbers.measure(plan.cost(), 0, plan.currency()),
                        numbers.measure(plan.relief(), 1, "Mbit/s"), numbers.integer(plan.actions().size()))
                : texts.get("Slider_OnePlan"));
        requestLayout();
    }
}
