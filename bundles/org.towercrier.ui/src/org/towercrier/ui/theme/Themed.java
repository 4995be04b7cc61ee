package org.towercrier.ui.theme;

/** A widget that draws itself and has to be told when the theme changes. */
@FunctionalInterface
public interface Themed {

    /** Takes the colours of {@code theme} and draws again. */
    void applyTheme(Theme theme);
}
