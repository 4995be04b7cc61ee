package org.towercrier.ui.view;

import org.eclipse.core.runtime.jobs.ISchedulingRule;

/** Jobs of the same rule wait for one another, so that an undo finds what it undoes. */
public final class OneByOne implements ISchedulingRule {

    @Override
    public boolean contains(ISchedulingRule rule) {
        return rule == this;
    }

    @Override
    public boolean isConflicting(ISchedulingRule rule) {
        return rule == this;
    }
}
