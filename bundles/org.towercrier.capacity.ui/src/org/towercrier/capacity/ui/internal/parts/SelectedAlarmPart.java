package org.towercrier.capacity.ui.internal.parts;

import java.util.Optional;

import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.capacity.ui.internal.CapacityIds;
import org.towercrier.capacity.ui.internal.Navigation;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.SelectedAlarm;
import org.towercrier.store.StoreException;
import org.towercrier.ui.Icon;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.StatePart;

/**
 * A view about the alarm that is selected anywhere: reads it in the background whenever it is another one, or may be.
 *
 * @param <T> what the view reads of an alarm
 */
public abstract class SelectedAlarmPart<T> extends StatePart {

    private final Texts texts;
    private final Navigation navigation;
    private final SelectedAlarm selected;

    protected SelectedAlarmPart(PartSite site, Texts texts, Navigation navigation, SelectedAlarm selected) {
        super(site);
        this.texts = texts;
        this.navigation = navigation;
        this.selected = selected;
        selected.follow(this, this::changed);
    }

    /** Reads what is shown, away from the window; empty when there is no such alarm any more. */
    protected abstract Optional<T> read(AlarmService alarms, String id) throws StoreException;

    /** Shows what was read. */
    protected abstract void show(T read);

    protected final Texts texts() {
        return texts;
    }

    /** The face as long as no alarm is selected. */
    protected final void offerAlarms(StatePane parent, String titleKey) {
        parent.setEmpty(Icon.ALARM, texts.get(titleKey), texts.get("Evidence_Select")).button(texts.get("Empty_ShowAlarms"),
                () -> navigation.show(CapacityIds.PART_ALARMS));
    }

    @Override
    protected void refresh() {
        selected.chosen().ifPresentOrElse(
                chosen -> loader().load(cancellation -> read(chosen.alarms(), chosen.id()),
                        found -> found.ifPresentOrElse(this::show, pane()::showEmpty)),
                () -> {
                    loader().cancel();
                    pane().showEmpty();
                });
    }
}
