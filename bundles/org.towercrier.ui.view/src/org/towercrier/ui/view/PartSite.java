package org.towercrier.ui.view;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.services.translation.TranslationService;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.towercrier.ui.kit.Dates;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.theme.ThemeTracker;
import org.towercrier.ui.theme.Themed;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What every view needs of the workbench: the theme, the thread of the window, the language, a memory. */
@Creatable
public final class PartSite {

    private final ThemeTracker themes;
    private final UISynchronize ui;
    private final MPart part;
    private UiMessages messages;

    @Inject
    public PartSite(ThemeTracker themes, UISynchronize ui, MPart part, @Named(TranslationService.LOCALE) Locale locale) {
        this.themes = themes;
        this.ui = ui;
        this.part = part;
        this.messages = UiMessages.of(locale);
    }

    @Inject
    void speak(@Named(TranslationService.LOCALE) Locale locale) {
        messages = UiMessages.of(locale);
    }

    /** The words of the kit in the language of now. */
    public UiMessages messages() {
        return messages;
    }

    /** The language of now. */
    public Locale locale() {
        return messages.numbers().locale();
    }

    /** The numbers as people of that language write them. */
    public NumberFormats numbers() {
        return messages.numbers();
    }

    /** The operator's time zone. */
    public ZoneId zone() {
        return ZoneId.systemDefault();
    }

    /** Times as the operator reads them. */
    public Dates dates() {
        return Dates.in(zone());
    }

    /** Keeps drawn widgets in the theme of the workbench. */
    public void track(Themed... widgets) {
        themes.track(widgets);
    }

    /** The theme and who follows it. */
    public ThemeTracker themes() {
        return themes;
    }

    /** Runs something on the thread of the window, later. */
    public void later(Runnable action) {
        ui.asyncExec(action);
    }

    /** The view in the application model. */
    public MPart part() {
        return part;
    }

    /** What was remembered of this view when the window was last closed. */
    public Optional<String> remembered(String key) {
        return Optional.ofNullable(part.getPersistedState().get(key));
    }

    /** Remembers something of this view in the workspace. */
    public void remember(String key, String value) {
        part.getPersistedState().put(key, value);
    }
}
