package org.towercrier.expansion.ui.internal.plan;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ui.internal.Controls;
import org.towercrier.expansion.ui.internal.ExpansionIds;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.compare.PlanFiles;
import org.towercrier.expansion.ui.internal.desk.DeskState;
import org.towercrier.expansion.ui.internal.desk.Ground;
import org.towercrier.expansion.ui.internal.desk.PlanDesk;
import org.towercrier.expansion.ui.internal.desk.PlanQuestion;
import org.towercrier.expansion.ui.internal.desk.PlanSteps;
import org.towercrier.expansion.ui.internal.desk.Solved;
import org.towercrier.ui.Icon;
import org.towercrier.ui.chart.ChartPane;
import org.towercrier.ui.kit.Buttons;
import org.towercrier.ui.kit.PropertyFacts;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.view.Commands;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.StatePart;
import org.towercrier.ui.view.Views;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** A plan: what is asked of it, the solved cost-relief curve with a slider along it, what is proven. */
public final class PlanPart extends StatePart implements PlanForm.Asking {

    private final Texts texts;
    private final PlanSteps steps;
    private final PlanFiles files;
    private final Views views;
    private final Commands commands;
    private Optional<PlanDesk> desk = Optional.empty();
    private Runnable unfollow = () -> {};
    private PlanForm form;
    private StatePane curve;
    private ChartPane chart;
    private BudgetSlider slider;
    private PropertyFacts facts;
    private Button save;
    private Button export;
    private Optional<DeskState> shown = Optional.empty();

    @Inject
    public PlanPart(PartSite site, Texts texts, PlanSteps steps, PlanFiles files, Views views, Commands commands) {
        super(site);
        this.texts = texts;
        this.steps = steps;
        this.files = files;
        this.views = views;
        this.commands = commands;
    }

    @Inject
    void desk(@org.eclipse.e4.core.di.annotations.Optional PlanDesk service) {
        unfollow.run();
        desk = Optional.ofNullable(service);
        unfollow = desk.map(open -> open.follow(() -> site().later(this::deskChanged))).orElse(() -> {});
        shown = Optional.empty();
        changed();
    }

    @PreDestroy
    void leave() {
        unfollow.run();
    }

    @Override
    protected Control createContent(StatePane parent) {
        parent.setEmpty(Icon.SITE, texts.get("Part_Plan"), texts.get("Empty_NoMeasurements")).button(texts.get("Empty_Import"),
                () -> commands.run(ExpansionIds.COMMAND_IMPORT));
        shown = Optional.empty();
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        form = new PlanForm(page, texts, this, LocalDate.now(site().zone()).getYear());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(form);
        SashForm sash = new SashForm(page, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        Composite left = new Composite(sash, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(left);
        curve = new StatePane(left, site().messages(), site().themes());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(curve);
        chart = new ChartPane(curve, site().messages(), site().dates());
        curve.setContent(chart);
        curve.setEmpty(Icon.CHART, texts.get("Empty_Curve"), texts.get("Empty_CurveText")).button(texts.get("Action_Solve"), this::solve);
        slider = new BudgetSlider(left, texts, budget -> desk.ifPresent(open -> open.lookAt(budget)));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(slider);
        facts = new PropertyFacts(sash, site().messages());
        sash.setWeights(64, 36);
        buttons(page);
        site().track(chart, facts);
        return page;
    }

    private void buttons(Composite page) {
        Composite row = new Composite(page, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        save = Buttons.anchor(row, texts, "Action_Save",
                control -> files.save(control, plan(), desk.flatMap(open -> open.state().solved()).map(Solved::curve), this::say));
        export = Buttons.anchor(row, texts, "Action_Export", control -> files.export(control, plan(), this::say));
        Buttons.push(row, texts, "Action_Compare", () -> views.open(ExpansionIds.PART_COMPARE));
        Buttons.push(row, texts, "Action_Catalogue", () -> views.open(ExpansionIds.PART_CATALOGUE));
        Buttons.push(row, texts, "Action_Settings", () -> views.open(ExpansionIds.PART_SETTINGS));
        Buttons.push(row, texts, "Action_ShowHints", () -> views.show(ExpansionIds.PART_HINTS));
        GridLayoutFactory.fillDefaults().numColumns(row.getChildren().length).margins(8, 4).spacing(8, 0).applyTo(row);
    }

    private void say(String text) {
        if (isBuilt()) {
            form.say(text);
        }
    }

    private Optional<ExpansionPlan> plan() {
        return desk.flatMap(open -> open.state().plan());
    }

    /** News of the search and the slider need not read anything. */
    private void deskChanged() {
        if (isBuilt() && shown.isPresent() && pane().face() == StatePane.Face.CONTENT && desk.isPresent()) {
            show(desk.get().state());
        } else {
            changed();
        }
    }

    @Override
    protected void refresh() {
        if (desk.isEmpty()) {
            loader().cancel();
            pane().showEmpty();
            return;
        }
        PlanDesk open = desk.get();
        loader().load(open::ground, ground -> show(open, ground));
    }

    private void show(PlanDesk open, Ground ground) {
        pane().showUnless(!ground.measured());
        if (ground.measured()) {
            show(open.state());
        }
    }

    private void show(DeskState state) {
        form.show(state);
        Optional<Solved> solved = state.solved();
        Optional<ExpansionPlan> plan = state.plan();
        boolean calm = plan.filter(some -> some.actions().isEmpty() && some.whyNot().isEmpty()).isPresent();
        if (calm) {
            curve.setEmpty(Icon.CHART, texts.get("Empty_Calm"), texts.get("Empty_CalmText"));
        }
        curve.showUnless(solved.isEmpty() || calm);
        curve.setLoading(state.running().isPresent());
        slider.setVisible(solved.isPresent() && !calm);
        Controls.setShown(save, plan.isPresent());
        Controls.setShown(export, plan.isPresent());
        boolean same = shown.filter(before -> before.plan().equals(plan) && before.solved().equals(solved)).isPresent();
        shown = Optional.of(state);
        if (!same && solved.isPresent() && plan.isPresent()) {
            chart.show(PlanChart.of(solved.get(), plan.get(), texts));
            slider.show(solved.get(), plan.get());
            facts.show(new PlanFacts(texts).of(plan.get(), desk.map(PlanDesk::hasSolver).orElse(false)));
        }
    }

    @Override
    public void ask(UnaryOperator<PlanQuestion> change) {
        steps.ask("Step_Ask", change);
    }

    @Override
    public void solve() {
        steps.solve();
    }

    @Override
    public void cancel() {
        steps.cancel();
    }

    @Override
    protected void takeFocus() {
        if (pane().face() == StatePane.Face.CONTENT) {
            form.setFocus();
        } else {
            super.takeFocus();
        }
    }
}
