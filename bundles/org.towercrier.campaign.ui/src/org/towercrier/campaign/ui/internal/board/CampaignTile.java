package org.towercrier.campaign.ui.internal.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.towercrier.campaign.CampaignBoard;
import org.towercrier.campaign.CampaignBoard.Card;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.ui.internal.CampaignIds;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.campaign.ui.internal.Words;
import org.towercrier.model.campaign.CampaignState;
import org.towercrier.model.campaign.Verdict;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreEvents;
import org.towercrier.store.StoreException;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.theme.Severity;
import org.towercrier.ui.view.OverviewAddition;
import org.towercrier.ui.view.StoreInterest;
import org.towercrier.ui.view.StoreTile;

/** Campaigns on the overview: those that run with what they spend, before them those that are blocked: paused, over their budget, or harmful. */
@Component(service = { OverviewAddition.class, EventHandler.class }, property = { EventConstants.EVENT_TOPIC + "=" + StoreEvents.CHANGED,
        EventConstants.EVENT_TOPIC + "=" + StoreEvents.DOCUMENT })
public final class CampaignTile extends StoreTile {

    private static final int MOST_LINES = 8;

    private final CampaignBoard board;

    /** Of the open workspace. */
    @Activate
    public CampaignTile(@Reference CampaignBoard board) {
        super(StoreInterest.inTables("contact", "response", "audience_member").andDocuments(Campaigns.KIND));
        this.board = board;
    }

    @Override
    public Content read(Locale locale) throws StoreException {
        return content(board.cards(Cancellation.none()), new Texts(locale));
    }

    static Content content(List<Card> cards, Texts texts) {
        Words words = new Words(texts);
        List<Card> running = cards.stream().filter(card -> card.state() == CampaignState.LAUNCHED).toList();
        List<Card> blocked = cards.stream().filter(CampaignTile::isBlocked).toList();
        List<Card> shown = new ArrayList<>(blocked);
        running.stream().filter(card -> !blocked.contains(card)).sorted(Comparator.comparing(Card::name)).forEach(shown::add);
        List<Line> lines = shown.stream().limit(MOST_LINES).map(card -> line(card, texts, words)).toList();
        return new Content(texts.get("Part_Campaigns"), cards.isEmpty() ? "" : NumberFormats.of(texts.locale()).integer(running.size()),
                cards.isEmpty() ? "" : texts.get("Tile_Running", blocked.size()), lines,
                texts.get(cards.isEmpty() ? "Tile_NoCampaigns" : "Tile_NoneRuns"), CampaignIds.COMMAND_CAMPAIGN, Map.of());
    }

    /** Whether somebody has to look at it: it waits, it spends too much, or it does harm. */
    static boolean isBlocked(Card card) {
        boolean running = card.state() == CampaignState.LAUNCHED || card.state() == CampaignState.PAUSED;
        return running && (card.state() == CampaignState.PAUSED || share(card).filter(used -> used >= 1).isPresent()
                || card.verdict().filter(Verdict.HARMFUL::equals).isPresent());
    }

    private static Optional<Double> share(Card card) {
        return card.budget().filter(budget -> budget > 0).map(budget -> card.spent() / budget);
    }

    private static Line line(Card card, Texts texts, Words words) {
        NumberFormats numbers = NumberFormats.of(texts.locale());
        String used = share(card).map(part -> numbers.percent(part, 0)).orElse(numbers.compact(card.spent()));
        String value = card.verdict().filter(Verdict.HARMFUL::equals).isPresent() ? words.of(Verdict.HARMFUL)
                : card.state() == CampaignState.PAUSED ? words.of(CampaignState.PAUSED) : used;
        Severity mark = card.verdict().filter(Verdict.HARMFUL::equals).isPresent() ? Severity.CRITICAL
                : isBlocked(card) ? Severity.MAJOR : Severity.CLEARED;
        return new Line(card.name(), value, Optional.of(mark), Math.min(1, share(card).orElse(0.0)),
                Map.of(CampaignIds.PARAMETER_CAMPAIGN, card.id()));
    }
}
