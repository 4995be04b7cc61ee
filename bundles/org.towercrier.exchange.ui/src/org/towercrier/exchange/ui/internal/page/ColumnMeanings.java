package org.towercrier.exchange.ui.internal.page;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.towercrier.exchange.profile.ImportProfile;

/** Says what the columns of a table become under a profile. */
final class ColumnMeanings {

    /** What a column is for. */
    sealed interface Meaning {

        /** A value of the model. @param attribute its name @param unit unit in the file, may be empty */
        record Value(String attribute, String unit) implements Meaning {
        }

        /** Part of the time of the row. */
        record Time() implements Meaning {
        }

        /** Left out, as the profile says. */
        record Ignored() implements Meaning {
        }

        /** Not named: kept with the row as it is. */
        record Kept() implements Meaning {
        }
    }

    private final Map<String, Meaning> byKey = new HashMap<>();

    ColumnMeanings(ImportProfile profile) {
        profile.ignore().forEach(column -> byKey.put(key(column), new Meaning.Ignored()));
        profile.compose().forEach((attribute, template) -> {
            for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', open + 1)) {
                int close = template.indexOf('}', open);
                if (close > open) {
                    byKey.put(key(template.substring(open + 1, close)), new Meaning.Value(attribute, ""));
                }
            }
        });
        profile.time().ifPresent(time -> time.columns().forEach(column -> byKey.put(key(column), new Meaning.Time())));
        profile.columns().forEach((column, meaning) -> byKey.put(key(column),
                new Meaning.Value(meaning.attribute(), meaning.unit())));
    }

    Meaning of(String column) {
        return byKey.getOrDefault(key(column), new Meaning.Kept());
    }

    /** Names are compared without case, blanks and punctuation, as the importers do. */
    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}%]+",
                "");
    }
}
