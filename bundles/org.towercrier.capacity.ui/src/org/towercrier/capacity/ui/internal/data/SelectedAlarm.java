package org.towercrier.capacity.ui.internal.data;

import java.util.Optional;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.view.StatePart;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The alarm that is selected anywhere, as a view follows it: told whenever it is another one, or may be another one. */
@Creatable
public final class SelectedAlarm {

    private Optional<AlarmService> alarms = Optional.empty();
    private Optional<String> selected = Optional.empty();
    private Optional<Runnable> follower = Optional.empty();

    /** An alarm that can be read. */
    public record Chosen(AlarmService alarms, String id) {
    }

    /**
     * Lets a view follow.
     *
     * @param view    the view; it is told on the thread of the window once it is built
     * @param changed is run when there is something else to show
     */
    public void follow(StatePart view, Runnable changed) {
        follower = Optional.of(() -> view.faces().ifPresent(pane -> changed.run()));
    }

    /** What is selected; absent when nothing is, or when no workspace is open. */
    public Optional<Chosen> chosen() {
        return alarms.flatMap(service -> selected.map(id -> new Chosen(service, id)));
    }

    @Inject
    void service(@org.eclipse.e4.core.di.annotations.Optional AlarmService service) {
        alarms = Optional.ofNullable(service);
        tell();
    }

    /** Whenever the network is loaded anew the alarm may be another one. */
    @Inject
    void network(@org.eclipse.e4.core.di.annotations.Optional @Named(SnapshotAddon.STATE) NetworkState state) {
        if (state != null && !state.loading()) {
            tell();
        }
    }

    @Inject
    void selected(@org.eclipse.e4.core.di.annotations.Optional @Named(SharedSelection.ALARM) String alarm) {
        selected = Optional.ofNullable(alarm);
        tell();
    }

    private void tell() {
        follower.ifPresent(Runnable::run);
    }
}
