package org.towercrier.capacity.ui.internal.overview;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.towercrier.ui.theme.Severity;
import org.towercrier.ui.view.OverviewAddition;

/**
 * What one tile of the overview says.
 *
 * @param title   what it is about
 * @param figure  its one big figure, may be empty
 * @param caption what the figure means, in a few words
 * @param lines   details below
 * @param empty   what stands there when there are no lines
 * @param target  what a click on the tile opens, absent for tiles that open nothing
 */
record Tile(String title, String figure, String caption, List<Line> lines, String empty, Optional<Target> target) {

    /**
     * One detail.
     *
     * @param label    its name
     * @param value    its value, as it is shown
     * @param severity the severity it stands for, if any
     * @param share    length of the bar behind it, 0 to 1
     * @param target   what a click on it opens
     */
    record Line(String label, String value, Optional<Severity> severity, double share, Optional<Target> target) {
        Line {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(value, "value");
        }
    }

    /** Where a click leads. */
    sealed interface Target {
        /** The alarm list, filtered by a text. */
        record Alarms(String filter) implements Target {
        }

        /** Cells on the map. */
        record Cells(List<String> ids) implements Target {
        }

        /** The forecasts. */
        record Forecasts() implements Target {
        }

        /** The import page. */
        record Import() implements Target {
        }

        /** What a command of another area shows. */
        record Command(String id, Map<String, Object> parameters) implements Target {
        }
    }

    Tile {
        lines = List.copyOf(lines);
    }

    /** The tile of another area. */
    static Tile of(OverviewAddition.Content content) {
        List<Line> lines = content.lines().stream().map(line -> new Line(line.label(), line.value(), line.severity(), line.share(),
                Optional.of(new Target.Command(content.command(), line.parameters())))).toList();
        return new Tile(content.title(), content.figure(), content.caption(), lines, content.empty(),
                Optional.of(new Target.Command(content.command(), content.parameters())));
    }
}
