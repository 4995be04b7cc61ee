package org.towercrier.expansion.ui.internal.settings;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.di.UISynchronize;
import org.towercrier.expansion.ui.internal.ExpansionIds;

import jakarta.inject.Named;

/** Takes a candidate site off the list. */
public final class RemoveCandidateHandler {

    @Execute
    public void remove(@Named(ExpansionIds.PARAMETER_CANDIDATE) String candidate, CandidateSteps steps, UISynchronize window) {
        steps.withGround(ground -> window.asyncExec(
                () -> steps.remove(ground.candidates().stream().filter(each -> each.id().equals(candidate)).toList())));
    }
}
