package org.towercrier.capacity.ui.internal.situations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.osgi.service.event.Event;
import org.towercrier.capacity.situation.CausePair;
import org.towercrier.capacity.situation.CauseRule;
import org.towercrier.capacity.situation.CauseRules;
import org.towercrier.capacity.ui.internal.Navigation;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.NetworkFeed;
import org.towercrier.capacity.ui.internal.data.SituationSteps;
import org.towercrier.ui.Icon;
import org.towercrier.ui.Topics;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.TablePart;

import jakarta.inject.Inject;

/** Which problems seem to cause which others, with the figures that speak for it; people adopt them and take them back. */
public final class CausesPart extends TablePart<CausesPart.Row> {

    private static final String TABLE = "cause_rule";
    private static final double SECONDS_PER_MINUTE = 60;

    /** What has become of a pair. */
    enum State {
        SUGGESTED, ADOPTED, WITHDRAWN
    }

    /**
     * A cause and its effect.
     *
     * @param figures what speaks for it: now if it is suggested now, else when it was adopted
     * @param rule    the latest rule of the pair
     */
    record Row(String cause, String effect, State state, Optional<CausePair> figures, Optional<CauseRule> rule) {

        String key() {
            return cause + '\n' + effect;
        }
    }

    private final Texts texts;
    private final Navigation navigation;
    private final SituationSteps steps;
    private CauseRules causes;
    private Button adopt;
    private Button withdraw;

    @Inject
    public CausesPart(PartSite site, Texts texts, NetworkFeed network, Navigation navigation, SituationSteps steps) {
        super(site);
        this.texts = texts;
        this.navigation = navigation;
        this.steps = steps;
        network.follow(this, this::changed);
    }

    @Inject
    void service(@org.eclipse.e4.core.di.annotations.Optional CauseRules service) {
        causes = service;
        changed();
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void stored(@UIEventTopic(Topics.STORE_CHANGED) Event event) {
        if (event.getProperty(Topics.TABLES) instanceof String[] names && Arrays.asList(names).contains(TABLE)) {
            changed();
        }
    }

    @Override
    protected List<TableColumn<Row>> columns() {
        return List.of(TableColumn.<Row>text("cause", texts.get("Column_CauseProblem"), Row::cause).wide(230),
                TableColumn.<Row>text("effect", texts.get("Column_EffectProblem"), Row::effect).wide(230),
                TableColumn.<Row>choice("state", texts.get("Column_State"), Arrays.stream(State.values()).map(this::word).toList(),
                        row -> word(row.state())).wide(110),
                TableColumn.<Row>number("score", texts.get("Column_Evidence"), "", 1, row -> figure(row, CausePair::score)),
                TableColumn.<Row>number("followed", texts.get("Column_Followed"), "", 0, row -> figure(row, CausePair::followed)),
                TableColumn.<Row>number("expected", texts.get("Column_Expected"), "", 1, row -> figure(row, CausePair::expected)),
                TableColumn.<Row>number("reversed", texts.get("Column_Reversed"), "", 0, row -> figure(row, CausePair::reversed)),
                TableColumn.<Row>number("lag", texts.get("Column_CauseLag"), texts.get("Correlation_Minutes"), 1,
                        row -> figure(row, pair -> pair.lag().toSeconds() / SECONDS_PER_MINUTE)).wide(120),
                TableColumn.<Row>text("user", texts.get("Column_AdoptedBy"), row -> row.rule().map(CauseRule::adoptedBy).orElse(""))
                        .wide(110),
                TableColumn.<Row>time("time", texts.get("Column_Adopted"), row -> row.rule().map(CauseRule::adopted)));
    }

    private String word(State state) {
        return texts.get("Cause_" + state.name());
    }

    /** A figure of what speaks for a pair. */
    @FunctionalInterface
    private interface Figure {
        double of(CausePair pair);
    }

    private static double figure(Row row, Figure figure) {
        return row.figures().map(figure::of).orElse(Double.NaN);
    }

    @Override
    protected void createBar(Composite parent) {
        Composite bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(8, 4).spacing(8, 0).applyTo(bar);
        adopt = new Button(bar, SWT.PUSH);
        adopt.setText(texts.get("Cause_Adopt"));
        adopt.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> adopt(table().selection())));
        withdraw = new Button(bar, SWT.PUSH);
        withdraw.setText(texts.get("Cause_Withdraw"));
        withdraw.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> withdraw(table().selection())));
        Label explained = new Label(bar, SWT.NONE);
        explained.setText(texts.get("Cause_Explained"));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(explained);
        enable(List.of());
    }

    private void enable(List<Row> selected) {
        adopt.setEnabled(selected.stream().anyMatch(row -> row.state() != State.ADOPTED));
        withdraw.setEnabled(selected.stream().anyMatch(row -> row.state() == State.ADOPTED));
    }

    private void adopt(List<Row> selected) {
        selected.stream().filter(row -> row.state() != State.ADOPTED).forEach(row -> steps.adopt(row.cause(), row.effect()));
    }

    private void withdraw(List<Row> selected) {
        selected.stream().filter(row -> row.state() == State.ADOPTED).flatMap(row -> row.rule().stream()).forEach(steps::withdraw);
    }

    @Override
    protected void prepare(DataTable<Row> table) {
        table.setKey(Row::key);
        table.onSelection(this::enable);
        table.onOpen(row -> navigation.alarms(row.effect()));
        table.onMenu(menu -> {
            List<Row> selected = table.selection();
            item(menu, "Cause_Adopt", adopt.isEnabled(), () -> adopt(selected));
            item(menu, "Cause_Withdraw", withdraw.isEnabled(), () -> withdraw(selected));
            item(menu, "Cause_ShowAlarms", !selected.isEmpty(), () -> navigation.alarms(selected.getLast().effect()));
        });
    }

    private void item(Menu menu, String key, boolean enabled, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(texts.get(key));
        item.setEnabled(enabled);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
    }

    @Override
    protected Control placeTable(StatePane parent) {
        parent.setEmpty(Icon.LINK, texts.get("Part_Causes"), texts.get("Empty_Causes")).button(texts.get("Empty_Detect"),
                navigation::detect);
        return createTable(parent);
    }

    @Override
    protected void refresh() {
        CauseRules service = causes;
        if (service == null) {
            loader().cancel();
            pane().showEmpty();
            return;
        }
        loader().load(cancellation -> rows(rows(service.suggestions(), service.list(true))), read -> {
            show(read);
            enable(table().selection());
        });
    }

    /** What is suggested now and what was adopted, each pair once; the newest rule of a pair says what became of it. */
    static List<Row> rows(List<CausePair> suggestions, List<CauseRule> rules) {
        Map<List<String>, CauseRule> latest = new LinkedHashMap<>();
        rules.forEach(
                rule -> latest.merge(List.of(rule.cause(), rule.effect()), rule, (one, other) -> one.id() > other.id() ? one : other));
        List<Row> rows = new ArrayList<>();
        for (CausePair pair : suggestions) {
            Optional<CauseRule> rule = Optional.ofNullable(latest.remove(List.of(pair.cause(), pair.effect())));
            rows.add(new Row(pair.cause(), pair.effect(), state(rule), Optional.of(pair), rule));
        }
        latest.values().forEach(rule -> rows.add(new Row(rule.cause(), rule.effect(), state(Optional.of(rule)), rule.evidence(),
                Optional.of(rule))));
        return List.copyOf(rows);
    }

    private static State state(Optional<CauseRule> rule) {
        return rule.map(each -> each.holds() ? State.ADOPTED : State.WITHDRAWN).orElse(State.SUGGESTED);
    }
}
