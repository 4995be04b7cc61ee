package org.towercrier.campaign.ui.internal.find;

import java.util.List;

import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.ui.model.application.MApplication;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.ui.internal.CampaignChoice;
import org.towercrier.campaign.ui.internal.CampaignFeed;
import org.towercrier.campaign.ui.internal.CampaignJobs;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.ui.FindProvider;
import org.towercrier.ui.WorkbenchIds;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** Lets campaigns be found from anywhere. */
public final class CampaignAddon {

    private final MApplication application;
    private final CampaignFeed feed;
    private final CampaignJobs jobs;
    private final CampaignFinder finder;
    private final ServiceRegistration<FindProvider> registration;
    private int reads;

    @Inject
    public CampaignAddon(MApplication application, Texts texts, CampaignFeed feed, CampaignJobs jobs) {
        this.application = application;
        this.feed = feed;
        this.jobs = jobs;
        finder = new CampaignFinder(texts, this::open);
        registration = FrameworkUtil.getBundle(CampaignAddon.class).getBundleContext().registerService(FindProvider.class, finder, null);
    }

    @PostConstruct
    void follow() {
        feed.follow(this::read);
        read();
    }

    /** Reads the names away from the window; what a workspace that was left still answers is not taken. */
    private void read() {
        int mine = ++reads;
        feed.campaigns().ifPresentOrElse(service -> jobs.quietly("Part_Campaigns", cancellation -> service.list(), found -> {
            if (mine == reads) {
                finder.offer(found);
            }
        }), () -> finder.offer(List.<Campaigns.Info>of()));
    }

    /** Opens the campaign in the window, which need not be the active one: the field to search in may have been. */
    private void open(String campaign) {
        application.getChildren().stream().filter(window -> WorkbenchIds.WINDOW.equals(window.getElementId())).findFirst()
                .ifPresent(window -> ContextInjectionFactory.make(CampaignChoice.class, window.getContext().getActiveLeaf())
                        .edit(campaign));
    }

    @PreDestroy
    void close() {
        registration.unregister();
    }
}
