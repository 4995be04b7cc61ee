package org.towercrier.report;

import java.util.List;
import java.util.Objects;

/**
 * One part of a report; in a workbook a sheet of its own.
 *
 * @param id     stable name within the report
 * @param order  its place: sections stand in ascending order, a kind's own usually at 100, 200 …
 * @param title  its heading
 * @param blocks what it holds
 */
public record Section(String id, int order, String title, List<Block> blocks) {

    public Section {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        blocks = List.copyOf(blocks);
    }

    /** With the blocks one by one. */
    public static Section of(String id, int order, String title, Block... blocks) {
        return new Section(id, order, title, List.of(blocks));
    }
}
