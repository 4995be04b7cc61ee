package org.towercrier.expansion.ui.internal.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Remembers what was kept, each time it was. */
final class RememberedDraft implements Draft {

    private final List<Optional<PlanQuestion>> kept = new ArrayList<>();
    private Optional<PlanQuestion> now = Optional.empty();

    @Override
    public Optional<PlanQuestion> recall() {
        return now;
    }

    @Override
    public void keep(Optional<PlanQuestion> question) {
        now = question;
        kept.add(question);
    }

    List<Optional<PlanQuestion>> kept() {
        return kept;
    }
}
