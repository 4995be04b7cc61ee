package org.towercrier.campaign.ui.internal.find;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.ui.FindProvider;

/** Leads from a name or id to a campaign. It looks among names that were read before: it is asked with every key. */
final class CampaignFinder implements FindProvider {

    private final Texts texts;
    private final Consumer<String> open;
    private final Runnable read;
    private volatile List<Entry> entries = List.of();

    /** A campaign. @param searched what its words are looked for in, in lower case */
    private record Entry(String id, String label, String searched) {
    }

    /**
     * @param open opens the campaign with an id
     * @param read sees to it that campaigns are offered
     */
    CampaignFinder(Texts texts, Consumer<String> open, Runnable read) {
        this.texts = texts;
        this.open = open;
        this.read = read;
    }

    @Override
    public void prepare() {
        read.run();
    }

    /** The campaigns that can be found. */
    void offer(List<Campaigns.Info> campaigns) {
        entries = campaigns.stream().map(info -> new Entry(info.id(), info.name().isBlank() ? info.id() : info.name(),
                (info.name() + ' ' + info.id() + ' ' + info.owner().orElse("")).toLowerCase(Locale.ROOT))).toList();
    }

    @Override
    public List<Found> find(List<String> words, int most) {
        String kind = texts.get("Find_Campaign");
        String searchedKind = kind.toLowerCase(texts.locale());
        return entries.stream()
                .filter(entry -> words.stream().allMatch(word -> entry.searched().contains(word) || searchedKind.contains(word)))
                .limit(most).map(entry -> new Found(kind, entry.label(), () -> open.accept(entry.id()))).toList();
    }
}
