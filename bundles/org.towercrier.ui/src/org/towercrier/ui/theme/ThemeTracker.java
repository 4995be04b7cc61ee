package org.towercrier.ui.theme;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.swt.widgets.Widget;
import org.osgi.service.event.Event;
import org.towercrier.ui.Topics;
import org.towercrier.ui.WorkbenchIds;

import jakarta.inject.Inject;

/**
 * Keeps the drawn widgets of a part in the theme of the workbench. A part has it injected and hands over its widgets:
 * {@snippet : tracker.track(map, chart, table);}
 */
@Creatable
public final class ThemeTracker {

    private final List<Themed> widgets = new ArrayList<>();
    private Theme theme;

    @Inject
    public ThemeTracker(@Optional IThemeEngine engine) {
        theme = of(engine == null ? null : engine.getActiveTheme());
    }

    /** The theme of now. */
    public Theme theme() {
        return theme;
    }

    /** Gives the widgets the theme, now and whenever it changes, for as long as they live. */
    public void track(Themed... added) {
        for (Themed widget : added) {
            widgets.add(widget);
            if (widget instanceof Widget control) {
                control.addDisposeListener(event -> widgets.remove(widget));
            }
            widget.applyTheme(theme);
        }
    }

    @Inject
    @Optional
    private void themeChanged(@UIEventTopic(Topics.THEME_CHANGED) Event event) {
        theme = of((ITheme) event.getProperty(IThemeEngine.Events.THEME));
        widgets.forEach(widget -> widget.applyTheme(theme));
    }

    private static Theme of(ITheme active) {
        return active != null && WorkbenchIds.THEME_DARK.equals(active.getId()) ? Theme.DARK : Theme.LIGHT;
    }
}
