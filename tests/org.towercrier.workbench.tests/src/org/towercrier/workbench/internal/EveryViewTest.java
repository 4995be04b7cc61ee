package org.towercrier.workbench.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.core.services.nls.ILocaleChangeService;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.towercrier.capacity.DetectionRequest;
import org.towercrier.capacity.DetectionService;
import org.towercrier.capacity.RuleSets;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmFilter;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.capacity.situation.Choice;
import org.towercrier.capacity.situation.Situations;
import org.towercrier.exchange.ImportMonitor;
import org.towercrier.exchange.ImportRequest;
import org.towercrier.exchange.ImportService;
import org.towercrier.sample.SampleRequest;
import org.towercrier.sample.SampleService;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Workspaces;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.CustomerSelection;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.Topics;
import org.towercrier.ui.kit.EmptyState;
import org.towercrier.ui.kit.ErrorPanel;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.view.Commands;
import org.towercrier.ui.view.StatePart;

/** Every view with nothing in it, with data, and with a store that cannot be read. */
class EveryViewTest {

    /** Views whose emptiness has nothing to do with the store: they have presets, or wait for files. */
    private static final List<String> NEVER_EMPTY = List.of("org.towercrier.part.rules", "org.towercrier.part.import.profile",
            "org.towercrier.part.expansion.catalogue", "org.towercrier.part.campaign.policy", "org.towercrier.part.campaign.profile");
    /** Views that the sample city leaves empty: they wait for something the user makes. */
    private static final List<String> FILLED_BY_THE_USER = List.of("org.towercrier.part.kpis", "org.towercrier.part.report",
            "org.towercrier.part.import", "org.towercrier.part.simulator", "org.towercrier.part.handover", "org.towercrier.part.causes",
            "org.towercrier.part.expansion.hints", "org.towercrier.part.expansion.hint", "org.towercrier.part.expansion.compare",
            "org.towercrier.part.clusters", "org.towercrier.part.importance",
            "org.towercrier.part.campaigns", "org.towercrier.part.campaign", "org.towercrier.part.campaign.gate",
            "org.towercrier.part.campaign.room", "org.towercrier.part.campaign.result", "org.towercrier.part.campaign.pressure",
            "org.towercrier.part.campaign.past", "org.towercrier.part.campaign.care", "org.towercrier.part.campaign.orders",
            "org.towercrier.part.frontline");
    /** Views that read nothing of the store themselves. */
    private static final List<String> NEVER_TROUBLED = List.of("org.towercrier.part.import", "org.towercrier.part.import.profile",
            "org.towercrier.part.import.quarantine", "org.towercrier.part.report");

    /** So often a view is looked at again before it counts as silent. */
    private static final int PATIENCE = 200;

    @TempDir
    Path folder;

    /** The import page keeps its files while the window is open. */
    private static void clear(RunningWorkbench workbench) {
        MPart page = workbench.service(EPartService.class).showPart("org.towercrier.part.import", PartState.ACTIVATE);
        workbench.settle();
        all((Control) page.getWidget()).filter(Button.class::isInstance).map(Button.class::cast)
                .filter(button -> button.getText().equals("C&lear"))
                .forEach(button -> button.notifyListeners(SWT.Selection, new Event()));
        workbench.settle();
    }

    @AfterEach
    void backToTheWorkspaceOfAll() throws Exception {
        RunningWorkbench.ENGINE.setTroubled(false);
        RunningWorkbench.visit(workbench -> {
            select(workbench, Optional.empty(), Optional.empty());
            workbench.service(Workspaces.class).open(RunningWorkbench.workspace());
            workbench.settle();
        });
    }

    @Test
    void anEmptyWorkspaceSaysInEveryViewWhatWouldBeThere() throws Exception {
        RunningWorkbench.visit(workbench -> {
            open(workbench);
            List<String> wrong = new ArrayList<>();
            for (MPart part : views(workbench)) {
                show(workbench, part);
                if (!NEVER_EMPTY.contains(part.getElementId())
                        && !eventually(workbench, () -> !visible(part, EmptyState.class).isEmpty())) {
                    wrong.add(part.getElementId());
                }
                if (!visible(part, ErrorPanel.class).isEmpty()) {
                    wrong.add(part.getElementId() + " has trouble");
                }
                picture(workbench, part, "empty");
            }
            assertEquals(List.of(), wrong);
            assertEquals(List.of(), workbench.errors());
        });
    }

