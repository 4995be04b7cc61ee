package org.towercrier.capacity.ui.internal.parts;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmTrigger;
import org.towercrier.capacity.ui.internal.Navigation;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.AlarmSteps;
import org.towercrier.capacity.ui.internal.data.ShelfTime;
import org.towercrier.capacity.ui.internal.data.SituationSteps;

import jakarta.inject.Inject;

/** What can be done with the chosen alarms, as items of a menu. */
@Creatable
public final class AlarmMenu {

    private final Texts texts;
    private final AlarmSteps steps;
    private final SituationSteps situations;
    private final Navigation navigation;

    @Inject
    public AlarmMenu(Texts texts, AlarmSteps steps, SituationSteps situations, Navigation navigation) {
        this.texts = texts;
        this.steps = steps;
        this.situations = situations;
        this.navigation = navigation;
    }

    /** Adds the items; {@code near} is where a text is asked for. */
    public void fill(Menu menu, List<Alarm> chosen, Control near) {
        List<String> ids = chosen.stream().map(Alarm::id).toList();
        Set<AlarmTrigger> allowed = steps.allowed(chosen);
        item(menu, "Alarm_Acknowledge", allowed.contains(AlarmTrigger.ACKNOWLEDGE), () -> steps.acknowledge(ids));
        item(menu, "Alarm_Unacknowledge", allowed.contains(AlarmTrigger.UNACKNOWLEDGE), () -> steps.unacknowledge(ids));
        item(menu, "Alarm_Comment", allowed.contains(AlarmTrigger.COMMENT),
                () -> askComment(ids, near));
        new MenuItem(menu, SWT.SEPARATOR);
        fillAssign(menu, chosen, near);
        new MenuItem(menu, SWT.SEPARATOR);
        MenuItem shelf = new MenuItem(menu, SWT.CASCADE);
        shelf.setText(texts.get("Alarm_Shelve"));
        shelf.setEnabled(allowed.contains(AlarmTrigger.SHELVE));
        Menu times = new Menu(menu);
        shelf.setMenu(times);
        fillShelf(times, ids, near);
        item(menu, "Alarm_Unshelve", allowed.contains(AlarmTrigger.UNSHELVE), () -> steps.unshelve(ids));
        item(menu, "Alarm_Clear", allowed.contains(AlarmTrigger.CLEAR_BY_HAND), () -> steps.clear(ids));
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, "Situation_Open", ids.size() > 1, () -> situations.open(ids));
        if (navigation.hasCare()) {
            item(menu, "Alarm_Care", ids.size() == 1, () -> navigation.care(ids.getFirst()));
        }
        boolean members = !chosen.isEmpty() && chosen.stream().allMatch(alarm -> alarm.situation().isPresent());
        item(menu, "Situation_Reject", members, () -> situations.reject(ids, false));
        item(menu, "Situation_RejectAlways", members, () -> situations.reject(ids, true));
    }

    /** Adds who can be made responsible. */
    public void fillAssign(Menu menu, List<Alarm> chosen, Control near) {
        List<String> ids = chosen.stream().map(Alarm::id).toList();
        boolean assignable = steps.allowed(chosen).contains(AlarmTrigger.ASSIGN);
        item(menu, "Alarm_AssignToMe", assignable, () -> steps.assign(ids, AlarmSteps.USER));
        item(menu, "Alarm_AssignTo", assignable,
                () -> Ask.text(near, texts.get("Alarm_AssignPrompt", ids.size()), name -> steps.assign(ids, name)));
        item(menu, "Alarm_Unassign", assignable && chosen.stream().anyMatch(alarm -> alarm.assignedTo().isPresent()),
                () -> steps.assign(ids, ""));
    }

    /** Adds how long alarms can be put aside: the usual times, each a click, and any other. */
    public void fillShelf(Menu menu, List<String> ids, Control near) {
        for (ShelfTime time : ShelfTime.values()) {
            item(menu, "Shelf_" + time.name(), true,
                    () -> steps.shelve(ids, time.until(ZonedDateTime.now(ZoneId.systemDefault())), ""));
        }
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, "Shelf_Other", true, () -> new AskShelf(near, texts, ids.size(), (until, why) -> steps.shelve(ids, until, why)).open());
    }

    /** Asks for a remark. */
    public void askComment(List<String> ids, Control near) {
        Ask.text(near, texts.get("Alarm_CommentPrompt", ids.size()), text -> steps.comment(ids, text));
    }

    void item(Menu menu, String key, boolean enabled, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(texts.get(key));
        item.setEnabled(enabled);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
    }
}
