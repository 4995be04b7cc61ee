package org.towercrier.campaign.ui.internal.care;

import java.util.Optional;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.towercrier.campaign.CareCampaigns;
import org.towercrier.campaign.ui.internal.CampaignChoice;
import org.towercrier.campaign.ui.internal.CampaignIds;
import org.towercrier.campaign.ui.internal.CampaignJobs;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Makes a care campaign for the customers behind an alarm and opens it; an alarm that has one already leads there. */
public final class CareHandler {

    private static final String USER = System.getProperty("user.name", "operator");

    private Optional<CareCampaigns> care = Optional.empty();

    @Inject
    void service(@org.eclipse.e4.core.di.annotations.Optional CareCampaigns service) {
        care = Optional.ofNullable(service);
    }

    @CanExecute
    boolean canExecute() {
        return care.isPresent();
    }

    @Execute
    void execute(@org.eclipse.e4.core.di.annotations.Optional @Named(CampaignIds.PARAMETER_ALARM) String alarm, CampaignJobs jobs,
            CampaignChoice choice, CareNotice notice) {
        if (alarm != null && care.isPresent()) {
            CareCampaigns service = care.get();
            jobs.run("Command_Care", cancellation -> service.forAlarm(alarm, USER, cancellation).getId(), choice::edit, notice::say);
        }
    }
}
