package org.towercrier.customer.ui;

import java.util.Locale;
import java.util.Objects;

import org.eclipse.swt.widgets.Composite;
import org.towercrier.ui.theme.Theme;

/** A section that another area adds to the page of a customer. Provided as an OSGi service; called on the thread of the window. */
public interface CustomerPageSection {

    /** Where it stands among the added sections: lower numbers first. */
    int order();

    /** Its heading. */
    String title(Locale locale);

    /**
     * Makes the section anew for a customer; what takes time is read in the background.
     *
     * @param parent a grid of one column
     */
    void fill(Composite parent, Subject subject);

    /**
     * Whose page it is.
     *
     * @param customer identity
     * @param masked whether personal data are masked
     * @param theme colours
     * @param locale language
     * @param grown to be called when the section takes more or less room than before
     */
    record Subject(String customer, boolean masked, Theme theme, Locale locale, Runnable grown) {

        public Subject {
            Objects.requireNonNull(customer, "customer");
            Objects.requireNonNull(theme, "theme");
            Objects.requireNonNull(locale, "locale");
            Objects.requireNonNull(grown, "grown");
        }
    }
}
