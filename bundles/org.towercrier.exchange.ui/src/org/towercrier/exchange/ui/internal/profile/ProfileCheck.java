package org.towercrier.exchange.ui.internal.profile;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.profile.ProfileCatalogue;

/**
 * What is wrong with a profile.
 *
 * @param profile the profile when nothing is
 * @param line line of the trouble, 1 first, 0 when it has none
 * @param message a sentence, empty when nothing is wrong
 */
record ProfileCheck(Optional<ImportProfile> profile, int line, String message) {

    static ProfileCheck of(ProfileCatalogue catalogue, String name, String text) {
        try {
            return new ProfileCheck(Optional.of(catalogue.parse(name, text)), 0, "");
        } catch (ImportRefusedException wrong) {
            int line = wrong.line() > 0 ? (int) wrong.line() : lineOf(text, wrong.getMessage());
            return new ProfileCheck(Optional.empty(), line, wrong.getMessage());
        }
    }

    /** Troubles with names carry no line: the first line with the quoted name is where to look. */
    private static int lineOf(String text, String message) {
        Matcher quoted = Pattern.compile("[\"\u201c\u300c]([^\"\u201d\u300d]+)[\"\u201d\u300d]").matcher(message);
        while (quoted.find()) {
            int at = text.indexOf(quoted.group(1));
            if (at >= 0) {
                return (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
            }
        }
        return 0;
    }

    boolean isGood() {
        return profile.isPresent();
    }
}
