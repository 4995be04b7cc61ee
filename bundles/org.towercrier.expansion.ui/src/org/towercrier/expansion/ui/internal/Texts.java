package org.towercrier.expansion.ui.internal;

import java.util.Locale;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.services.translation.TranslationService;
import org.towercrier.ui.kit.BundleTexts;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The texts of these views. */
@Creatable
public final class Texts extends BundleTexts {

    @Inject
    public Texts(@Named(TranslationService.LOCALE) Locale locale) {
        super("OSGI-INF.l10n.expansionui", locale);
    }
}
