package org.towercrier.expansion.ui.internal.settings;

import java.util.Optional;

import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.towercrier.expansion.ui.internal.ExpansionIds;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.DeskState;
import org.towercrier.expansion.ui.internal.desk.DeskWords;
import org.towercrier.expansion.ui.internal.desk.Ground;
import org.towercrier.expansion.ui.internal.desk.PlanDesk;
import org.towercrier.expansion.ui.internal.desk.PlanQuestion;
import org.towercrier.expansion.ui.internal.desk.PlanSteps;
import org.towercrier.ui.kit.Buttons;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.Icon;
import org.towercrier.ui.view.Commands;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.StatePart;
import org.towercrier.ui.view.Views;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** What plans take for granted: what counts as full, what relief is worth, and which sites are possible. */
public final class SettingsPart extends StatePart {

    private final Texts texts;
    private final PlanSteps steps;
    private final CandidateSteps candidates;
    private final Views views;
    private final Commands commands;
    private final MApplication application;
    private Optional<PlanDesk> desk = Optional.empty();
    private Runnable unfollow = () -> {};
    private SettingsForm form;
    private CandidatesPane sites;
    private Button solve;
    private Label line;
    private String problem = "";

    @Inject
    public SettingsPart(PartSite site, Texts texts, PlanSteps steps, CandidateSteps candidates, Views views, Commands commands,
            MApplication application) {
        super(site);
        this.texts = texts;
        this.steps = steps;
        this.candidates = candidates;
        this.views = views;
        this.commands = commands;
        this.application = application;
    }

    @Inject
    void desk(@org.eclipse.e4.core.di.annotations.Optional PlanDesk service) {
        unfollow.run();
        desk = Optional.ofNullable(service);
        unfollow = desk.map(open -> open.follow(() -> site().later(this::changed))).orElse(() -> {});
        changed();
    }

    @PreDestroy
    void leave() {
        unfollow.run();
    }

    @Override
    protected void createBar(Composite parent) {
        Composite bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        solve = Buttons.push(bar, texts, "Action_SolveAgain", steps::solve);
        Buttons.push(bar, texts, "Settings_Usual", () -> steps.ask("Settings_Usual", PlanSettings::usual))
                .setToolTipText(texts.get("Settings_Usual_Tip"));
        Buttons.push(bar, texts, "Action_Catalogue", () -> views.open(ExpansionIds.PART_CATALOGUE))
                .setToolTipText(texts.get("Action_Catalogue_Tip"));
        line = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(10, SWT.DEFAULT).applyTo(line);
        Buttons.push(bar, texts, "Action_OpenPlan", () -> views.show(ExpansionIds.PART_PLAN));
        GridLayoutFactory.fillDefaults().numColumns(bar.getChildren().length).margins(8, 4).spacing(8, 0).applyTo(bar);
    }

    @Override
    protected Control createContent(StatePane parent) {
        parent.setEmpty(Icon.SETTINGS, texts.get("Part_Settings"), texts.get("Empty_NoMeasurements")).button(texts.get("Empty_Import"),
                () -> commands.run(ExpansionIds.COMMAND_IMPORT));
        SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
        form = new SettingsForm(sash, texts, change -> steps.ask("Step_Settings", change), this::say);
        sites = new CandidatesPane(sash, site(), texts, candidates,
                this::importCandidates,
                () -> steps.ask("Step_Settings", PlanQuestion::withoutCandidates), this::say);
        sash.setWeights(58, 42);
        problem = "";
        return sash;
    }

    /** The import page reads files as lists of candidate sites. */
    private void importCandidates() {
        application.getContext().set(ExpansionIds.IMPORT_PROFILE, ExpansionIds.PROFILE_CANDIDATES);
        commands.run(ExpansionIds.COMMAND_IMPORT);
    }

    private void say(String text) {
        problem = text;
        showLine();
    }

    private void showLine() {
        String text = problem.isEmpty() ? desk.map(open -> DeskWords.of(open.state(), texts)).orElse("") : problem;
        line.setText(text);
        line.setToolTipText(text.isEmpty() ? null : text);
    }

    @Override
    protected void refresh() {
        if (desk.isEmpty()) {
            loader().cancel();
            pane().showEmpty();
            return;
        }
        PlanDesk open = desk.get();
        showLine();
        loader().loadQuietly(open::ground, ground -> show(open.state(), ground));
    }

    /** Numbers can be laid down before anything is measured; without a network there is nothing to lay down. */
    private void show(DeskState state, Ground ground) {
        pane().showUnless(ground.cells().isEmpty());
        solve.setText(texts.get(state.solved().isPresent() ? "Action_SolveAgain" : "Action_Solve"));
        solve.setEnabled(state.running().isEmpty() && ground.measured());
        form.show(state.question());
        sites.show(ground, state.question().terms().candidates().size());
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
