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
import org.towercrier.capacity.situation.Decision;
import org.towercrier.capacity.situation.Revocation;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.SituationSteps;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/** What people decided about situations, and the way to take it back. */
@Creatable
public final class DecisionsTable {

    /** A decision with the names of its alarms. */
    record Row(Decision decision, String alarm, String anchor) {
    }

    private final Texts texts;
    private final SituationSteps steps;
    private List<TableColumn<Row>> columns = List.of();
    private DataTable<Row> table;
    private PartSite site;

    @Inject
    public DecisionsTable(Texts texts, SituationSteps steps) {
        this.texts = texts;
        this.steps = steps;
    }

    void create(Composite parent, PartSite partSite) {
        site = partSite;
        columns = List.of(TableColumn.<Row>time("time", texts.get("Column_Decided"), row -> Optional.of(row.decision().time())),
                TableColumn.<Row>text("user", texts.get("Column_User"), row -> row.decision().user()),
                TableColumn.<Row>choice("kind", texts.get("Column_Decision"), List.of(),
                        row -> texts.get("Decision_" + row.decision().kind().getLiteral())).wide(140),
                TableColumn.<Row>text("alarm", texts.get("Column_Alarm"), Row::alarm).wide(150),
                TableColumn.<Row>text("anchor", texts.get("Column_Anchor"), Row::anchor).wide(150),
                TableColumn.<Row>choice("always", texts.get("Column_Validity"), List.of(),
                        row -> texts.get(row.decision().always() ? "Decision_Always" : "Decision_Once")),
                TableColumn.<Row>text("text", texts.get("Column_Reason"), row -> row.decision().text()).hidden(),
                TableColumn.<Row>text("revoked", texts.get("Column_RevokedBy"),
                        row -> row.decision().revocation().map(Revocation::user).orElse("")));
        table = new DataTable<>(parent, columns, site.messages(), site.dates());
        table.setKey(row -> row.decision().id());
        table.onMenu(this::menu);
        site.track(table);
    }

    void show(List<Decision> decisions, Map<String, Alarm> alarms, SituationNames names) {
        List<Row> rows = decisions.stream().map(decision -> new Row(decision, name(decision.alarm(), alarms, names),
                name(decision.anchor(), alarms, names))).toList();
        table.setRows(RowSet.of(columns, rows, site.messages()));
    }

    private static String name(String id, Map<String, Alarm> alarms, SituationNames names) {
        return Optional.ofNullable(alarms.get(id)).map(alarm -> names.cell(alarm.cell())).orElse(id);
    }

    private void menu(Menu menu) {
        List<Long> ids = table.selection().stream().map(Row::decision).filter(Decision::holds).map(Decision::id).toList();
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(texts.get("Situation_Revoke"));
        item.setEnabled(!ids.isEmpty());
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> steps.revoke(ids)));
    }
}
