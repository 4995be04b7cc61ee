package org.towercrier.customer.ui.internal.figure;

import java.util.Locale;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.services.translation.TranslationService;
import org.towercrier.ui.kit.BundleTexts;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The texts of the charts about customers. */
@Creatable
public final class FigureTexts extends BundleTexts {

    @Inject
    public FigureTexts(@Named(TranslationService.LOCALE) Locale locale) {
        super("OSGI-INF.l10n.customerfigures", locale);
    }
}
