package org.towercrier.workbench.internal.handlers;

import java.util.Locale;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.services.nls.ILocaleChangeService;
import org.eclipse.e4.core.services.translation.TranslationService;
import org.eclipse.e4.ui.model.application.ui.menu.MItem;
import org.osgi.service.prefs.BackingStoreException;
import org.towercrier.store.Store;
import org.towercrier.workbench.internal.WorkbenchState;

import jakarta.inject.Named;

/** Switches the language of menus and views, at once; the workspace remembers it. */
public final class LanguageHandler {

    /** Wherever a workspace is open; the menu marks the language that is on. */
    @CanExecute
    boolean mark(@Optional MItem item, @Optional Store store, @Named(TranslationService.LOCALE) Locale now,
            @Named("org.towercrier.parameter.language") String language) {
        if (item != null) {
            item.setSelected(now.getLanguage().equals(locale(language).getLanguage())
                    && (now.getCountry().equals(locale(language).getCountry()) || locale(language).getCountry().isEmpty()));
        }
        return store != null;
    }

    @Execute
    void execute(ILocaleChangeService locales, Store store, @Named("org.towercrier.parameter.language") String language)
            throws BackingStoreException {
        Locale locale = locale(language);
        new WorkbenchState(store.info().location()).language(locale);
        // Services that write sentences ask for the language of the process, as after the next start.
        Locale.setDefault(locale);
        locales.changeApplicationLocale(locale);
    }

    private static Locale locale(String language) {
        return Locale.forLanguageTag(language.replace('_', '-'));
    }
}
