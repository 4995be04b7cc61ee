package org.towercrier.ui.view;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.towercrier.store.StoreException;
import org.towercrier.ui.theme.Severity;

/** A tile that an area puts on the overview; provided as an OSGi service while a workspace is open. */
public interface OverviewAddition {

    /** What the tile says now. Called away from the thread of the window. */
    Content read(Locale locale) throws StoreException;

    /**
     * Tells when the tile says something else, on any thread.
     *
     * @return ends that
     */
    default Runnable follow(Runnable changed) {
        return () -> {};
    }

    /**
     * What a tile says.
     *
     * @param title      what it is about
     * @param figure     its one big figure, may be empty
     * @param caption    what the figure means, in a few words
     * @param lines      details below
     * @param empty      what stands there when there are no lines
     * @param command    id of the command that a click runs
     * @param parameters of that command
     */
    record Content(String title, String figure, String caption, List<Line> lines, String empty, String command,
            Map<String, Object> parameters) {

        public Content {
            Objects.requireNonNull(title, "title");
            lines = List.copyOf(lines);
            parameters = Map.copyOf(parameters);
        }
    }

    /**
     * One detail.
     *
     * @param label      its name
     * @param value      its value as it is shown
     * @param severity   the severity it stands for, if any
     * @param share      length of the bar behind it, 0 to 1
     * @param parameters of the command that a click on it runs
     */
    record Line(String label, String value, Optional<Severity> severity, double share, Map<String, Object> parameters) {

        public Line {
            Objects.requireNonNull(label, "label");
            parameters = Map.copyOf(parameters);
        }
    }
}
