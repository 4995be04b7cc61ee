package org.towercrier.campaign.ui.internal.find;

import java.util.List;
import java.util.Optional;

import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.ui.internal.CampaignChoice;
import org.towercrier.campaign.ui.internal.CampaignFeed;
import org.towercrier.campaign.ui.internal.CampaignJobs;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.ui.FindProvider;
import org.towercrier.ui.view.MainWindow;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** Lets campaigns be found from anywhere. Their names are read when somebody searches for the first time: at the start nobody waits for them. */
public final class CampaignAddon {

    private final IEclipseContext context;
    private final CampaignJobs jobs;
    private final CampaignFinder finder;
    private final ServiceRegistration<FindProvider> registration;
    private Optional<CampaignFeed> feed = Optional.empty();
    private int reads;

    @Inject
    public CampaignAddon(IEclipseContext context, MainWindow window, Texts texts, CampaignJobs jobs) {
        this.context = context;
        this.jobs = jobs;
        finder = new CampaignFinder(texts, campaign -> window.with(CampaignChoice.class, choice -> choice.edit(campaign)), this::prepare);
        registration = FrameworkUtil.getBundle(CampaignAddon.class).getBundleContext().registerService(FindProvider.class, finder, null);
    }

    private void prepare() {
        if (feed.isEmpty()) {
            CampaignFeed made = ContextInjectionFactory.make(CampaignFeed.class, context);
            feed = Optional.of(made);
            made.follow(() -> read(made));
            read(made);
        }
    }

    /** Reads the names away from the window; what a workspace that was left still answers is not taken. */
    private void read(CampaignFeed from) {
        int mine = ++reads;
        from.campaigns().ifPresentOrElse(service -> jobs.quietly("Part_Campaigns", cancellation -> service.list(), found -> {
            if (mine == reads) {
                finder.offer(found);
            }
        }), () -> finder.offer(List.<Campaigns.Info>of()));
    }

    @PreDestroy
    void close() {
        registration.unregister();
    }
}
