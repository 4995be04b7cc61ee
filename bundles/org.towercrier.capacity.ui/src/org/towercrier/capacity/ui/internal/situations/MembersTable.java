package org.towercrier.capacity.ui.internal.situations;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.situation.Situation;
import org.towercrier.capacity.situation.Situation.Member;
import org.towercrier.capacity.ui.internal.Navigation;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.SituationSteps;
import org.towercrier.capacity.ui.internal.parts.AlarmMenu;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.theme.Severity;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/** The members of a situation: why each is one; to be opened, moved and rejected. */
@Creatable
public final class MembersTable {

    private static final int MOST_TARGETS = 20;
    private static final double SECONDS_PER_MINUTE = 60;

    /** A member; its alarm is absent when it is no longer in the list. */
    record Row(Member member, Optional<Alarm> alarm, String cell, String role, String why) {
    }

    private final Texts texts;
    private final SharedSelection selection;
    private final Navigation navigation;
    private final AlarmMenu alarmMenu;
    private final SituationSteps steps;
    private List<TableColumn<Row>> columns = List.of();
    private DataTable<Row> table;
    private PartSite site;
    private Optional<Situation> shown = Optional.empty();
    private List<Situation> all = List.of();
    private SituationNames names;

    @Inject
    public MembersTable(Texts texts, SharedSelection selection, Navigation navigation, AlarmMenu alarmMenu, SituationSteps steps) {
        this.texts = texts;
        this.selection = selection;
        this.navigation = navigation;
        this.alarmMenu = alarmMenu;
        this.steps = steps;
    }

    void create(Composite parent, PartSite partSite) {
        site = partSite;
        columns = List.of(
                TableColumn.<Row>severity("severity", texts.get("Column_Severity"),
                        row -> row.alarm().flatMap(alarm -> Severity.named(alarm.severity().getLiteral()))),
                TableColumn.<Row>text("cell", texts.get("Column_Cell"), Row::cell).wide(150),
                TableColumn.<Row>text("problem", texts.get("Column_Problem"),
                        row -> row.alarm().map(alarm -> alarm.identity().specificProblem()).orElse(row.member().alarm())).wide(180),
                TableColumn.<Row>text("role", texts.get("Column_Role"), Row::role),
                TableColumn.<Row>text("why", texts.get("Column_Why"), Row::why).wide(220),
                TableColumn.<Row>number("lag", texts.get("Column_Lag"), "min", 0,
                        row -> row.member().lag().toSeconds() / SECONDS_PER_MINUTE),
                TableColumn.<Row>time("raised", texts.get("Column_Raised"), row -> row.alarm().map(Alarm::raised)));
        table = new DataTable<>(parent, columns, site.messages(), site.dates());
        table.setKey(row -> row.member().alarm());
        table.onSelection(rows -> {
            if (!rows.isEmpty()) {
                selection.alarm(rows.getLast().member().alarm());
            }
        });
        table.onOpen(row -> SituationsPart.open(selection, navigation, row.member().alarm()));
        table.onMenu(this::menu);
        site.track(table);
    }

    /** Whether the alarm is among the rows. */
    boolean shows(String alarm) {
        return shown.map(situation -> situation.alarms().contains(alarm)).orElse(false);
    }

    void show(Optional<Situation> situation, Map<String, Alarm> alarms, SituationNames newNames, List<Situation> situations) {
        shown = situation;
        all = situations;
        names = newNames;
        List<Row> rows = situation.stream().flatMap(each -> each.members().stream().map(member -> row(each, member, alarms))).toList();
        table.setRows(RowSet.of(columns, rows, site.messages()));
    }

    private Row row(Situation situation, Member member, Map<String, Alarm> alarms) {
        String role = texts.get(member.alarm().equals(situation.parent()) ? "Role_Parent" : member.listed() ? "Role_Child" : "Role_Gone");
        String other = situation.members().stream().filter(each -> each.alarm().equals(member.linkedTo())).map(Member::cell).findFirst()
                .map(names::cell).orElse("");
        String why = member.linkedTo().equals(member.alarm()) ? texts.get("Why_First")
                : texts.get("Why_" + member.link().getLiteral(), other);
        return new Row(member, Optional.ofNullable(alarms.get(member.alarm())), names.cell(member.cell()), role, why);
    }

    private void menu(Menu menu) {
        List<Row> rows = table.selection();
        List<String> ids = rows.stream().map(row -> row.member().alarm()).toList();
        MenuItem cascade = new MenuItem(menu, SWT.CASCADE);
        cascade.setText(texts.get("Situation_Move"));
        Menu targets = new Menu(menu);
        cascade.setMenu(targets);
        List<Situation> others = all.stream().filter(each -> !shown.equals(Optional.of(each))).limit(MOST_TARGETS).toList();
        cascade.setEnabled(!ids.isEmpty() && !others.isEmpty());
        for (Situation target : others) {
            MenuItem item = new MenuItem(targets, SWT.PUSH);
            item.setText(names.name(target) + " (" + target.members().size() + ")");
            item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> steps.move(ids, target.id())));
        }
        new MenuItem(menu, SWT.SEPARATOR);
        alarmMenu.fill(menu, rows.stream().flatMap(row -> row.alarm().stream()).toList(), table);
    }
}
