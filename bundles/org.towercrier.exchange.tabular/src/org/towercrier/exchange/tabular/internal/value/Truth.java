package org.towercrier.exchange.tabular.internal.value;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Words for true and false in the languages of spreadsheets. */
public final class Truth {

    private static final Set<String> YES = Set.of("true", "t", "yes", "y", "1", "1.0", "on", "x", "wahr", "ja", "j", "vrai", "oui", "o",
            "verdadero", "sí", "si", "s",
            "verdadeiro", "sim", "vero", "sì", "waar", "истина", "да", "prawda", "tak", "doğru", "evet", "是", "真", "有", "正确", "正確", "はい",
            "참", "예", "tosi",
            "kyllä", "sant", "sand", "sann", "igaz", "igen", "pravda", "ano");
    private static final Set<String> NO = Set.of("false", "f", "no", "n", "0", "0.0", "off", "falsch", "nein", "faux", "non", "falso",
            "não", "nao", "onwaar", "nee",
            "ложь", "нет", "fałsz", "nie", "yanlış", "hayır", "否", "假", "无", "無", "错误", "錯誤", "いいえ", "거짓", "아니요", "epätosi", "ei", "fals",
            "falsk", "usann",
            "hamis", "nem", "nepravda", "ne");

    private Truth() {
    }

    /** Reads a word. @return empty when it is neither */
    public static Optional<Boolean> parse(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return Optional.of(true);
        }
        return NO.contains(word) ? Optional.of(false) : Optional.empty();
    }
}
