package org.towercrier.expansion.ui.internal.settings;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;
import org.towercrier.expansion.CandidateSites.Candidate;
import org.towercrier.expansion.ui.internal.ExpansionIds;
import org.towercrier.expansion.ui.internal.NameBox;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.Ground;

import jakarta.inject.Named;

/** Lists a place as a possible site, by the name that is asked for. */
public final class AddCandidateHandler {

    @Execute
    public void add(@Named(ExpansionIds.PARAMETER_LATITUDE) String latitude, @Named(ExpansionIds.PARAMETER_LONGITUDE) String longitude,
            @Named(IServiceConstants.ACTIVE_SHELL) Shell shell, CandidateSteps steps, Texts texts, UISynchronize window) {
        Point place = shell.getDisplay().getCursorLocation();
        steps.withGround(ground -> window.asyncExec(() -> ask(ground, Double.parseDouble(latitude), Double.parseDouble(longitude), shell,
                place, steps, texts)));
    }

    private static void ask(Ground ground, double latitude, double longitude, Shell shell, Point place, CandidateSteps steps,
            Texts texts) {
        NameBox.ask(shell, place, texts.get("Candidate_Prompt"), texts.get("Candidate_Info"),
                texts.get("Candidate_Proposal", ground.candidates().size() + 1), name -> !name.isBlank(),
                name -> steps.add(new Candidate(CandidateSteps.freeId(ground), name, latitude, longitude, "")));
    }
}
