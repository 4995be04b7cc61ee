package org.towercrier.ui.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.towercrier.ui.SwtFixture;
import org.towercrier.ui.demo.DemoCharts;
import org.towercrier.ui.kit.Dates;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.theme.Theme;

class ChartPaneTest {

    @TempDir
    Path folder;
    private SwtFixture window;
    private ChartPane pane;

    @BeforeEach
    void aPane() {
        window = SwtFixture.open();
        pane = new ChartPane(window.shell(), UiMessages.of(Locale.ENGLISH), Dates.in(ZoneId.of("Asia/Shanghai")));
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void everyKindOfChartDrawsInBothThemesAndGivesWayToTheNext() {
        for (ChartModel model : List.of(DemoCharts.load(), DemoCharts.bars(), DemoCharts.scatter(), DemoCharts.load())) {
            for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
                pane.applyTheme(theme);
                pane.show(model);
                window.show();
                assertEquals(model, pane.model().orElseThrow());
            }
        }
        pane.clear();
        window.settle();
        assertTrue(pane.model().isEmpty());
    }

    @Test
    void zoomingIsResetToAllThereIs() {
        ChartModel model = DemoCharts.load();
        pane.show(model);
        window.show();
        double from = model.xRange()[0];
        pane.zoom(from + 3600, from + 7200);
        assertArrayEquals(new double[]{ from + 3600, from + 7200 }, pane.zoom(), 1e-6);
        pane.resetZoom();
        assertArrayEquals(model.xRange(), pane.zoom(), 1e-6);
    }

    @Test
    void picturesAreSavedAsPixelsAndAsDrawing() throws IOException {
        pane.show(DemoCharts.load());
        window.show();
        Path png = folder.resolve("chart.png");
        Path svg = folder.resolve("chart.svg");
        pane.save(png);
        pane.save(svg);
        ImageData[] pictures = new ImageLoader().load(png.toString());
        assertEquals(pane.getClientArea().width, pictures[0].width);
        String drawing = Files.readString(svg);
        assertTrue(drawing.startsWith("<svg") && drawing.contains("two evenings in a row")
                && drawing.contains("<polyline") && drawing.contains("dense load"), drawing.substring(0, 200));
    }
}
