package org.towercrier.workbench.internal;

import java.util.Locale;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.services.translation.TranslationService;
import org.towercrier.ui.kit.BundleTexts;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The texts of the workbench in the language the user chose; the keys are those of {@code OSGI-INF/l10n/bundle.properties}. */
@Creatable
public final class WorkbenchMessages extends BundleTexts {

    @Inject
    public WorkbenchMessages(@Named(TranslationService.LOCALE) Locale locale) {
        super("OSGI-INF.l10n.bundle", locale);
    }
}
