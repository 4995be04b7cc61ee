package org.towercrier.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a report says, independent of how it is written.
 *
 * @param title    its title
 * @param subtitle one line below it: what it covers; may be empty
 * @param notices  what the reader must know before everything else, such as that data are synthetic
 * @param sections its parts
 * @param figures  the figures a script asks for, in the JSON of the command: numbers, texts, lists of them
 */
public record Report(String title, String subtitle, List<String> notices, List<Section> sections, Map<String, Object> figures) {

    public Report {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(subtitle, "subtitle");
        notices = List.copyOf(notices);
        sections = sections.stream().sorted(Comparator.comparingInt(Section::order).thenComparing(Section::id)).toList();
        figures = Map.copyOf(figures);
    }

    /** The same with further sections, each at its place. */
    public Report with(List<Section> more) {
        List<Section> all = new ArrayList<>(sections);
        all.addAll(more);
        return new Report(title, subtitle, notices, all, figures);
    }
}
