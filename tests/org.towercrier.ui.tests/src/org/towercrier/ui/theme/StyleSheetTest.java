package org.towercrier.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.eclipse.swt.graphics.Color;
import org.junit.jupiter.api.Test;
import org.towercrier.ui.Icon;
import org.towercrier.ui.ThemeIcons;

class StyleSheetTest {

    private static String sheet(String name) throws IOException {
        try (InputStream in = Theme.class.getClassLoader().getResourceAsStream("css/" + name + ".css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String hex(Color colour) {
        return String.format(Locale.ROOT, "#%02X%02X%02X", colour.getRed(), colour.getGreen(), colour.getBlue());
    }

    private static void assertColoursOf(Theme theme, String name) throws IOException {
        Set<String> allowed = Stream.of(theme.background(), theme.surface(), theme.raised(), theme.text(),
                theme.mutedText(), theme.line(), theme.strongLine(), theme.accent(), theme.selection(), theme.hover())
                .map(StyleSheetTest::hex).collect(Collectors.toSet());
        Set<String> used = Pattern.compile("#[0-9A-F]{6}").matcher(sheet(name)).results().map(MatchResult::group)
                .collect(Collectors.toSet());
        assertTrue(allowed.containsAll(used), () -> name + ".css has colours of its own: " + used + " beside " + allowed);
    }

    @Test
    void theStyleSheetsHaveTheColoursOfTheThemes() throws IOException {
        assertColoursOf(Theme.LIGHT, "light");
        assertColoursOf(Theme.DARK, "dark");
    }

    @Test
    void bothStyleSheetsStyleTheSameThings() throws IOException {
        Pattern colour = Pattern.compile("#[0-9A-F]{6}|light|dark");
        assertEquals(colour.matcher(sheet("light")).replaceAll(""), colour.matcher(sheet("dark")).replaceAll(""));
    }

    @Test
    void addressesOfIconsFollowTheThemeAndComeBack() {
        String bright = Icon.IMPORT.uri();
        String dark = ThemeIcons.uri(bright, Theme.DARK);
        assertEquals("platform:/plugin/org.towercrier.ui/icons/dark/import.svg", dark);
        assertEquals(dark, ThemeIcons.uri(dark, Theme.DARK));
        assertEquals(bright, ThemeIcons.uri(dark, Theme.LIGHT));
        assertEquals("platform:/plugin/other/icons/x.svg", ThemeIcons.uri("platform:/plugin/other/icons/x.svg", Theme.DARK));
    }
}
