package org.towercrier.ui.figure;

import java.util.List;

/** Something to look at, without a widget. It is drawn anew whenever its sheet has another size or theme. */
public interface Figure {

    /** What it is about, in words. */
    String title();

    /** What its colours mean; empty when it says so itself. */
    default List<Key> keys() {
        return List.of();
    }

    /** The least height it can be read at in a width, in pixels; what is lower scrolls. */
    default double leastHeight(double width) {
        return 0;
    }

    /** Draws it; the title and the keys are there already, above the sheet. */
    void draw(Sheet sheet);

    /** How a key is shown. */
    enum Mark {
        LINE, BLOCK, BAND
    }

    /**
     * What a colour means.
     *
     * @param colour number of the colour, see {@link org.towercrier.ui.theme.Theme#series(int)}; negative for the neutral colour
     * @param name what it stands for
     * @param mark how it is shown
     */
    record Key(int colour, String name, Mark mark) {
    }
}
