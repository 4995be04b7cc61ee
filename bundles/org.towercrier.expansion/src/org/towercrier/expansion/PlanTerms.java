package org.towercrier.expansion;

import java.util.Locale;

import org.towercrier.command.RefusedException;
import org.towercrier.expansion.PlanRequest.Terms;
import org.towercrier.expansion.internal.Texts;
import org.towercrier.expansion.internal.file.PlanFile;

/** What a user laid down for a plan, as the text of a plan file: YAML, as {@code expand --plan} reads it. */
public final class PlanTerms {

    private PlanTerms() {
    }

    /** The text of terms; {@link #read} makes the same terms of it. */
    public static String write(Terms terms) {
        return PlanFile.write(terms);
    }

    /**
     * The terms of a text.
     *
     * @param name   of the text in messages
     * @param locale of messages
     * @throws PlanException with the place of what does not fit
     */
    public static Terms read(String text, String name, Locale locale) throws PlanException {
        try {
            return PlanFile.read(text, name, new Texts(locale));
        } catch (RefusedException wrong) {
            throw new PlanException(String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
