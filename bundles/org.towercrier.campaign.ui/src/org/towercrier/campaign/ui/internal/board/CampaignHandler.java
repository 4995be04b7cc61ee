package org.towercrier.campaign.ui.internal.board;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.towercrier.campaign.ui.internal.CampaignChoice;
import org.towercrier.campaign.ui.internal.CampaignIds;
import org.towercrier.ui.WorkbenchIds;
import org.towercrier.ui.view.Views;

import jakarta.inject.Named;

/** Opens a campaign in its editor, or the board when none is named. */
public final class CampaignHandler {

    @Execute
    void execute(@Optional @Named(CampaignIds.PARAMETER_CAMPAIGN) String campaign, CampaignChoice choice, Views views) {
        if (campaign == null || campaign.isEmpty()) {
            views.show(WorkbenchIds.PERSPECTIVE_MARKETING, CampaignIds.PART_BOARD);
        } else {
            choice.edit(campaign);
        }
    }
}
