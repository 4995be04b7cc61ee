package org.towercrier.capacity.ui.internal.filters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListFilterTest {

    @Test
    void aFilterIsReadAsItWasWritten() {
        ListFilter filter = new ListFilter(AlarmScope.CLEARED_UNACKNOWLEDGED, true, "北区 \"dense\"",
                Map.of("severity", "Critical,Major", "lasting", ">=3"), "1;cell,site;cell:180;;raised-;site;true");
        assertEquals(Optional.of(filter), ListFilter.parse(filter.text()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "[]", "null", "{\"scope\":\"SOMETHING_LATER\"}" })
    void whatIsNoFilterIsNone(String text) {
        assertEquals(Optional.empty(), ListFilter.parse(text));
    }
}
