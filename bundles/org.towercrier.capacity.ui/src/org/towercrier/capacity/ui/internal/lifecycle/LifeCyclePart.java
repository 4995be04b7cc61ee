package org.towercrier.capacity.ui.internal.lifecycle;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.towercrier.capacity.alarm.Acknowledgement;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.capacity.alarm.AlarmTrigger;
import org.towercrier.capacity.alarm.HistoryEntry;
import org.towercrier.capacity.ui.internal.Navigation;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.AlarmSteps;
import org.towercrier.capacity.ui.internal.data.SelectedAlarm;
import org.towercrier.capacity.ui.internal.parts.AlarmMenu;
import org.towercrier.capacity.ui.internal.parts.SelectedAlarmPart;
import org.towercrier.store.StoreException;
import org.towercrier.ui.kit.PropertyFacts;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/**
 * Where the selected alarm is in its life: the state machine with its state marked, what can be done now as buttons, and what
 * happened to it.
 */
public final class LifeCyclePart extends SelectedAlarmPart<LifeCyclePart.Life> {

    private static final List<AlarmTrigger> BUTTONS = List.of(AlarmTrigger.ACKNOWLEDGE, AlarmTrigger.UNACKNOWLEDGE,
            AlarmTrigger.SHELVE, AlarmTrigger.UNSHELVE, AlarmTrigger.ASSIGN, AlarmTrigger.COMMENT, AlarmTrigger.CLEAR_BY_HAND);

    private final AlarmSteps steps;
    private final AlarmMenu menus;
    private final Map<AlarmTrigger, Button> buttons = new EnumMap<>(AlarmTrigger.class);
    private Optional<Alarm> shown = Optional.empty();
    private StateDiagram diagram;
    private PropertyFacts facts;
    private ScrolledComposite scroll;
    private Composite page;

    /** An alarm with its history, newest last. */
    record Life(Alarm alarm, List<HistoryEntry> history) {
    }

    @Inject
    public LifeCyclePart(PartSite site, Texts texts, Navigation navigation, AlarmSteps steps, AlarmMenu menus, SelectedAlarm selected) {
        super(site, texts, navigation, selected);
        this.steps = steps;
        this.menus = menus;
    }

    @Override
    protected Control createContent(StatePane parent) {
        offerAlarms(parent, "Part_LifeCycle");
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        page = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(16, 16).spacing(8, 16).applyTo(page);
        scroll.setContent(page);
        diagram = new StateDiagram(page, texts());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(diagram);
        Composite row = new Composite(page, SWT.NONE);
        RowLayoutFactory.fillDefaults().wrap(true).spacing(8).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        buttons.clear();
        BUTTONS.forEach(trigger -> buttons.put(trigger, button(row, trigger)));
        facts = PropertyFacts.onPage(page, site().messages());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(facts);
        site().track(diagram, facts);
        scroll.addListener(SWT.Resize, event -> layout());
        return scroll;
    }

    private void layout() {
        scroll.setMinSize(page.computeSize(scroll.getClientArea().width, SWT.DEFAULT));
    }

    private Button button(Composite parent, AlarmTrigger trigger) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(texts().get("Trigger_" + trigger.name()));
        button.setLayoutData(new RowData());
        button.addSelectionListener(
                SelectionListener.widgetSelectedAdapter(event -> shown.ifPresent(alarm -> act(trigger, alarm, button))));
        return button;
    }

    private void act(AlarmTrigger trigger, Alarm alarm, Button button) {
        List<String> ids = List.of(alarm.id());
        switch (trigger) {
            case ACKNOWLEDGE -> steps.acknowledge(ids);
            case UNACKNOWLEDGE -> steps.unacknowledge(ids);
            case UNSHELVE -> steps.unshelve(ids);
            case CLEAR_BY_HAND -> steps.clear(ids);
            case COMMENT -> menus.askComment(ids, button);
            case ASSIGN -> below(button, menu -> menus.fillAssign(menu, List.of(alarm), button));
            case SHELVE -> below(button, menu -> menus.fillShelf(menu, ids, button));
            default -> throw new IllegalArgumentException(trigger.name());
        }
    }

    private static void below(Button button, Consumer<Menu> fill) {
        Menu menu = new Menu(button);
        fill.accept(menu);
        menu.addListener(SWT.Hide, event -> button.getDisplay().asyncExec(menu::dispose));
        menu.setLocation(button.toDisplay(0, button.getSize().y));
        menu.setVisible(true);
    }

    @Override
    protected Optional<Life> read(AlarmService alarms, String id) throws StoreException {
        Optional<Alarm> alarm = alarms.find(id);
        return alarm.isEmpty() ? Optional.empty() : Optional.of(new Life(alarm.get(), alarms.history(id)));
    }

    @Override
    protected void show(Life life) {
        Alarm alarm = life.alarm();
        shown = Optional.of(alarm);
        diagram.show(alarm.state(), alarm.shelving().filter(aside -> alarm.shelvedAt(Instant.now()))
                .map(aside -> site().dates().minute(aside.until())));
        Set<AlarmTrigger> allowed = steps.allowed(List.of(alarm));
        buttons.forEach((trigger, button) -> {
            button.setVisible(allowed.contains(trigger));
            ((RowData) button.getLayoutData()).exclude = !allowed.contains(trigger);
        });
        facts.show(List.of(new PropertyFacts.Section(alarm.identity().specificProblem(), facts(alarm)),
                new PropertyFacts.Section(texts().get("Evidence_History"), life.history().reversed().stream().map(this::fact).toList())));
        page.layout(true, true);
        layout();
    }

    /** A line of the history, the latest on top. */
    private PropertyFacts.Fact fact(HistoryEntry entry) {
        String said = entry.said(texts().locale(), site().dates()::minute);
        String who = entry.person().map(name -> " (" + name + ")").orElse("");
        return PropertyFacts.Fact.of(site().dates().minute(entry.time()),
                texts().get("Action_" + entry.action().getLiteral()) + who + (said.isEmpty() ? "" : ": " + said));
    }

    private List<PropertyFacts.Fact> facts(Alarm alarm) {
        String nobody = texts().get("LifeCycle_Nobody");
        Instant now = Instant.now();
        return List.of(
                PropertyFacts.Fact.of(texts().get("Column_State"), texts().get("State_" + alarm.state().name())),
                PropertyFacts.Fact.of(texts().get("Column_Severity"), texts().get("Severity_" + alarm.severity().getLiteral())),
                PropertyFacts.Fact.of(texts().get("Column_Highest"), texts().get("Severity_" + alarm.highestSeverity().getLiteral())),
                PropertyFacts.Fact.of(texts().get("Column_Trend"), texts().get("Trend_" + alarm.trend().getLiteral())),
                PropertyFacts.Fact.of(texts().get("Column_Flaps"), site().numbers().integer(alarm.flapCount())),
                PropertyFacts.Fact.of(texts().get("Column_AcknowledgedBy"), alarm.acknowledgement().map(this::who).orElse(nobody)),
                PropertyFacts.Fact.of(texts().get("Column_AssignedTo"), alarm.assignedTo().orElse(nobody)),
                PropertyFacts.Fact.of(texts().get("Column_ShelvedUntil"),
                        alarm.shelvedAt(now) ? site().dates().minute(alarm.shelving().orElseThrow().until())
                                : texts().get("LifeCycle_OnTheList")));
    }

    private String who(Acknowledgement acknowledgement) {
        return acknowledgement.user() + ", " + site().dates().minute(acknowledgement.time());
    }
}
