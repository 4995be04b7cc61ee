package org.towercrier.capacity.ui.internal.lifecycle;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
import org.eclipse.swt.widgets.MenuItem;
import org.towercrier.capacity.alarm.Acknowledgement;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmTrigger;
import org.towercrier.capacity.ui.internal.CapacityIds;
import org.towercrier.capacity.ui.internal.Navigation;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.AlarmSteps;
import org.towercrier.capacity.ui.internal.data.SelectedAlarm;
import org.towercrier.capacity.ui.internal.data.ShelfTime;
import org.towercrier.ui.Icon;
import org.towercrier.ui.kit.PropertyFacts;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.StatePart;

import jakarta.inject.Inject;

/** Where the selected alarm is in its life: the state machine with its state marked, and what can be done now as buttons. */
public final class LifeCyclePart extends StatePart {

    private static final List<AlarmTrigger> BUTTONS = List.of(AlarmTrigger.ACKNOWLEDGE, AlarmTrigger.UNACKNOWLEDGE,
            AlarmTrigger.SHELVE, AlarmTrigger.UNSHELVE, AlarmTrigger.ASSIGN, AlarmTrigger.CLEAR_BY_HAND);

    private static final int FACTS_HEIGHT = 260;

    private final Texts texts;
    private final Navigation navigation;
    private final AlarmSteps steps;
    private final SelectedAlarm selected;
    private final Map<AlarmTrigger, Button> buttons = new EnumMap<>(AlarmTrigger.class);
    private Optional<Alarm> shown = Optional.empty();
    private StateDiagram diagram;
    private PropertyFacts facts;
    private ScrolledComposite scroll;
    private Composite page;

    @Inject
    public LifeCyclePart(PartSite site, Texts texts, Navigation navigation, AlarmSteps steps, SelectedAlarm selected) {
        super(site);
        this.texts = texts;
        this.navigation = navigation;
        this.steps = steps;
        this.selected = selected;
        selected.follow(this, this::changed);
    }

    @Override
    protected Control createContent(StatePane parent) {
        parent.setEmpty(Icon.ALARM, texts.get("Part_LifeCycle"), texts.get("Evidence_Select")).button(texts.get("Empty_ShowAlarms"),
                () -> navigation.show(CapacityIds.PART_ALARMS));
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        page = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(16, 16).spacing(8, 16).applyTo(page);
        scroll.setContent(page);
        diagram = new StateDiagram(page, texts);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(diagram);
        Composite row = new Composite(page, SWT.NONE);
        RowLayoutFactory.fillDefaults().wrap(true).spacing(8).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        buttons.clear();
        BUTTONS.forEach(trigger -> buttons.put(trigger, button(row, trigger)));
        facts = new PropertyFacts(page, site().messages());
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, FACTS_HEIGHT).applyTo(facts);
        site().track(diagram, facts);
        scroll.addListener(SWT.Resize, event -> layout());
        return scroll;
    }

    private void layout() {
        scroll.setMinSize(page.computeSize(scroll.getClientArea().width, SWT.DEFAULT));
    }

    private Button button(Composite parent, AlarmTrigger trigger) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(texts.get("Trigger_" + trigger.name()));
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
            case ASSIGN -> steps.assign(ids, AlarmSteps.USER);
            case SHELVE -> shelve(ids, button);
            default -> throw new IllegalArgumentException(trigger.name());
        }
    }

    private void shelve(List<String> ids, Button button) {
        Menu menu = new Menu(button);
        for (ShelfTime time : ShelfTime.values()) {
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setText(texts.get("Shelf_" + time.name()));
            item.addSelectionListener(SelectionListener.widgetSelectedAdapter(
                    event -> steps.shelve(ids, time.until(ZonedDateTime.now(ZoneId.systemDefault())))));
        }
        menu.setVisible(true);
    }

    @Override
    protected void refresh() {
        selected.chosen().ifPresentOrElse(
                chosen -> loader().load(cancellation -> chosen.alarms().find(chosen.id()),
                        found -> found.ifPresentOrElse(this::show, pane()::showEmpty)),
                () -> {
                    loader().cancel();
                    pane().showEmpty();
                });
    }

    private void show(Alarm alarm) {
        shown = Optional.of(alarm);
        diagram.show(alarm.state());
        Set<AlarmTrigger> allowed = steps.allowed(List.of(alarm));
        buttons.forEach((trigger, button) -> {
            button.setVisible(allowed.contains(trigger));
            ((RowData) button.getLayoutData()).exclude = !allowed.contains(trigger);
        });
        facts.show(List.of(new PropertyFacts.Section(alarm.identity().specificProblem(), facts(alarm))));
        page.layout(true, true);
        layout();
    }

    private List<PropertyFacts.Fact> facts(Alarm alarm) {
        String nobody = texts.get("LifeCycle_Nobody");
        Instant now = Instant.now();
        return List.of(
                PropertyFacts.Fact.of(texts.get("Column_State"), texts.get("State_" + alarm.state().name())),
                PropertyFacts.Fact.of(texts.get("Column_Severity"), texts.get("Severity_" + alarm.severity().getLiteral())),
                PropertyFacts.Fact.of(texts.get("Column_Highest"), texts.get("Severity_" + alarm.highestSeverity().getLiteral())),
                PropertyFacts.Fact.of(texts.get("Column_Trend"), texts.get("Trend_" + alarm.trend().getLiteral())),
                PropertyFacts.Fact.of(texts.get("Column_Flaps"), site().numbers().integer(alarm.flapCount())),
                PropertyFacts.Fact.of(texts.get("Column_AcknowledgedBy"), alarm.acknowledgement().map(this::who).orElse(nobody)),
                PropertyFacts.Fact.of(texts.get("Column_AssignedTo"), alarm.assignedTo().orElse(nobody)),
                PropertyFacts.Fact.of(texts.get("Column_ShelvedUntil"),
                        alarm.shelvedAt(now) ? site().dates().minute(alarm.shelving().orElseThrow().until())
                                : texts.get("LifeCycle_OnTheList")));
    }

    private String who(Acknowledgement acknowledgement) {
        return acknowledgement.user() + ", " + site().dates().minute(acknowledgement.time());
    }
}
