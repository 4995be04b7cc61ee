package org.towercrier.campaign.ui.internal.care;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.towercrier.campaign.CareCampaigns;
import org.towercrier.campaign.ui.internal.CampaignChoice;
import org.towercrier.campaign.ui.internal.CampaignIds;
import org.towercrier.campaign.ui.internal.CampaignJobs;
import org.towercrier.store.Store;

import jakarta.inject.Named;

/** Makes a care campaign for the customers behind an alarm and opens it; an alarm that has one already leads there. */
public final class CareHandler {

    private static final String USER = System.getProperty("user.name", "operator");

    /** By the store and not by the service: menus ask at the start, and making the service takes a while. */
    @CanExecute
    boolean canExecute(@Optional Store open) {
        return open != null;
    }

    @Execute
    void execute(@Optional @Named(CampaignIds.PARAMETER_ALARM) String alarm, @Optional CareCampaigns service, CampaignJobs jobs,
            CampaignChoice choice, CareNotice notice) {
        if (alarm != null && service != null) {
            jobs.run("Command_Care", cancellation -> service.forAlarm(alarm, USER, cancellation).getId(), choice::edit, notice::say);
        }
    }
}
