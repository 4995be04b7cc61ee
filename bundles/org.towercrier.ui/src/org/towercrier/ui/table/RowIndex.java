package org.towercrier.ui.table;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Which rows of a table are shown, and in what order: sorted by any columns, filtered by column and by words, grouped
 * by one column. Works on int arrays over {@link ColumnStore}s and knows nothing of widgets.
 *
 * <p>Sorting is a radix sort, so it is stable and takes time in proportion to the rows. The order of all rows is kept
 * apart from what the filter lets through: another filter sorts nothing, another sort filters nothing. Rows without a
 * value come last in either direction. Not thread safe.
 */
public final class RowIndex {

    /**
     * A column to sort by.
     *
     * @param column number of the column
     * @param descending whether the greatest comes first
     */
    public record SortKey(int column, boolean descending) {
    }

    /**
     * Rows that share a value of the column that is grouped by.
     *
     * @param firstRow a row of the group, whose value is the value of all
     * @param count number of rows in it
     * @param collapsed whether its rows are folded away
     */
    public record Group(int firstRow, int count, boolean collapsed) {
    }

    private final List<ColumnStore> columns;
    private final int rows;
    private final Map<Integer, ColumnFilter> filters = new TreeMap<>();
    private final BitSet collapsed = new BitSet();
    private List<SortKey> sort = List.of();
    private List<String> words = List.of();
    private OptionalInt groupColumn = OptionalInt.empty();
    private int[] sorted;
    private boolean[] kept;
    private int matching;
    /** What is shown: a row, or −1 − the number of a group. */
    private int[] shown;
    private int[] groupFirst = new int[0];
    private int[] groupCount = new int[0];
    private int[] groupKey = new int[0];

    /**
     * An index over columns of equal length.
     *
     * @throws IllegalArgumentException when their lengths differ
     */
    public RowIndex(List<ColumnStore> columns) {
        this.columns = List.copyOf(columns);
        rows = columns.isEmpty() ? 0 : columns.getFirst().size();
        if (columns.stream().anyMatch(column -> column.size() != rows)) {
            throw new IllegalArgumentException("Columns of different length");
        }
        sorted = identity();
        kept = new boolean[rows];
        Arrays.fill(kept, true);
        matching = rows;
        shown = sorted;
    }

    private int[] identity() {
        int[] order = new int[rows];
        for (int row = 0; row < rows; row++) {
            order[row] = row;
        }
        return order;
    }

    /** Sorts by the given columns, the first being the foremost; by none restores the order of the data. */
    public void sort(List<SortKey> keys) {
        sort = List.copyOf(keys);
        sorted = identity();
        for (SortKey key : sort.reversed()) {
            sorted = radix(sorted, columns.get(key.column()), key.descending());
        }
        arrange();
    }

    /** The columns sorted by. */
    public List<SortKey> sort() {
        return sort;
    }

    /** Filters one column anew; the others keep their filters. */
    public void filter(int column, ColumnFilter filter) {
        filters.put(column, filter);
        refilter();
    }

    /** Takes the filter of a column away. */
    public void unfilter(int column) {
        if (filters.remove(column) != null) {
            refilter();
        }
    }

    /** Replaces the filters of all columns. */
    public void filter(Map<Integer, ColumnFilter> all) {
        filters.clear();
        filters.putAll(all);
        refilter();
    }

