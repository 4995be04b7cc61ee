package org.towercrier.workbench.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;

/** What a start says that is timed from outside. */
class ExitWhenShownTest {

    @Test
    void theTimeIsFoundAmongOtherLines() {
        assertEquals(Optional.of(1_767_600_000_123L), ExitWhenShown.said("a warning\n" + ExitWhenShown.SAID + "1767600000123\r\nlater\n"));
    }

    @Test
    void aWindowThatNeverOpenedHasNone() {
        assertEquals(Optional.empty(), ExitWhenShown.said("no display\n"));
    }
}
