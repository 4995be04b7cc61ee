package org.towercrier.campaign.internal.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.towercrier.campaign.CampaignBoard;
import org.towercrier.campaign.internal.CampaignMessages;
import org.towercrier.command.CommandContext;
import org.towercrier.command.DemoStep;
import org.towercrier.model.campaign.CampaignState;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/** The campaigns of the sample city in the demonstration. */
@Component(service = DemoStep.class)
public final class CampaignDemo implements DemoStep {

    private static final int ORDER = 300;

    @Override
    public String id() {
        return "campaigns";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Map<String, Object> run(CommandContext context) throws StoreException {
        List<CampaignBoard.Card> cards = context.service(CampaignBoard.class).cards(Cancellation.none());
        long running = cards.stream().filter(card -> card.state() == CampaignState.LAUNCHED).count();
        long reached = cards.stream().mapToLong(CampaignBoard.Card::reach).sum();
        long judged = cards.stream().filter(card -> card.verdict().isPresent()).count();
        context.out().println(CampaignMessages.text(context.locale(), "Demo_Campaigns", cards.size(), running, reached, judged));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("campaigns", cards.size());
        figures.put("running", running);
        figures.put("reached", reached);
        figures.put("withVerdict", judged);
        return figures;
    }
}
