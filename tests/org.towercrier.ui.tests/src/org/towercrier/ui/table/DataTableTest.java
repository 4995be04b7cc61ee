package org.towercrier.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.towercrier.ui.SwtFixture;
import org.towercrier.ui.demo.DemoAlarms;
import org.towercrier.ui.demo.DemoAlarms.Alarm;
import org.towercrier.ui.kit.Dates;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.theme.Severity;
import org.towercrier.ui.theme.Theme;

class DataTableTest {

    private final UiMessages messages = UiMessages.of(Locale.ENGLISH);
    private final List<Alarm> alarms = DemoAlarms.alarms(5000);
    private SwtFixture window;
    private DataTable<Alarm> table;

    @BeforeEach
    void aTableOfAlarms() {
        window = SwtFixture.open();
        table = table();
        table.setRows(RowSet.of(DemoAlarms.columns(), alarms, messages));
        window.show();
    }

    private DataTable<Alarm> table() {
        DataTable<Alarm> made = new DataTable<>(window.shell(), DemoAlarms.columns(), messages,
                Dates.in(ZoneId.of("Asia/Shanghai")));
        made.setKey(Alarm::number);
        return made;
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void theSelectionSurvivesSortingFilteringAndNewRows() {
        List<List<Alarm>> told = new ArrayList<>();
        table.onSelection(told::add);
        table.select(Set.of(7, 4000));
        table.sort("load", true);
        table.filter("number", "7..4000");
        table.setRows(RowSet.of(DemoAlarms.columns(), alarms.subList(0, 4500), messages));
        window.settle();
        assertEquals(Set.of(7, 4000), Set.copyOf(table.selection().stream().map(Alarm::number).toList()));
        assertEquals(List.of(), told);
    }

    @Test
    void aSelectedRowThatIsFilteredAwayIsToldAsGone() {
        List<List<Alarm>> told = new ArrayList<>();
        table.select(Set.of(7));
        table.onSelection(told::add);
        table.filter("number", ">100");
        assertEquals(List.of(List.of()), told);
    }

    @Test
    void filtersShowOnlyWhatTheySay() {
        table.filter("severity", "Critical");
        table.filter("load", ">90");
        assertTrue(table.shownRows().stream()
                .allMatch(alarm -> alarm.severity().orElseThrow() == Severity.CRITICAL && alarm.load() > 90));
        assertTrue(!table.shownRows().isEmpty());
        table.clearFilters();
        assertEquals(5000, table.shownRows().size());
    }

    @Test
    void whatItRemembersMakesAnotherTableLookTheSame() {
        table.sort("load", true);
        table.groupBy("region");
        table.showFilterRow(true);
        String state = table.saveState();
        DataTable<Alarm> other = table();
        other.setRows(RowSet.of(DemoAlarms.columns(), alarms, messages));
        other.restoreState(state);
        assertEquals(state, other.saveState());
        assertEquals(table.shownRows(), other.shownRows());
        other.restoreState("of another time");
        assertEquals(state, other.saveState());
    }

    @Test
    void anExportHasTheShownColumnsAndRunsNoFormula() throws IOException {
        Alarm evil = new Alarm(1, java.util.Optional.empty(), "=HYPERLINK(\"x\")", "a,b", "Dense load", -2.5, 3,
                alarms.getFirst().raised(), false);
        table.setRows(RowSet.of(DemoAlarms.columns(), List.of(evil), messages));
        StringBuilder out = new StringBuilder();
        table.exportCsv(out);
        String[] lines = out.toString().split("\r\n");
        assertEquals("Severity,Cell,Region,Cause,Busy hour load [%],Users,Raised,State", lines[0]);
        assertTrue(lines[1].startsWith(",\"'=HYPERLINK(\"\"x\"\")\",\"a,b\",Dense load,-2.5,3,2026-"), lines[1]);
    }

    @Test
    void itDrawsInBothThemesGroupedAndEmpty() {
        table.applyTheme(Theme.DARK);
        table.groupBy("severity");
        window.settle();
        table.setRows(RowSet.of(DemoAlarms.columns(), List.of(), messages));
        table.applyTheme(Theme.LIGHT);
        window.settle();
        assertEquals(List.of(), table.shownRows());
    }
}