    /** Keeps rows in which each of the words stands in some column of words, in any case of letters. */
    public void quickFilter(String text) {
        List<String> wanted = Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty()).toList();
        if (!wanted.equals(words)) {
            words = wanted;
            refilter();
        }
    }

    /** Whether anything is filtered. */
    public boolean isFiltered() {
        return !filters.isEmpty() || !words.isEmpty();
    }

    private void refilter() {
        Arrays.fill(kept, true);
        filters.forEach((column, filter) -> columns.get(column).filter(filter, kept));
        for (String word : words) {
            keepRowsWith(word);
        }
        matching = 0;
        for (boolean keep : kept) {
            matching += keep ? 1 : 0;
        }
        arrange();
    }

    private void keepRowsWith(String word) {
        boolean[] found = new boolean[rows];
        ColumnFilter contains = new ColumnFilter.Contains(word, false);
        for (ColumnStore column : columns) {
            if (column instanceof ColumnStore.Words) {
                boolean[] here = kept.clone();
                column.filter(contains, here);
                for (int row = 0; row < rows; row++) {
                    found[row] |= here[row];
                }
            }
        }
        kept = found;
    }

    /** Whether rows can be grouped by a column: by words, not by numbers and times. */
    public boolean isGroupable(int column) {
        return columns.get(column) instanceof ColumnStore.Words;
    }

    /**
     * Groups by a column; all groups are open.
     *
     * @throws IllegalArgumentException when the column is not {@linkplain #isGroupable(int) groupable}
     */
    public void groupBy(int column) {
        if (!isGroupable(column)) {
            throw new IllegalArgumentException("Rows are grouped by words, not by column " + column);
        }
        groupColumn = OptionalInt.of(column);
        collapsed.clear();
        arrange();
    }

    /** Groups no longer. */
    public void ungroup() {
        groupColumn = OptionalInt.empty();
        collapsed.clear();
        arrange();
    }

    /** The column that is grouped by. */
    public OptionalInt groupColumn() {
        return groupColumn;
    }

    /** Opens a closed group and closes an open one. */
    public void toggle(int group) {
        collapsed.flip(groupKey[group]);
        arrange();
    }

    /** Opens or closes all groups. */
    public void collapseAll(boolean close) {
        collapsed.clear();
        if (close) {
            for (int key : groupKey) {
                collapsed.set(key);
            }
        }
        arrange();
    }

    private void arrange() {
        int[] visible = matching == rows ? sorted : new int[matching];
        if (matching < rows) {
            int at = 0;
            for (int row : sorted) {
                if (kept[row]) {
                    visible[at++] = row;
                }
            }
        }
        if (groupColumn.isPresent() && columns.get(groupColumn.getAsInt()) instanceof ColumnStore.Words named) {
            group(visible, named);
        } else {
            shown = visible;
            groupFirst = new int[0];
            groupCount = new int[0];
            groupKey = new int[0];
        }
    }

    /** Puts rows of equal value together, keeping their order, and a line for the group before them. */
    private void group(int[] visible, ColumnStore.Words words) {
        boolean descending = sort.stream().anyMatch(k -> k.column() == groupColumn.getAsInt() && k.descending());
        int[] ordered = radix(visible, words, descending);
        int[] starts = new int[ordered.length + 1];
        int groups = 0;
        for (int i = 0; i < ordered.length; i++) {
            if (i == 0 || words.codes()[ordered[i - 1]] != words.codes()[ordered[i]]) {
                starts[groups++] = i;
            }
        }
        starts[groups] = ordered.length;
        groupFirst = new int[groups];
        groupCount = new int[groups];
        groupKey = new int[groups];
        int length = groups;
        for (int group = 0; group < groups; group++) {
            groupFirst[group] = ordered[starts[group]];
            groupCount[group] = starts[group + 1] - starts[group];
            groupKey[group] = words.codes()[groupFirst[group]] + 1;
            length += collapsed.get(groupKey[group]) ? 0 : groupCount[group];
        }
        shown = new int[length];
        int at = 0;
        for (int group = 0; group < groups; group++) {
            shown[at++] = -1 - group;
            if (!collapsed.get(groupKey[group])) {
                System.arraycopy(ordered, starts[group], shown, at, groupCount[group]);
                at += groupCount[group];
            }
        }
    }

    /** Number of lines shown: rows and lines of groups. */
    public int size() {
        return shown.length;
    }

    /** Number of rows that the filters let through, also those in closed groups. */
    public int matching() {
        return matching;
    }

    /** Number of rows in all. */
    public int total() {
        return rows;
    }

    /** Whether a line is that of a group. */
    public boolean isGroup(int line) {
        return shown[line] < 0;
    }

    /** Row of the data on a line. */
    public int row(int line) {
        if (shown[line] < 0) {
            throw new IllegalArgumentException("Line " + line + " is a group");
        }
        return shown[line];
    }

    /** Number of the group on a line. */
    public int groupAt(int line) {
        if (shown[line] >= 0) {
            throw new IllegalArgumentException("Line " + line + " is a row");
        }
        return -1 - shown[line];
    }

    /** A group by its number. */
    public Group group(int group) {
        return new Group(groupFirst[group], groupCount[group], collapsed.get(groupKey[group]));
    }

    /** Lines of the given rows, in ascending order; rows that are not shown are left out. */
    public int[] lines(BitSet wanted) {
        int[] lines = new int[Math.min(shown.length, wanted.cardinality())];
        int found = 0;
        for (int line = 0; line < shown.length && found < lines.length; line++) {
            if (shown[line] >= 0 && wanted.get(shown[line])) {
                lines[found++] = line;
            }
        }
        return Arrays.copyOf(lines, found);
    }

    private static int[] radix(int[] order, ColumnStore column, boolean descending) {
        int n = order.length;
        long[] keys = new long[n];
        int absent = 0;
        int[][] counts = new int[8][256];
        int[] present = new int[n];
        int[] last = new int[n];
        int used = 0;
        for (int row : order) {
            if (column.isAbsent(row)) {
                last[absent++] = row;
                continue;
            }
            long key = column.key(row);
            key = descending ? ~key : key;
            present[used] = row;
            keys[used++] = key;
            for (int digit = 0; digit < 8; digit++) {
                counts[digit][(int) (key >>> 8 * digit) & 0xFF]++;
            }
        }
        long[] otherKeys = new long[n];
        int[] other = new int[n];
        for (int digit = 0; digit < 8; digit++) {
            int[] count = counts[digit];
            if (used == 0 || count[(int) (keys[0] >>> 8 * digit) & 0xFF] == used) {
                continue;
            }
            int at = 0;
            for (int value = 0; value < 256; value++) {
                int here = count[value];
                count[value] = at;
                at += here;
            }
            for (int i = 0; i < used; i++) {
                int place = count[(int) (keys[i] >>> 8 * digit) & 0xFF]++;
                otherKeys[place] = keys[i];
                other[place] = present[i];
            }
            long[] swapKeys = keys;
            keys = otherKeys;
            otherKeys = swapKeys;
            int[] swap = present;
            present = other;
            other = swap;
        }
        System.arraycopy(last, 0, present, used, absent);
        return present;
    }
}
