package org.towercrier.workbench.internal;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.services.translation.TranslationService;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.eclipse.swt.widgets.Menu;
import org.junit.jupiter.api.Test;
import org.towercrier.store.Workspaces;
import org.towercrier.ui.WorkbenchIds;
import org.towercrier.ui.view.Commands;

/** The workbench as its user meets it: one window, with everything in it that the product has. */
class WorkbenchWindowTest {

    @Test
    void theWindowOpensOnItsWorkspace() throws Exception {
        RunningWorkbench.visit(workbench -> {
            workbench.screenshot("window");
            assertTrue(workbench.shell().isVisible());
            assertEquals(Optional.of(RunningWorkbench.workspace()),
                    workbench.service(Workspaces.class).current().map(store -> store.info().location()));
            assertEquals(List.of("File", "Edit", "View", "Tools", "Help"), menuTitles(workbench));
            assertEquals(List.of(), workbench.errors());
        });
        assertTrue(Files.exists(RunningWorkbench.workspace().resolve(".workbench")), "the layout is kept in the workspace");
    }

    @Test
    void everyPerspectiveShows() throws Exception {
        RunningWorkbench.visit(workbench -> {
            EPartService parts = workbench.service(EPartService.class);
            EModelService model = workbench.service(EModelService.class);
            List<MPerspective> perspectives = model.findElements(workbench.application(), null, MPerspective.class);
            assertEquals(List.of(WorkbenchIds.PERSPECTIVE_OVERVIEW, WorkbenchIds.PERSPECTIVE_NETWORK, WorkbenchIds.PERSPECTIVE_MARKETING,
                    WorkbenchIds.PERSPECTIVE_SERVICE), perspectives.stream().map(MPerspective::getElementId).toList());
            for (MPerspective perspective : perspectives) {
                parts.switchPerspective(perspective);
                workbench.screenshot("perspective-" + lastSegment(perspective));
                assertEquals(perspective, model.getActivePerspective(workbench.application().getChildren().get(0)));
                assertFalse(
                        model.findElements(perspective, null, MPartStack.class).stream().filter(MUIElement::isToBeRendered).toList()
                                .isEmpty(),
                        "an empty perspective: " + perspective.getElementId());
            }
            assertEquals(List.of(), workbench.errors());
        });
    }

    @Test
    void everyViewComesUpWithoutAnError() throws Exception {
        RunningWorkbench.visit(workbench -> {
            EPartService parts = workbench.service(EPartService.class);
            EModelService model = workbench.service(EModelService.class);
            for (MPerspective perspective : model.findElements(workbench.application(), null, MPerspective.class)) {
                parts.switchPerspective(perspective);
                for (MPart part : model.findElements(perspective, null, MPart.class)) {
                    if (part.isToBeRendered()) {
                        comesUp(workbench, parts.showPart(part, PartState.ACTIVATE));
                    }
                }
            }
            for (String id : workbench.application().getDescriptors().stream().map(descriptor -> descriptor.getElementId()).toList()) {
                comesUp(workbench, parts.showPart(id, PartState.ACTIVATE));
            }
        });
    }

    private static void comesUp(RunningWorkbench workbench, MPart part) throws Exception {
        workbench.screenshot("view-" + lastSegment(part));
        assertAll(part.getElementId(), () -> assertNotNull(part.getObject(), "its class was not created"),
                () -> assertNotNull(part.getWidget()),
                () -> assertEquals(List.of(), workbench.errors()));
    }

    @Test
    void theDarkThemeIsAppliedAtOnce() throws Exception {
        RunningWorkbench.visit(workbench -> {
            IThemeEngine themes = workbench.service(IThemeEngine.class);
            commands(workbench).run("org.towercrier.command.theme", Map.of("org.towercrier.parameter.theme", WorkbenchIds.THEME_DARK));
            workbench.screenshot("dark");
            assertEquals(WorkbenchIds.THEME_DARK, themes.getActiveTheme().getId());
            assertTrue(perspective(workbench, WorkbenchIds.PERSPECTIVE_NETWORK).getIconURI().contains("/dark/"),
                    "the icons are those of the dark theme");
            commands(workbench).run("org.towercrier.command.theme", Map.of("org.towercrier.parameter.theme", WorkbenchIds.THEME_LIGHT));
            assertEquals(WorkbenchIds.THEME_LIGHT, themes.getActiveTheme().getId());
            assertEquals(List.of(), workbench.errors());
        });
    }

    @Test
    void theFrameSpeaksTheLanguageThatIsChosen() throws Exception {
        RunningWorkbench.visit(workbench -> {
            for (String language : List.of("zh_CN", "zh_TW", "en")) {
                commands(workbench).run("org.towercrier.command.language", Map.of("org.towercrier.parameter.language", language));
                workbench.settle();
                workbench.screenshot("language-" + language);
                assertEquals(language, workbench.application().getContext().get(TranslationService.LOCALE).toString());
                String expected = switch (language) {
                    case "zh_CN" -> "网络";
                    case "zh_TW" -> "網路";
                    default -> "Network";
                };
                assertEquals(expected, perspective(workbench, WorkbenchIds.PERSPECTIVE_NETWORK).getLocalizedLabel());
            }
            assertEquals(List.of(), workbench.errors());
        });
    }

    @Test
    void anythingIsFoundByItsName() throws Exception {
        RunningWorkbench.visit(workbench -> {
            commands(workbench).run("org.towercrier.command.find");
            workbench.screenshot("find");
            List<FindEntry> found = new FindMatcher(Locale.ENGLISH,
                    ContextInjectionFactory.make(FindSources.class, workbench.context())
                            .collect(),
                    List.of()).find("netw", 5);
            found.get(0).open().run();
            assertEquals(WorkbenchIds.PERSPECTIVE_NETWORK,
                    workbench.service(EModelService.class).getActivePerspective(workbench.application().getChildren().get(0))
                            .getElementId());
        });
    }

    private static Commands commands(RunningWorkbench workbench) {
        return ContextInjectionFactory.make(Commands.class, workbench.context());
    }

    private static MPerspective perspective(RunningWorkbench workbench, String id) {
        return workbench.service(EModelService.class).findElements(workbench.application(), id, MPerspective.class).get(0);
    }

    private static List<String> menuTitles(RunningWorkbench workbench) {
        Menu bar = workbench.shell().getMenuBar();
        return Stream.of(bar.getItems()).map(item -> item.getText().replace("&", "")).toList();
    }

    private static String lastSegment(MUIElement element) {
        String id = element.getElementId();
        return id.substring(id.indexOf('.', id.indexOf('.') + 1) + 1);
    }
}
