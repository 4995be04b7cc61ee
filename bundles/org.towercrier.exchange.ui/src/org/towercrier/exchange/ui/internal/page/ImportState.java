package org.towercrier.exchange.ui.internal.page;

import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.eclipse.e4.core.di.annotations.Creatable;

import jakarta.inject.Singleton;

/**
 * The import as it stands, shared by all import pages so that closing one loses nothing. Changed by the window's thread
 * and by jobs; listeners are called on the thread that changed it.
 */
@Creatable
@Singleton
public final class ImportState {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private ImportDraft draft = ImportDraft.EMPTY;
    private Look look = new Look.Nothing();
    private Outcome outcome = new Outcome.None();
    private Optional<Running> running = Optional.empty();
    private boolean looking;

    public synchronized ImportDraft draft() {
        return draft;
    }

    public synchronized Look look() {
        return look;
    }

    public synchronized Outcome outcome() {
        return outcome;
    }

    public synchronized Optional<Running> running() {
        return running;
    }

    public synchronized boolean isLooking() {
        return looking;
    }

    /** Changes the draft. @return whether it is another one now */
    public boolean edit(UnaryOperator<ImportDraft> change) {
        synchronized (this) {
            ImportDraft changed = change.apply(draft);
            if (changed.equals(draft)) {
                return false;
            }
            draft = changed;
            if (changed.isEmpty()) {
                look = new Look.Nothing();
                outcome = new Outcome.None();
            }
        }
        tell();
        return true;
    }

    void looking() {
        synchronized (this) {
            looking = true;
        }
        tell();
    }

    /** Takes what was found, unless the draft is another one by now. */
    void looked(ImportDraft at, Look found) {
        synchronized (this) {
            looking = false;
            if (at.equals(draft)) {
                look = found;
            }
        }
        tell();
    }

    void progress(Running now) {
        synchronized (this) {
            running = Optional.of(now);
        }
        tell();
    }

    void finished(Outcome end) {
        synchronized (this) {
            running = Optional.empty();
            outcome = end;
        }
        tell();
    }

    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    public void forget(Runnable listener) {
        listeners.remove(listener);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
