package org.towercrier.workbench.internal.handlers;

import java.util.Locale;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.services.nls.ILocaleChangeService;
import org.osgi.service.prefs.BackingStoreException;
import org.towercrier.store.Store;
import org.towercrier.workbench.internal.WorkbenchState;

import jakarta.inject.Named;

/** Switches the language of menus and views, at once; the workspace remembers it. */
public final class LanguageHandler {

    @Execute
    void execute(ILocaleChangeService locales, Store store, @Named("org.towercrier.parameter.language") String language)
            throws BackingStoreException {
        Locale locale = Locale.forLanguageTag(language.replace('_', '-'));
        new WorkbenchState(store.info().location()).language(locale);
        // Services that write sentences ask for the language of the process, as after the next start.
        Locale.setDefault(locale);
        locales.changeApplicationLocale(locale);
    }
}
