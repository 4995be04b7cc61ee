package org.towercrier.report.ui.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.e4.core.di.annotations.Creatable;

import jakarta.inject.Singleton;

/** The reports written since the window was opened; closing the page loses none. */
@Creatable
@Singleton
public final class WrittenReports {

    private final List<Written> written = new CopyOnWriteArrayList<>();

    /** The latest first. */
    List<Written> all() {
        return List.copyOf(written);
    }

    void add(Written report) {
        written.addFirst(report);
    }
}
