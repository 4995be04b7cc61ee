package org.towercrier.workbench.internal;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.towercrier.ui.FindProvider;

/**
 * Finds entries by what somebody types: every typed word must occur in the name or the kind. Names that begin with the
 * text come first, then names with a word that begins with it, then the others, each in the order of the alphabet.
 */
final class FindMatcher {

    private final Locale locale;
    private final List<FindEntry> entries;
    private final List<FindProvider> providers;

    FindMatcher(Locale locale, List<FindEntry> entries, List<FindProvider> providers) {
        this.locale = locale;
        this.entries = List.copyOf(entries);
        this.providers = List.copyOf(providers);
    }

    List<FindEntry> find(String typed, int limit) {
        String text = typed.strip().toLowerCase(locale);
        List<String> words = text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
        Stream<FindEntry> provided = words.isEmpty() ? Stream.empty()
                : providers.stream().flatMap(provider -> provider.find(words, limit).stream())
                        .map(found -> new FindEntry(found.kind(), found.label(), found.open()));
        return Stream.concat(entries.stream(), provided)
                .filter(entry -> words.stream().allMatch(word -> lower(entry).contains(word)))
                .sorted(Comparator.comparingInt((FindEntry entry) -> rank(entry, text))
                        .thenComparing(FindEntry::label, Collator.getInstance(locale)))
                .limit(limit).toList();
    }

    private String lower(FindEntry entry) {
        return (entry.label() + ' ' + entry.kind()).toLowerCase(locale);
    }

    private int rank(FindEntry entry, String text) {
        String label = entry.label().toLowerCase(locale);
        if (label.startsWith(text)) {
            return 0;
        }
        return label.contains(' ' + text) ? 1 : 2;
    }
}
