package org.towercrier.workbench.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.towercrier.exchange.FileReport;
import org.towercrier.exchange.ImportMonitor;
import org.towercrier.exchange.ImportReport;
import org.towercrier.exchange.ImportRequest;
import org.towercrier.exchange.ImportService;
import org.towercrier.ui.WorkbenchIds;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.view.StatePart;

/** A bundle of a third party adds a view with one fragment and one class, and an importer with one component. */
class ThirdPartyTest {

    private static final String BUNDLE = "org.towercrier.example.coverage";

    private static final String VIEW = "org.towercrier.example.part.coverage";

    @TempDir
    Path folder;

    @Test
    void itsViewShowsWhatItsImporterStored() throws Exception {
        Path survey = folder.resolve("north.survey");
        Files.writeString(survey, """
                #coverage-survey 1
                S1;52.1;11.6;Market
                S2;52.2;11.7;Station
                S3;here;11.7;Nowhere
                """);
        RunningWorkbench.visit(workbench -> {
            EPartService parts = workbench.service(EPartService.class);
            parts.switchPerspective(WorkbenchIds.PERSPECTIVE_NETWORK);
            MPart view = parts.showPart(VIEW, PartState.ACTIVATE);
            assertNotNull(view.getObject());
            StatePane pane = ((StatePart) view.getObject()).faces().orElseThrow();
            workbench.waitFor("the empty face", () -> pane.face() == StatePane.Face.EMPTY);

            ImportReport report = workbench.service(ImportService.class).run(ImportRequest.of(survey), ImportMonitor.NONE);
            FileReport file = report.files().get(0);
            assertEquals("coverage-survey", file.format());
            assertEquals(2, file.stored());
            assertEquals(1, file.quarantined());

            workbench.waitFor("the new count", () -> text(view).startsWith("2 "));
            workbench.screenshot("third-party-view");
            assertEquals(List.of(), workbench.errors());
        });
    }

    @Test
    void itsViewAndItsImporterGoAndComeWithItsBundle() throws Exception {
        RunningWorkbench.visit(workbench -> {
            ImportService imports = workbench.service(ImportService.class);
            Bundle bundle = Platform.getBundle(BUNDLE);
            workbench.service(EPartService.class).switchPerspective(WorkbenchIds.PERSPECTIVE_NETWORK);
            assertTrue(knows(imports));
            assertTrue(hasView(workbench));

            bundle.stop();
            assertFalse(knows(imports));
            workbench.waitFor("the view to go", () -> !hasView(workbench));

            bundle.start();
            assertTrue(knows(imports));
            workbench.waitFor("the view to come back", () -> hasView(workbench));
        });
    }

    private static boolean knows(ImportService imports) {
        return imports.formats().stream().anyMatch(format -> format.id().equals("coverage-survey"));
    }

    private static boolean hasView(RunningWorkbench workbench) {
        return !workbench.service(EModelService.class).findElements(workbench.application(), VIEW, MPart.class).isEmpty();
    }

    private static String text(MPart view) {
        StatePane pane = ((StatePart) view.getObject()).faces().orElseThrow();
        return Stream.of(pane.getChildren()).filter(Label.class::isInstance).map(Label.class::cast).findFirst().orElseThrow().getText();
    }
}