    @Test
    void dataShowInEveryView() throws Exception {
        RunningWorkbench.visit(workbench -> {
            open(workbench);
            fill(workbench);
            List<String> wrong = new ArrayList<>();
            for (MPart part : views(workbench)) {
                show(workbench, part);
                if (!FILLED_BY_THE_USER.contains(part.getElementId())
                        && !eventually(workbench, () -> face(part).filter(StatePane.Face.CONTENT::equals).isPresent())) {
                    wrong.add(part.getElementId() + " " + face(part));
                }
                if (!visible(part, ErrorPanel.class).isEmpty()) {
                    wrong.add(part.getElementId() + " has trouble");
                }
                picture(workbench, part, "data");
            }
            assertEquals(List.of(), wrong);
            assertEquals(List.of(), workbench.errors());
        });
    }

    @Test
    void aStoreThatCannotBeReadIsSaidInEveryViewWithWhatToDo() throws Exception {
        RunningWorkbench.visit(workbench -> {
            open(workbench);
            fill(workbench);
            List<MPart> views = views(workbench);
            RunningWorkbench.ENGINE.setTroubled(true);
            workbench.service(IEventBroker.class).post(Topics.STORE_CHANGED, Map.of(Topics.TABLES, new String[]{ "cell", "alarm" }));
            workbench.settle();
            // Told that the language is another one, every view is made and read anew.
            workbench.service(IEventBroker.class).post(ILocaleChangeService.LOCALE_CHANGE, Locale.ENGLISH);
            workbench.settle();
            List<String> silent = new ArrayList<>();
            for (MPart part : views) {
                show(workbench, part);
                if (!NEVER_TROUBLED.contains(part.getElementId())
                        && !eventually(workbench, () -> !visible(part, ErrorPanel.class).isEmpty())) {
                    silent.add(part.getElementId());
                }
                picture(workbench, part, "trouble");
            }
            assertEquals(List.of(), silent);

            RunningWorkbench.ENGINE.setTroubled(false);
            MPart alarms = views.stream().filter(part -> part.getElementId().equals("org.towercrier.part.alarms")).findFirst()
                    .orElseThrow();
            show(workbench, alarms);
            retry(visible(alarms, ErrorPanel.class).getFirst());
            workbench.waitFor("the alarms to come back", () -> visible(alarms, ErrorPanel.class).isEmpty());
        });
    }

    @Test
    void filesThatAreGoneAreSaidOnTheImportPage() throws Exception {
        RunningWorkbench.visit(workbench -> {
            open(workbench);
            ContextInjectionFactory.make(Commands.class, workbench.context()).run("org.towercrier.command.import",
                    Map.of("org.towercrier.parameter.files", folder.resolve("gone.csv").toString()));
            workbench.settle();
            MPart page = workbench.service(EPartService.class).getActivePart();
            assertEquals("org.towercrier.part.import", page.getElementId());
            workbench.waitFor("the trouble", () -> !visible(page, ErrorPanel.class).isEmpty());
            workbench.screenshot("trouble-import-page");
            clear(workbench);
        });
    }

    private void open(RunningWorkbench workbench) throws Exception {
        workbench.service(Workspaces.class).open(folder.resolve("workspace"));
        workbench.settle();
    }

    private void fill(RunningWorkbench workbench) throws Exception {
        workbench.service(SampleService.class).replaceAll(SampleRequest.of(60, 14, 50, 1), Cancellation.none());
        DetectionService detection = workbench.service(DetectionService.class);
        AlarmService alarms = workbench.service(AlarmService.class);
        alarms.reconcile(detection.detect(DetectionRequest.of(workbench.service(RuleSets.class).active()).in(ZoneId.systemDefault()),
                Cancellation.none()));
        importRows(workbench, "cells.csv", "Cell ID,Latitude,Longitude,Technology\nX1,48.1,11.5,LTE_FDD\nX2,north,11.5,LTE_FDD\n");
        var listed = alarms.summaries(AlarmFilter.ACTIVE);
        workbench.service(Situations.class).open(listed.stream().limit(2).map(Alarm::id).toList(), Choice.by("tester"));
        var alarm = listed.getFirst();
        select(workbench, Optional.of(alarm.cell()), Optional.of(alarm.id()));
        workbench.settle();
    }

