package org.towercrier.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.towercrier.ui.table.RowIndex.SortKey;

class RowIndexTest {

    private static final int NAME = 0;
    private static final int LOAD = 1;
    private static final int KIND = 2;
    private static final int TIME = 3;

    private final RowIndex index = new RowIndex(List.of(
            ColumnStore.Words.sorted(new String[]{ "Site 10", "site 9", "Alpha", "", "Site 9 North" }, Locale.ENGLISH),
            new ColumnStore.Numbers(new double[]{ 5, Double.NaN, -3.5, 80, 5 }),
            ColumnStore.Words.ordered(new String[]{ "major", "minor", "critical", "major", "" },
                    List.of("critical", "major", "minor")),
            new ColumnStore.Times(new long[]{ 50, 40, ColumnStore.Times.ABSENT, -10, 20 })));

    private List<Integer> lines() {
        return IntStream.range(0, index.size()).map(line -> index.isGroup(line) ? -1 - index.groupAt(line) : index.row(line))
                .boxed().toList();
    }

    @Test
    void unsortedItKeepsTheOrderOfTheData() {
        assertEquals(List.of(0, 1, 2, 3, 4), lines());
    }

    @Test
    void wordsSortWithoutCaseAndByTheNumbersInThemAbsentOnesLast() {
        index.sort(List.of(new SortKey(NAME, false)));
        assertEquals(List.of(2, 1, 4, 0, 3), lines());
        index.sort(List.of(new SortKey(NAME, true)));
        assertEquals(List.of(0, 4, 1, 2, 3), lines());
    }

    @Test
    void numbersSortByValueAbsentOnesLastInBothDirections() {
        index.sort(List.of(new SortKey(LOAD, false)));
        assertEquals(List.of(2, 0, 4, 3, 1), lines());
        index.sort(List.of(new SortKey(LOAD, true)));
        assertEquals(List.of(3, 0, 4, 2, 1), lines());
    }

    @Test
    void timesBefore1970SortFirst() {
        index.sort(List.of(new SortKey(TIME, false)));
        assertEquals(List.of(3, 4, 1, 0, 2), lines());
    }

    @Test
    void aSecondColumnDecidesTies() {
        index.sort(List.of(new SortKey(LOAD, false), new SortKey(TIME, false)));
        assertEquals(List.of(2, 4, 0, 3, 1), lines());
    }

    @Test
    void filtersOfSeveralColumnsAllHaveToPass() {
        index.filter(NAME, new ColumnFilter.Contains("site", false));
        assertEquals(List.of(0, 1, 4), lines());
        index.filter(LOAD, new ColumnFilter.Between(5, true, Double.POSITIVE_INFINITY, true, false));
        assertEquals(List.of(0, 4), lines());
        assertEquals(2, index.matching());
        assertEquals(5, index.total());
        index.unfilter(NAME);
        assertEquals(List.of(0, 3, 4), lines());
    }

    @Test
    void theQuickFilterWantsEveryWordInSomeColumn() {
        index.quickFilter("  MAJOR site ");
        assertEquals(List.of(0), lines());
        index.quickFilter("");
        assertFalse(index.isFiltered());
        assertEquals(5, index.size());
    }

    @Test
    void rowsWithoutAValueCanBeAskedFor() {
        index.filter(LOAD, new ColumnFilter.Absent(true));
        assertEquals(List.of(1), lines());
        index.filter(LOAD, new ColumnFilter.Absent(false));
        assertEquals(List.of(0, 2, 3, 4), lines());
    }

    @Test
    void groupsStandInTheOrderOfTheirColumnAndKeepTheSortingWithin() {
        index.sort(List.of(new SortKey(TIME, false)));
        index.groupBy(KIND);
        assertEquals(List.of(-1, 2, -2, 3, 0, -3, 1, -4, 4), lines());
        assertEquals(new RowIndex.Group(3, 2, false), index.group(1));
    }

    @Test
    void aClosedGroupStaysClosedWhileRowsComeAndGo() {
        index.groupBy(KIND);
        index.toggle(1);
        assertEquals(List.of(-1, 2, -2, -3, 1, -4, 4), lines());
        index.filter(NAME, new ColumnFilter.OneOf(Set.of("Site 10", "site 9")));
        assertEquals(List.of(-1, -2, 1), lines());
        assertTrue(index.group(0).collapsed());
        assertEquals(2, index.matching());
        index.collapseAll(true);
        assertEquals(List.of(-1, -2), lines());
        index.ungroup();
        assertEquals(List.of(0, 1), lines());
    }

    @Test
    void rowsAreNotGroupedByNumbers() {
        assertThrows(IllegalArgumentException.class, () -> index.groupBy(LOAD));
    }

    @Test
    void linesOfRowsAreFoundAgainAfterSorting() {
        index.sort(List.of(new SortKey(LOAD, true)));
        BitSet wanted = new BitSet();
        wanted.set(3);
        wanted.set(2);
        assertEquals("[0, 3]", Arrays.toString(index.lines(wanted)));
    }

    @Test
    void columnsOfDifferentLengthAreRefused() {
        List<ColumnStore> columns = List.of(new ColumnStore.Numbers(new double[2]), new ColumnStore.Numbers(new double[3]));
        assertThrows(IllegalArgumentException.class, () -> new RowIndex(columns));
    }

    @Test
    void aHundredThousandRowsSortAsTheLibrarySorts() {
        double[] values = new Random(8).doubles(100_000, -1e9, 1e9).toArray();
        values[500] = values[77];
        RowIndex large = new RowIndex(List.of(new ColumnStore.Numbers(values)));
        large.sort(List.of(new SortKey(0, false)));
        List<Integer> expected = IntStream.range(0, values.length).boxed()
                .sorted(Comparator.comparingDouble(row -> values[row])).toList();
        assertEquals(expected, IntStream.range(0, large.size()).map(large::row).boxed().toList());
    }

    @Test
    void anIndexOfNothingIsEmpty() {
        RowIndex nothing = new RowIndex(List.of(ColumnStore.Words.sorted(new String[0], Locale.ENGLISH)));
        nothing.sort(List.of(new SortKey(0, true)));
        nothing.groupBy(0);
        nothing.quickFilter("x");
        assertEquals(0, nothing.size());
    }
}
