package org.towercrier.expansion.ui.internal.hints;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.towercrier.capacity.Kpis;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ui.internal.Controls;
import org.towercrier.expansion.ui.internal.ExpansionIds;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.DeskState;
import org.towercrier.expansion.ui.internal.desk.Ground;
import org.towercrier.expansion.ui.internal.desk.PlanDesk;
import org.towercrier.expansion.ui.internal.desk.PlanQuestion.Will;
import org.towercrier.expansion.ui.internal.desk.PlanSteps;
import org.towercrier.ui.Icon;
import org.towercrier.ui.chart.ChartPane;
import org.towercrier.ui.kit.Buttons;
import org.towercrier.ui.kit.PropertyFacts;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.view.PaneLoader;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.StatePart;
import org.towercrier.ui.view.Views;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The selected hint: what it costs and relieves, why or why not, its evidence, and what happens if nothing is done. */
public final class HintPart extends StatePart {

    private final Texts texts;
    private final PlanSteps steps;
    private final Views views;
    private final MApplication application;
    private Optional<PlanDesk> desk = Optional.empty();
    private Optional<Kpis> kpis = Optional.empty();
    private Optional<String> chosen = Optional.empty();
    private Runnable unfollow = () -> {};
    private PropertyFacts facts;
    private StatePane chartFaces;
    private ChartPane chart;
    private PaneLoader chartLoader;
    private String charted = "";
    private Button pin;
    private Button forbid;
    private Button release;
    private Optional<Hint> shown = Optional.empty();
    private Optional<Content> content = Optional.empty();

    @Inject
    public HintPart(PartSite site, Texts texts, PlanSteps steps, Views views, MApplication application) {
        super(site);
        this.texts = texts;
        this.steps = steps;
        this.views = views;
        this.application = application;
    }

    @Inject
    void services(@org.eclipse.e4.core.di.annotations.Optional PlanDesk planDesk,
            @org.eclipse.e4.core.di.annotations.Optional Kpis figures) {
        unfollow.run();
        desk = Optional.ofNullable(planDesk);
        kpis = Optional.ofNullable(figures);
        unfollow = desk.map(open -> open.follow(() -> site().later(this::deskChanged))).orElse(() -> {});
        changed();
    }

    /** How a search stands is of no interest here. */
    private void deskChanged() {
        if (desk.isEmpty() || content.filter(before -> before.state().showsSame(desk.get().state())).isEmpty()) {
            changed();
        }
    }

    @PreDestroy
    void leave() {
        unfollow.run();
    }

    @Inject
    void selected(@org.eclipse.e4.core.di.annotations.Optional @Named(ExpansionIds.HINT) String hint) {
        chosen = Optional.ofNullable(hint);
        changed();
    }

    @Override
    protected void createBar(Composite parent) {
        Composite bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        pin = button(bar, "Menu_Pin", hint -> steps.pin(List.of(hint.id())));
        forbid = button(bar, "Menu_Forbid", hint -> steps.forbid(List.of(hint.id())));
        release = button(bar, "Menu_Release", hint -> steps.release(List.of(hint.id(), hint.action().id() + ":*", hint.place().cell(),
                hint.place().site())));
        GridLayoutFactory.fillDefaults().numColumns(bar.getChildren().length).margins(8, 4).spacing(8, 0).applyTo(bar);
        enable(Optional.empty());
    }

    private Button button(Composite bar, String key, Consumer<Hint> action) {
        return Buttons.push(bar, texts, key, () -> shown.ifPresent(action));
    }

    private void enable(Optional<Hint> hint) {
        Controls.setShown(pin, hint.filter(some -> some.will() != Will.PINNED).isPresent());
        Controls.setShown(forbid, hint.filter(some -> some.will() != Will.FORBIDDEN).isPresent());
        Controls.setShown(release, hint.filter(some -> some.will() != Will.FREE).isPresent());
    }

    @Override
    protected Control createContent(StatePane parent) {
        parent.setEmpty(Icon.INFORMATION, texts.get("Part_Hint"), texts.get("Empty_Hint")).button(texts.get("Action_ShowHints"),
                () -> views.show(ExpansionIds.PART_HINTS));
        SashForm sash = new SashForm(parent, SWT.VERTICAL);
        facts = new PropertyFacts(sash, site().messages());
        chartFaces = new StatePane(sash, site().messages(), site().themes());
        chart = new ChartPane(chartFaces, site().messages(), site().dates());
        chartFaces.setContent(chart);
        chartFaces.setEmpty(Icon.CHART, texts.get("Chart_Use"), texts.get("Empty_Load"));
        chartLoader = new PaneLoader(site(), chartFaces);
        charted = "";
        sash.setWeights(68, 32);
        site().track(facts, chart);
        return sash;
    }

    /** What is shown. */
    private record Content(DeskState state, Ground ground, List<Hint> hints) {
    }

    @Override
    protected void refresh() {
        if (desk.isEmpty()) {
            loader().cancel();
            show(Optional.empty());
            pane().showEmpty();
            return;
        }
        PlanDesk open = desk.get();
        loader().load(cancellation -> {
            Ground ground = open.ground(cancellation);
            DeskState state = open.state();
            return new Content(state, ground, HintList.of(state, ground));
        }, this::show);
    }

    private void show(Content read) {
        content = Optional.of(read);
        Optional<Hint> hint = chosen.flatMap(id -> read.hints().stream().filter(each -> each.id().equals(id)).findFirst());
        show(hint);
        pane().showUnless(hint.isEmpty());
        Optional<ExpansionPlan> plan = read.state().plan();
        if (hint.isPresent() && plan.isPresent()) {
            Hint some = hint.get();
            List<Hint> others = read.hints().stream().filter(other -> !other.id().equals(some.id())
                    && (other.place().cell().equals(some.place().cell()) || other.cells().contains(some.place().cell()))).toList();
            facts.show(new HintFacts(texts, plan.get(), read.ground()).of(some, others,
                    other -> application.getContext().set(ExpansionIds.HINT, other.id())));
            chart(some, plan.get());
        }
    }

    private void show(Optional<Hint> hint) {
        shown = hint;
        enable(hint);
    }

    private void chart(Hint hint, ExpansionPlan plan) {
        String wanted = hint.place().cell() + ' ' + plan.created() + ' ' + texts.locale();
        if (kpis.isPresent() && !wanted.equals(charted)) {
            charted = wanted;
            Kpis service = kpis.get();
            chartLoader.load(cancellation -> LoadChart.read(service, hint.place().cell(), plan.created(), site().zone(), cancellation),
                    series -> {
                        series.ifPresent(some -> chart.show(LoadChart.of(some, hint, texts)));
                        chartFaces.showUnless(series.isEmpty());
                    });
        }
    }

    @Override
    protected void takeFocus() {
        if (pane().face() == StatePane.Face.CONTENT) {
            facts.setFocus();
        } else {
            super.takeFocus();
        }
    }
}
