package org.towercrier.exchange.ui.internal;

import java.util.Locale;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.services.translation.TranslationService;
import org.towercrier.ui.kit.BundleTexts;
import org.towercrier.ui.kit.NumberFormats;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The texts of these views. */
@Creatable
public final class Texts extends BundleTexts {

    @Inject
    public Texts(@Named(TranslationService.LOCALE) Locale locale) {
        super("OSGI-INF.l10n.exchange-ui", locale);
    }

    /** Whole numbers as people write them. */
    public String number(long value) {
        return NumberFormats.of(locale()).integer(value);
    }

    /** A size in the largest unit that leaves at least one before the point. */
    public String bytes(long bytes) {
        if (bytes < 1_000) {
            return get("Size_Bytes", bytes);
        }
        String[] units = { "kB", "MB", "GB", "TB" };
        double value = bytes;
        int unit = -1;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1_000;
            unit++;
        }
        return NumberFormats.of(locale()).decimal(value, value < 10 ? 1 : 0) + " " + units[unit];
    }
}
