package org.towercrier.campaign.ui.internal.page;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.ui.internal.CampaignChoice;
import org.towercrier.campaign.ui.internal.CampaignFeed;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.campaign.ui.internal.Words;
import org.towercrier.store.Cancellation;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.StatePart;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * A page about one campaign: the bar has a choice of campaigns, which all such pages share.
 *
 * @param <T> what is read about the campaign
 */
public abstract class CampaignPage<T> extends StatePart {

    private static final int CHOOSER_WIDTH = 260;

    private final Texts texts;
    private final Words words;
    private final CampaignFeed feed;
    private final CampaignChoice choice;
    private Combo chooser;
    private Label said;
    private List<Campaigns.Info> infos = List.of();
    private Optional<Campaigns.Info> shown = Optional.empty();

    protected CampaignPage(PartSite site, Texts texts, Words words, CampaignFeed feed, CampaignChoice choice) {
        super(site);
        this.texts = texts;
        this.words = words;
        this.feed = feed;
        this.choice = choice;
        feed.follow(this::changed);
    }

    /** Whether the services are there that {@link #read} asks. */
    protected abstract boolean isReady();

    /** Which campaigns the page says something about. */
    protected boolean isWanted(Campaigns.Info campaign) {
        return true;
    }

    /** Prepares reading, on the thread of the window; what it returns reads away from it. */
    protected abstract Reading<T> reading();

    /** Shows what was read. */
    protected abstract void show(Campaigns.Info campaign, T found);

    /** Adds what stands in the bar behind the choice. */
    protected void fillBar(Composite bar) {
        // most pages have nothing to set
    }

    /** Reads something about a campaign. */
    @FunctionalInterface
    protected interface Reading<T> {
        /** Reads. */
        T of(String campaign, Cancellation cancellation) throws Exception;
    }

    @Inject
    final void chosen(@org.eclipse.e4.core.di.annotations.Optional @Named(CampaignChoice.CAMPAIGN) String id) {
        if (id != null && shown.filter(info -> info.id().equals(id)).isEmpty()) {
            changed();
        }
    }

    @Override
    protected final void createBar(Composite parent) {
        Composite bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        new Label(bar, SWT.NONE).setText(texts.get("Campaign_Choose"));
        chooser = new Combo(bar, SWT.READ_ONLY);
        GridDataFactory.swtDefaults().hint(CHOOSER_WIDTH, SWT.DEFAULT).applyTo(chooser);
        chooser.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> choose()));
        fillBar(bar);
        GridLayoutFactory.fillDefaults().numColumns(bar.getChildren().length).margins(8, 4).spacing(8, 0).applyTo(bar);
        said = new Label(parent, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 0).exclude(true).applyTo(said);
        said.setVisible(false);
        showChoices();
    }

    private void choose() {
        int index = chooser.getSelectionIndex();
        if (index >= 0 && index < infos.size()) {
            shown = Optional.of(infos.get(index));
            choice.choose(infos.get(index).id());
            refresh();
        }
    }

    private void showChoices() {
        chooser.setItems(infos.stream().map(info -> info.name() + " (" + words.of(info.state()) + ")").toArray(String[]::new));
        shown.map(infos::indexOf).ifPresent(chooser::select);
    }

    /** Says something in the bar. */
    protected final void say(String text) {
        if (!said.isDisposed()) {
            said.setText(text.replace("&", "&&"));
            GridData room = (GridData) said.getLayoutData();
            room.exclude = text.isEmpty();
            room.widthHint = Math.max(200, said.getParent().getClientArea().width - 16);
            said.setVisible(!text.isEmpty());
            said.getParent().layout();
        }
    }

    /** The name of a campaign, its id where it is not known. */
    protected final String nameOf(String id) {
        return infos.stream().filter(info -> info.id().equals(id)).map(Campaigns.Info::name).findFirst().orElse(id);
    }

    /** The campaign that is shown. */
    protected final Optional<Campaigns.Info> campaign() {
        return shown;
    }

    @Override
    protected void refresh() {
        Optional<Campaigns> service = feed.campaigns();
        if (service.isEmpty() || !isReady()) {
            loader().cancel();
            pane().showEmpty();
            return;
        }
        Optional<String> wanted = choice.chosen();
        Reading<T> reading = reading();
        loader().load(cancellation -> {
            List<Campaigns.Info> list = service.get().list().stream().filter(this::isWanted).toList();
            Optional<Campaigns.Info> chosen = list.stream().filter(info -> wanted.filter(info.id()::equals).isPresent()).findFirst()
                    .or(() -> list.stream().findFirst());
            try {
                return new Found<>(list, chosen,
                        chosen.isEmpty() ? Optional.empty() : Optional.of(reading.of(chosen.get().id(), cancellation)));
            } catch (CampaignException refused) {
                site().later(() -> listed(list, chosen));
                throw words.explained(refused);
            }
        }, this::show);
    }

    private void show(Found<T> found) {
        listed(found.list(), found.chosen());
        pane().showUnless(found.read().isEmpty());
        if (found.chosen().isPresent() && found.read().isPresent()) {
            show(found.chosen().get(), found.read().get());
        }
    }

    private void listed(List<Campaigns.Info> list, Optional<Campaigns.Info> chosen) {
        if (isBuilt()) {
            infos = list;
            shown = chosen;
            showChoices();
        }
    }

    /** Words of these views. */
    protected final Texts texts() {
        return texts;
    }

    /** Words of campaigns. */
    protected final Words words() {
        return words;
    }

    /** The ways to other pages. */
    protected final CampaignChoice choice() {
        return choice;
    }

    private record Found<T>(List<Campaigns.Info> list, Optional<Campaigns.Info> chosen, Optional<T> read) {
    }
}
