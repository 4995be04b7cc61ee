package org.towercrier.workbench.internal.handlers;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.model.application.ui.menu.MItem;

import jakarta.inject.Named;

/** Switches between light and dark at once and remembers it. */
public final class ThemeHandler {

    /** Always; the menu marks the theme that is on. */
    @CanExecute
    boolean mark(@Optional MItem item, IThemeEngine themes, @Named("org.towercrier.parameter.theme") String theme) {
        ITheme active = themes.getActiveTheme();
        if (item != null) {
            item.setSelected(active != null && theme.equals(active.getId()));
        }
        return true;
    }

    @Execute
    void execute(IThemeEngine themes, @Named("org.towercrier.parameter.theme") String theme) {
        themes.setTheme(theme, true);
    }
}
