package org.towercrier.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContrastTest {

    static Stream<Theme> themes() {
        return Stream.of(Theme.LIGHT, Theme.DARK);
    }

    private static void assertContrast(double least, Color mark, Color ground, String what) {
        double ratio = Contrast.ratio(mark, ground);
        assertTrue(ratio >= least, () -> what + ": " + ratio + " is less than " + least);
    }

    @Test
    void ratiosAreThoseOfTheGuideline() {
        assertEquals(21, Contrast.ratio(new RGB(0, 0, 0), new RGB(255, 255, 255)), 1e-9);
        assertEquals(4.54, Contrast.ratio(new RGB(118, 118, 118), new RGB(255, 255, 255)), 0.01);
    }

    @Test
    void severitiesHaveTheirAgreedColours() {
        assertEquals(new RGB(0xB3, 0x26, 0x1E), Theme.LIGHT.severity(Severity.CRITICAL).getRGB());
        assertEquals(new RGB(0xD9, 0x73, 0x0D), Theme.LIGHT.severity(Severity.MAJOR).getRGB());
        assertEquals(new RGB(0xC9, 0xA4, 0x00), Theme.LIGHT.severity(Severity.MINOR).getRGB());
        assertEquals(new RGB(0x3B, 0x7D, 0xD8), Theme.LIGHT.severity(Severity.WARNING).getRGB());
        assertEquals(new RGB(0x4C, 0x8C, 0x4A), Theme.LIGHT.severity(Severity.CLEARED).getRGB());
        assertEquals(new RGB(0x7A, 0x7A, 0x7A), Theme.LIGHT.severity(Severity.INDETERMINATE).getRGB());
        for (Severity severity : Severity.values()) {
            assertEquals(Theme.LIGHT.severity(severity), Theme.DARK.severity(severity));
        }
    }

    @ParameterizedTest
    @MethodSource("themes")
    void textReadsOnEveryGround(Theme theme) {
        for (Color ground : List.of(theme.background(), theme.surface(), theme.raised(), theme.selection(),
                theme.hover(), theme.mapLand(), theme.mapGround())) {
            assertContrast(Contrast.TEXT, theme.text(), ground, "text");
            assertContrast(Contrast.TEXT, theme.mutedText(), ground, "muted text");
        }
        assertContrast(Contrast.TEXT, theme.accent(), theme.background(), "accent");
    }

    @ParameterizedTest
    @MethodSource("themes")
    void severityMarksStandOutByTheirEdge(Theme theme) {
        for (Severity severity : Severity.values()) {
            for (Color ground : List.of(theme.background(), theme.surface(), theme.raised(), theme.mapLand())) {
                assertContrast(Contrast.GRAPHIC, theme.edge(severity), ground, severity.name());
            }
            assertContrast(Contrast.TEXT, Contrast.ink(theme.severity(severity)), theme.severity(severity),
                    "ink on " + severity);
        }
    }

    @ParameterizedTest
    @MethodSource("themes")
    void seriesStandOutFromTheGround(Theme theme) {
        for (int series = 0; series < 6; series++) {
            assertContrast(Contrast.GRAPHIC, theme.series(series), theme.background(), "series " + series);
        }
    }

    @ParameterizedTest
    @MethodSource("themes")
    void theSequentialScaleGetsBrighterAllTheWay(Theme theme) {
        double last = -1;
        for (int step = 0; step <= 20; step++) {
            double now = Contrast.luminance(theme.sequential(step / 20.0).getRGB());
            assertTrue(now > last, "step " + step);
            last = now;
        }
    }

    @Test
    void everySeverityHasAShapeOfItsOwn() {
        assertEquals(Severity.values().length, Stream.of(Severity.values()).map(Severity::glyph).distinct().count());
    }
}
