package org.towercrier.campaign.ui.internal;

import java.util.Optional;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.MApplication;
import org.towercrier.ui.WorkbenchIds;
import org.towercrier.ui.view.Views;

import jakarta.inject.Inject;

/** The campaign that all pages about one campaign show, and the ways to those pages. */
@Creatable
public final class CampaignChoice {

    /** Name of the context variable that holds the id of the chosen campaign. */
    public static final String CAMPAIGN = "org.towercrier.selection.campaign";

    private final IEclipseContext context;
    private final Views views;

    @Inject
    public CampaignChoice(MApplication application, Views views) {
        this.context = application.getContext();
        this.views = views;
    }

    /** Chooses a campaign; choosing the same again tells nobody. */
    public void choose(String campaign) {
        if (!campaign.equals(context.get(CAMPAIGN))) {
            context.set(CAMPAIGN, campaign);
        }
    }

    /** The chosen campaign, absent when nobody has chosen one yet. */
    public Optional<String> chosen() {
        return Optional.ofNullable((String) context.get(CAMPAIGN));
    }

    /** Opens a campaign in its editor. */
    public void edit(String campaign) {
        choose(campaign);
        views.show(WorkbenchIds.PERSPECTIVE_MARKETING, CampaignIds.PART_CAMPAIGN);
    }

    /** Opens a page about a campaign. */
    public void page(String campaign, String part) {
        choose(campaign);
        views.open(part);
    }

    /** Opens a page that is not about one campaign. */
    public void page(String part) {
        views.open(part);
    }
}
