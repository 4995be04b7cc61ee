package org.towercrier.workbench.internal.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;

import jakarta.inject.Named;

/** Switches between light and dark at once and remembers it. */
public final class ThemeHandler {

    @Execute
    void execute(IThemeEngine themes, @Named("org.towercrier.parameter.theme") String theme) {
        themes.setTheme(theme, true);
    }
}
