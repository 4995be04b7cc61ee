package org.towercrier.workbench.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.towercrier.ui.FindProvider;

/** Finding by name: what begins with the text comes first, every word counts, nothing typed shows all. */
class FindMatcherTest {

    private final FindMatcher matcher = new FindMatcher(Locale.ENGLISH,
            Stream.of("Alarm List", "Map", "Cell Alarms", "Import…", "Marketing").map(label -> new FindEntry("View", label, () -> {}))
                    .toList(),
            List.of((words, most) -> Stream.of("Old Town 7-2", "New Town 1-1")
                    .filter(name -> words.stream().allMatch(name.toLowerCase(Locale.ROOT)::contains))
                    .map(name -> new FindProvider.Found("Cell", name, () -> {})).toList()));

    @Test
    void whatAreasProvideIsFoundOnceSomethingIsTyped() {
        assertEquals(List.of("Old Town 7-2"), labels("old town"));
    }

    @Test
    void namesThatBeginWithTheTextComeFirst() {
        assertEquals(List.of("Alarm List", "Cell Alarms"), labels("alarm"));
    }

    @Test
    void everyTypedWordMustOccurInAnyOrder() {
        assertEquals(List.of("Cell Alarms"), labels("ala cell"));
    }

    @Test
    void theKindIsSearchedToo() {
        assertEquals(List.of("Map", "Marketing"), labels("view ma").stream().filter(label -> label.startsWith("Ma")).toList());
    }

    @Test
    void nothingTypedShowsAllInTheOrderOfTheAlphabet() {
        assertEquals(List.of("Alarm List", "Cell Alarms", "Import…", "Map", "Marketing"), labels(""));
    }

    @Test
    void whatIsNowhereIsNotFound() {
        assertEquals(List.of(), labels("zebra"));
    }

    private List<String> labels(String typed) {
        return matcher.find(typed, 10).stream().map(FindEntry::label).toList();
    }
}
