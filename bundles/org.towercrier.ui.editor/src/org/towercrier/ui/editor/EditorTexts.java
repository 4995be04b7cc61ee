package org.towercrier.ui.editor;

import java.util.Locale;

import org.towercrier.ui.kit.BundleTexts;

/** The texts of the editors. */
final class EditorTexts extends BundleTexts {

    EditorTexts(Locale locale) {
        super("OSGI-INF.l10n.editor", locale);
    }
}