    private void importRows(RunningWorkbench workbench, String name, String rows) throws Exception {
        Path file = folder.resolve(name);
        Files.writeString(file, rows);
        workbench.service(ImportService.class).run(ImportRequest.of(file), ImportMonitor.NONE);
        workbench.settle();
    }

    private static void select(RunningWorkbench workbench, Optional<String> cell, Optional<String> alarm) {
        SharedSelection selection = new SharedSelection(workbench.application().getContext());
        selection.cells(new CellSelection(cell.stream().toList(), EveryViewTest.class));
        alarm.ifPresentOrElse(selection::alarm, selection::clearAlarm);
        selection.customers(new CustomerSelection(cell.isPresent() ? List.of("SYN-C-00000001") : List.of(), EveryViewTest.class));
    }

    /** All views that show what the workspace holds: those in the perspectives and those that are opened on demand. */
    private static List<MPart> views(RunningWorkbench workbench) {
        EPartService parts = workbench.service(EPartService.class);
        EModelService model = workbench.service(EModelService.class);
        List<MPart> found = new ArrayList<>();
        for (MPerspective perspective : model.findElements(workbench.application(), null, MPerspective.class)) {
            parts.switchPerspective(perspective);
            model.findElements(perspective, null, MPart.class).stream().filter(part -> part.isToBeRendered())
                    .map(part -> parts.showPart(part, PartState.ACTIVATE)).forEach(found::add);
        }
        workbench.application().getDescriptors().stream().map(descriptor -> descriptor.getElementId())
                .filter(id -> found.stream().noneMatch(part -> part.getElementId().equals(id)))
                .map(id -> parts.showPart(id, PartState.ACTIVATE)).forEach(found::add);
        List<MPart> views = found.stream().filter(part -> part.getObject() instanceof StatePart).distinct().toList();
        assertTrue(views.size() >= 13, "only " + views.size() + " views are made of the kit");
        return views;
    }

    private static void show(RunningWorkbench workbench, MPart part) {
        EPartService parts = workbench.service(EPartService.class);
        MPerspective home = workbench.service(EModelService.class).getPerspectiveFor(part);
        if (home != null) {
            parts.switchPerspective(home);
        }
        parts.showPart(part, PartState.ACTIVATE);
        workbench.settle();
    }

    private static void picture(RunningWorkbench workbench, MPart part, String state) throws Exception {
        workbench.waitFor(part.getElementId() + " to have loaded", () -> ((StatePart) part.getObject()).faces()
                .filter(pane -> !pane.isLoading()).isPresent());
        String id = part.getElementId();
        workbench.screenshot(state + "-" + id.substring(id.indexOf(".part.") + 6));
    }

    /** Whether something comes true before long. */
    private static boolean eventually(RunningWorkbench workbench, BooleanSupplier condition) {
        for (int i = 0; i < PATIENCE && !condition.getAsBoolean(); i++) {
            workbench.settle();
        }
        return condition.getAsBoolean();
    }

    private static Optional<StatePane.Face> face(MPart part) {
        return ((StatePart) part.getObject()).faces().map(StatePane::face);
    }

    private static <C extends Control> List<C> visible(MPart part, Class<C> type) {
        return all((Control) part.getWidget()).filter(type::isInstance).map(type::cast).filter(Control::getVisible).toList();
    }

    private static Stream<Control> all(Control control) {
        return control instanceof Composite composite && !composite.isDisposed()
                ? Stream.concat(Stream.of(control),
                        Stream.of(composite.getChildren()).filter(Control::getVisible).flatMap(EveryViewTest::all))
                : Stream.of(control);
    }

    private static void retry(ErrorPanel panel) {
        Control button = all(panel).filter(Button.class::isInstance).findFirst().orElseThrow();
        assertFalse(((Button) button).getText().isEmpty());
        button.notifyListeners(SWT.Selection, new Event());
    }
}
