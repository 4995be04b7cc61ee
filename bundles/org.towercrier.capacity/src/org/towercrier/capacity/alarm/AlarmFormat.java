package org.towercrier.capacity.alarm;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;

/** Writes alarms in a format of other systems, offered as a service: {@code alarms --format ID}. */
public interface AlarmFormat {

    /** Name of the format, lower case. */
    String id();

    /**
     * Writes the alarms in the order given.
     *
     * @throws IOException when the writer does
     */
    void write(List<Story> alarms, Writer out) throws IOException;

    /**
     * An alarm with what happened to it.
     *
     * @param alarm   the alarm with its evidence
     * @param history its history, oldest first
     */
    record Story(Alarm alarm, List<HistoryEntry> history) {
        public Story {
            Objects.requireNonNull(alarm, "alarm");
            history = List.copyOf(history);
        }
    }
}
