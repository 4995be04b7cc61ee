package org.towercrier.exchange.tabular.internal.table;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of columns: made unique, and compared without regard to how they are spelled. */
public final class Headers {

    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern NOISE = Pattern.compile("[^\\p{L}\\p{N}%]+");

    private Headers() {
    }

    /** Makes names unique: blanks around are dropped, empty ones become their number from 1, repeated ones get {@code " (2)"}. */
    public static List<String> unique(List<String> names) {
        Set<String> taken = new HashSet<>();
        List<String> result = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).replace("\ufeff", "").strip();
            String base = name.isEmpty() ? String.valueOf(i + 1) : name;
            String candidate = base;
            for (int n = 2; !taken.add(candidate); n++) {
                candidate = base + " (" + n + ")";
            }
            result.add(candidate);
        }
        return result;
    }

    /** Names of columns without a header: 1, 2, 3 … */
    public static List<String> numbers(int width) {
        List<String> result = new ArrayList<>(width);
        for (int i = 1; i <= width; i++) {
            result.add(String.valueOf(i));
        }
        return result;
    }

    /** The name without case, punctuation and blanks: {@code "PRB Usage-DL"}, {@code prb_usage_dl} and {@code PRBUsageDL} are one. */
    public static String key(String name) {
        return NOISE.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** The words of a name, lower case, for likeness. */
    public static List<String> words(String name) {
        String spaced = CAMEL.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll(" ");
        return List.of(NOISE.matcher(spaced).replaceAll(" ").strip().toLowerCase(Locale.ROOT).split(" "));
    }
}
