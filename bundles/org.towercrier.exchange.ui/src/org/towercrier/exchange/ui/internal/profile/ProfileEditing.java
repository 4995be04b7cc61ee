package org.towercrier.exchange.ui.internal.profile;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.eclipse.e4.core.di.annotations.Creatable;

import jakarta.inject.Singleton;

/** Which profile is being edited, shared by the pages that open the editor and the editor. Used by the window's thread. */
@Creatable
@Singleton
public final class ProfileEditing {

    private final List<Consumer<ProfileDraft>> listeners = new CopyOnWriteArrayList<>();
    private Optional<ProfileDraft> draft = Optional.empty();

    public Optional<ProfileDraft> draft() {
        return draft;
    }

    /** Takes another profile into the editor. */
    public void open(ProfileDraft opened) {
        draft = Optional.of(opened);
        listeners.forEach(listener -> listener.accept(opened));
    }

    public void listen(Consumer<ProfileDraft> listener) {
        listeners.add(listener);
    }

    public void forget(Consumer<ProfileDraft> listener) {
        listeners.remove(listener);
    }
}
