package org.towercrier.ui.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.towercrier.ui.SwtFixture;
import org.towercrier.ui.demo.DemoFigures;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.theme.Theme;

class FigurePaneTest {

    @TempDir
    Path folder;
    private SwtFixture window;
    private FigurePane pane;

    @BeforeEach
    void aPane() {
        window = SwtFixture.open();
        pane = new FigurePane(window.shell(), UiMessages.of(Locale.ENGLISH));
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void everyKindOfFigureDrawsInBothThemesAndSaysExactValues() throws IOException {
        for (Figure figure : DemoFigures.all()) {
            for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
                pane.applyTheme(theme);
                pane.show(figure);
                window.show();
                assertFalse(pane.spots().isEmpty(), figure.title());
                assertTrue(pane.spots().stream().allMatch(spot -> !spot.tip().isEmpty()), figure.title());
                Path pictures = Path.of(System.getProperty("towercrier.pictures", folder.toString()));
                pane.save(pictures.resolve("figure-" + figure.getClass().getSimpleName() + (theme.isDark() ? "-dark" : "") + ".png"));
            }
        }
        pane.clear();
        window.settle();
        assertTrue(pane.figure().isEmpty() && pane.spots().isEmpty());
    }

    @Test
    void picturesAreSavedAsPixelsAndAsDrawing() throws Exception {
        for (Figure figure : DemoFigures.all()) {
            pane.show(figure);
            window.show();
            Path png = folder.resolve("figure.png");
            Path svg = folder.resolve("figure.svg");
            pane.save(png);
            pane.save(svg);
            ImageData[] pictures = new ImageLoader().load(png.toString());
            assertEquals(pane.getClientArea().width, pictures[0].width);
            String drawing = Files.readString(svg);
            assertTrue(drawing.startsWith("<svg") && drawing.contains("<title>" + figure.title() + "</title>"), drawing.substring(0, 200));
            assertEquals(drawing.split("<g[ >]").length, drawing.split("</g>").length, figure.title());
            assertTrue(drawing.length() > 1_000, figure.title());
        }
    }

    @Test
    void whatIsBehindAPlaceIsOpenedByTheKeyboardAndByAClick() {
        List<Object> opened = new ArrayList<>();
        pane.onOpen(opened::add);
        pane.show(DemoFigures.pyramid());
        window.show();
        key(SWT.ARROW_DOWN);
        key(SWT.ARROW_DOWN);
        key(SWT.CR);
        assertEquals(List.of("business"), opened);
        double[] first = pane.spots().getFirst().middle();
        mouse(SWT.MouseMove, first);
        mouse(SWT.MouseDown, first);
        mouse(SWT.MouseUp, first);
        assertEquals(List.of("business", "top"), opened);
    }

    @Test
    void draggingLooksCloserAndADoubleClickShowsAllAgain() {
        pane.show(DemoFigures.survival());
        window.show();
        int all = pane.spots().size();
        double[] middle = pane.spots().get(all / 2).middle();
        mouse(SWT.MouseDown, middle);
        mouse(SWT.MouseMove, new double[]{ middle[0] + 60, middle[1] });
        mouse(SWT.MouseUp, new double[]{ middle[0] + 60, middle[1] });
        window.until(() -> pane.spots().size() < all, "fewer steps to be seen");
        mouse(SWT.MouseDoubleClick, middle);
        window.until(() -> pane.spots().size() == all, "all steps to be seen again");
    }

    @Test
    void theTipOfASurvivalCurveHasLimitsAndTheNumberAtRisk() {
        pane.show(DemoFigures.survival());
        window.show();
        Spot year = pane.spots().stream().filter(spot -> spot.tip().getFirst().startsWith("Tenure 12")).findFirst().orElseThrow();
        assertEquals(4, year.tip().size());
        assertTrue(year.tip().get(1).matches("competitive  69\\.4\\u202F% \\(.* – .*\\) · n = \\d,\\d+"), year.tip().get(1));
    }

    @Test
    void theLettersOfTheWindowStayWhenAFigureGoes() {
        pane.show(DemoFigures.bars());
        window.show();
        pane.dispose();
        assertFalse(window.shell().getFont().isDisposed());
        assertFalse(window.shell().getDisplay().getSystemFont().isDisposed());
    }

    @Test
    void anEmptyFigureIsNoTrouble() {
        for (Figure figure : List.of(new FlowFigure("Nobody", "a", "b", List.of(), List.of()),
                new HeatFigure("Nothing", "", List.of(), List.of(), new Axis("contracts", "")),
                new PyramidFigure("No tiers", new Axis("a", "%"), new Axis("b", "%"), List.of()),
                new BarsFigure("No bars", new Axis("a", ""), List.of()),
                new LorenzFigure("No curve", new Axis("a", "%"), new Axis("b", "%"), new double[0], new double[0], "", Optional.empty(),
                        List.of()),
                new StepFigure("No curves", new Axis("a", ""), new Axis("b", "%"), java.util.OptionalDouble.empty(), List.of(),
                        Optional.empty(),
                        Optional.of("n")),
                new QuadrantFigure("No points", new Axis("a", ""), new Axis("b", ""), 0, 0, List.of("1", "2", "3", "4"), List.of()))) {
            pane.show(figure);
            window.show();
            assertEquals(figure, pane.figure().orElseThrow());
        }
    }

    private void key(int code) {
        Event event = new Event();
        event.keyCode = code;
        pane.notifyListeners(SWT.KeyDown, event);
        window.settle();
    }

    private void mouse(int type, double[] place) {
        Event event = new Event();
        event.button = 1;
        event.x = (int) place[0];
        event.y = (int) place[1];
        pane.notifyListeners(type, event);
        window.settle();
    }
}
