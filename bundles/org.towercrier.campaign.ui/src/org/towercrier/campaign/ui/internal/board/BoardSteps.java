package org.towercrier.campaign.ui.internal.board;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.common.command.CommandStack;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.ui.internal.CampaignJobs;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.store.Documents;
import org.towercrier.store.Versioned;
import org.towercrier.ui.view.UndoStacks;
import org.towercrier.ui.view.UndoStep;

import jakarta.inject.Inject;

/** What can be done with campaigns as a whole. What is deleted can be brought back by the workbench's undo. */
@Creatable
final class BoardSteps {

    private static final String USER = System.getProperty("user.name", "operator");

    private final Texts texts;
    private final CampaignJobs jobs;
    private final CommandStack stack;

    @Inject
    BoardSteps(Texts texts, CampaignJobs jobs, UndoStacks undo) {
        this.texts = texts;
        this.jobs = jobs;
        stack = undo.ofView();
    }

    /** Makes a campaign and saves it. */
    void create(Campaigns campaigns, Consumer<String> opened, Consumer<String> said) {
        String name = texts.get("Board_NewName");
        jobs.run("Board_New", cancellation -> {
            Campaign campaign = campaigns.create("", name, USER);
            campaigns.save(campaign, Documents.NEW);
            return campaign.getId();
        }, opened, said);
    }

    /** Makes another one like it. */
    void duplicate(Campaigns campaigns, String id, Consumer<String> opened, Consumer<String> said) {
        jobs.run("Board_Duplicate", cancellation -> campaigns
                .duplicate(id, "", texts.get("Board_CopyName", name(campaigns, id))).getId(), opened, said);
    }

    /** Makes the next one, whose need rests on the result. */
    void followUp(Campaigns campaigns, String id, Consumer<String> opened, Consumer<String> said) {
        jobs.run("Board_FollowUp", cancellation -> campaigns
                .followUp(id, "", texts.get("Board_NextName", name(campaigns, id))).getId(), opened, said);
    }

    private static String name(Campaigns campaigns, String id) throws CampaignException, org.towercrier.store.StoreException {
        return campaigns.open(id).map(Versioned::root).map(Campaign::getName).orElse(id);
    }

    /** Deletes a campaign that was not launched. */
    void delete(Campaigns campaigns, String id, Consumer<String> said) {
        delete(campaigns, id, said, gone -> stack.execute(UndoStep.taken(texts.get("Board_Delete"), () -> restore(campaigns, gone, said),
                () -> delete(campaigns, id, said, goneAgain -> {}))));
    }

    private void delete(Campaigns campaigns, String id, Consumer<String> said, Consumer<Campaign> deleted) {
        jobs.run("Board_Delete", cancellation -> {
            Optional<Versioned<Campaign>> found = campaigns.open(id);
            if (found.isPresent()) {
                campaigns.delete(id, found.get().version());
            }
            return found.map(Versioned::root);
        }, gone -> gone.ifPresent(campaign -> {
            deleted.accept(campaign);
            said.accept(texts.get("Board_Deleted", campaign.getName()));
        }), said);
    }

    private void restore(Campaigns campaigns, Campaign campaign, Consumer<String> said) {
        jobs.run("Board_Delete", cancellation -> campaigns.save(campaign, Documents.NEW),
                version -> said.accept(texts.get("Board_Restored", campaign.getName())), said);
    }
}
