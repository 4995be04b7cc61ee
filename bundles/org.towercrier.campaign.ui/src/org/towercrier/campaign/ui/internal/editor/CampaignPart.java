package org.towercrier.campaign.ui.internal.editor;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.emf.common.notify.AdapterFactory;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.provider.ComposedAdapterFactory;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.osgi.service.event.Event;
import org.towercrier.campaign.Audiences;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.CapacityChecks;
import org.towercrier.campaign.ui.internal.CampaignChoice;
import org.towercrier.campaign.ui.internal.CampaignIds;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.campaign.ui.internal.Words;
import org.towercrier.customer.Criteria;
import org.towercrier.customer.Segments;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignState;
import org.towercrier.model.campaign.CampaignStep;
import org.towercrier.model.campaign.provider.CampaignItemProviderAdapterFactory;
import org.towercrier.model.customer.provider.CustomerItemProviderAdapterFactory;
import org.towercrier.model.edit.Labels;
import org.towercrier.model.types.provider.TypesItemProviderAdapterFactory;
import org.towercrier.store.Cancellation;
import org.towercrier.store.DocumentInfo;
import org.towercrier.store.Store;
import org.towercrier.store.StoreEvents;
import org.towercrier.store.StoreException;
import org.towercrier.ui.Icon;
import org.towercrier.ui.editor.DocumentsPart;
import org.towercrier.ui.editor.EditorSite;
import org.towercrier.ui.editor.ValueText;
import org.towercrier.ui.kit.Buttons;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Edits a campaign: its five steps as a line across the top, a page for each, and beside it what its exit test says of what is being edited. */
public final class CampaignPart extends DocumentsPart<Campaigns.Info, Campaign> {

    private static final int PAUSE_MILLIS = 500;

    private final Texts texts;
    private final Words words;
    private final PartSite part;
    private final CampaignChoice choice;
    private final CampaignActions actions;
    private final Proposals proposals = new Proposals(this::root);
    private final Map<CampaignStep, StepPage> pages = new EnumMap<>(CampaignStep.class);
    private Optional<Campaigns> campaigns = Optional.empty();
    private Optional<Audiences> audiences = Optional.empty();
    private Optional<Criteria> criteria = Optional.empty();
    private Optional<Segments> segments = Optional.empty();
    private Optional<CapacityChecks> checks = Optional.empty();
    private Optional<Store> store = Optional.empty();
    private CampaignStep step = CampaignStep.NEED;
    private StepLine line;
    private TestPane test;
    private Composite stack;
    private Control everything;
    private Button all;
    private String told = "";
    private String opened = "";
    private long saved = -1;
    private int edits;

    @Inject
    public CampaignPart(EditorSite site, PartSite part, Texts texts, Words words, CampaignChoice choice, CampaignActions actions) {
        super(site);
        this.part = part;
        this.texts = texts;
        this.words = words;
        this.choice = choice;
        this.actions = actions;
    }

    @Inject
    void services(@org.eclipse.e4.core.di.annotations.Optional Campaigns documents,
            @org.eclipse.e4.core.di.annotations.Optional Audiences sizes, @org.eclipse.e4.core.di.annotations.Optional Criteria rules,
            @org.eclipse.e4.core.di.annotations.Optional Segments groups,
            @org.eclipse.e4.core.di.annotations.Optional CapacityChecks profiles,
            @org.eclipse.e4.core.di.annotations.Optional Store open) {
        campaigns = Optional.ofNullable(documents);
        audiences = Optional.ofNullable(sizes);
        criteria = Optional.ofNullable(rules);
        segments = Optional.ofNullable(groups);
        checks = Optional.ofNullable(profiles);
        store = Optional.ofNullable(open);
        changed();
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void stored(@UIEventTopic(StoreEvents.DOCUMENT) Event event) {
        boolean own = root().map(Campaign::getId).filter(id -> id.equals(event.getProperty(StoreEvents.NAME))).isPresent()
                && Long.valueOf(saved).equals(event.getProperty(StoreEvents.VERSION));
        if (Campaigns.KIND.equals(event.getProperty(StoreEvents.KIND)) && !own) {
            changed();
        }
    }

    @Inject
    void chosen(@org.eclipse.e4.core.di.annotations.Optional @Named(CampaignChoice.CAMPAIGN) String id) {
        if (id != null && isBuilt() && root().map(Campaign::getId).filter(id::equals).isEmpty() && (!isDirty() || trySave())) {
            open(info -> info.id().equals(id));
        }
    }

    @Override
    protected AdapterFactory items() {
        return new ComposedAdapterFactory(List.of(new CampaignItemProviderAdapterFactory(), new CustomerItemProviderAdapterFactory(),
                new TypesItemProviderAdapterFactory()));
    }

    @Override
    protected String chooserLabel() {
        return texts.get("Campaign_Choose");
    }

    @Override
    protected void fillActions(Composite bar) {
        all = new Button(bar, SWT.TOGGLE);
        all.setText(texts.get("Campaign_All"));
        all.setToolTipText(texts.get("Campaign_All_Tip"));
        all.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> showPage()));
        Button history = Buttons.push(bar, texts, "Campaign_History", () -> {});
        history.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> history(history)));
        Buttons.push(bar, texts, "Page_Gate", () -> page(CampaignIds.PART_GATE));
        Buttons.push(bar, texts, "Page_Room", () -> page(CampaignIds.PART_ROOM));
    }

    private void page(String id) {
        root().filter(root -> !isDirty() || trySave()).ifPresent(root -> choice.page(root.getId(), id));
    }

    @Override
    protected void describeEmpty(StatePane parent) {
        parent.setEmpty(Icon.MARKETING, texts.get("Part_Campaign"), texts.get("Empty_Campaigns")).button(texts.get("Empty_ToBoard"),
                () -> choice.page(CampaignIds.PART_BOARD));
    }

    @Override
    protected Control placeEditor(Composite parent, Function<Composite, Control> create) {
        Composite whole = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(whole);
        line = new StepLine(whole, texts, words);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        part.track(line);
        SashForm halves = new SashForm(whole, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(halves);
        stack = new Composite(halves, SWT.NONE);
        stack.setLayout(new StackLayout());
        FormKit kit = new FormKit(texts, new Labels(texts.locale()), new ValueText(new Labels(texts.locale())), part.themes(),
                () -> editor().domain());
        pages.clear();
        pages.put(CampaignStep.NEED, new NeedPage(stack, kit, proposals));
        pages.put(CampaignStep.VALUE_POSITION, new ValuePage(stack, kit));
        pages.put(CampaignStep.OFFER, new OfferPage(stack, kit, proposals));
        pages.put(CampaignStep.COMMUNICATION, new CommunicationPage(stack, kit, proposals, choice::page));
        pages.put(CampaignStep.EXECUTION, new ExecutionPage(stack, kit, this::act));
        everything = create.apply(stack);
        test = new TestPane(halves, part, texts, words);
        halves.setWeights(64, 36);
        line.onOpen(this::go);
        line.open(step);
        return whole;
    }

    private void go(CampaignStep next) {
        step = next;
        all.setSelection(false);
        showPage();
    }

    private void showPage() {
        ((StackLayout) stack.getLayout()).topControl = all.getSelection() ? everything : pages.get(step).control();
        stack.layout();
        pages.get(step).fit();
        test.show(step, root().map(this::banner).orElse(""), told);
    }

    private String banner(Campaign campaign) {
        return campaign.getLaunched() == null ? ""
                : texts.get("Campaign_Launched", part.dates().minute(campaign.getLaunched()), words.of(campaign.getState()));
    }

    @Override
    protected List<Campaigns.Info> list(Cancellation cancellation) throws StoreException, CampaignException {
        Optional<Campaigns> service = campaigns;
        if (service.isEmpty()) {
            return List.of();
        }
        if (store.isPresent()) {
            Proposals.Stored read = Proposals.read(store.get(), segments, checks, texts.locale());
            part.later(() -> proposals.set(read));
        }
        return service.get().list();
    }

    @Override
    protected Optional<Edited<Campaign>> read(Campaigns.Info chosen, Cancellation cancellation) throws StoreException {
        Optional<Campaigns> service = campaigns;
        return service.isEmpty() ? Optional.empty()
                : service.get().open(chosen.id()).map(found -> new Edited<>(found.root(), found.version()));
    }

    @Override
    protected String name(Campaigns.Info chosen) {
        return chosen.id();
    }

    @Override
    protected String label(Campaigns.Info chosen) {
        return chosen.name() + " (" + words.of(chosen.state()) + ")";
    }

    @Override
    protected boolean isFirst(Campaigns.Info chosen) {
        return choice.chosen().filter(chosen.id()::equals).isPresent();
    }

    @Override
    protected void opened(Campaigns.Info chosen) {
        if (!chosen.id().equals(opened)) {
            opened = chosen.id();
            told = "";
            line.open(chosen.step());
        }
        choice.choose(chosen.id());
    }

    @Override
    protected void rootChanged(Campaign root) {
        Frozen frozen = FrozenParts.of(root);
        ((ExecutionPage) pages.get(CampaignStep.EXECUTION)).criteria(criteria);
        pages.values().forEach(page -> page.show(root, frozen));
        showPage();
        int mine = ++edits;
        stack.getDisplay().timerExec(PAUSE_MILLIS, () -> {
            if (mine == edits && !stack.isDisposed()) {
                check(root);
            }
        });
    }

    /** The exit tests run over a copy: objects that are edited stay on this thread. */
    private void check(Campaign root) {
        Optional<Campaigns> service = campaigns;
        if (service.isEmpty()) {
            return;
        }
        Campaign copy = EcoreUtil.copy(root);
        Found found = new Found(service.get(), audiences, actions);
        test.load(cancellation -> found.read(copy, cancellation), read -> line.show(read.checks()));
    }

    /** Reads what the test pane shows. */
    private record Found(Campaigns campaigns, Optional<Audiences> audiences, CampaignActions actions) {

        TestPane.Found read(Campaign copy, Cancellation cancellation) throws StoreException {
            var checks = campaigns.check(copy, cancellation);
            return new TestPane.Found(checks, known(audiences, service -> service.size(copy, cancellation)),
                    known(actions.results(), service -> service.power(copy, cancellation)));
        }

        /** Absent while what was typed cannot be evaluated: the exit test says why. */
        private static <S, V> Optional<V> known(Optional<S> service, Asked<S, V> asked) throws StoreException {
            try {
                return service.isEmpty() ? Optional.empty() : Optional.of(asked.of(service.get()));
            } catch (CampaignException incomplete) {
                return Optional.empty();
            }
        }
    }

    @FunctionalInterface
    private interface Asked<S, V> {
        V of(S service) throws CampaignException, StoreException;
    }

    @Override
    protected long save(Edited<Campaign> edited) throws StoreException, CampaignRefused {
        pages.values().forEach(StepPage::flush);
        try {
            saved = campaigns.orElseThrow().save(edited.root(), edited.version());
            return saved;
        } catch (CampaignException refused) {
            throw new CampaignRefused(refused.text(texts.locale()), refused);
        }
    }

    /** Why a campaign cannot be saved, in the language of the window. */
    static final class CampaignRefused extends Exception {

        private static final long serialVersionUID = 1L;

        CampaignRefused(String why, CampaignException cause) {
            super(why, cause);
        }
    }

    private void act(ExecutionPage.Action action) {
        Optional<Campaigns> service = campaigns;
        if (root().isEmpty() || service.isEmpty() || isDirty() && !trySave()) {
            return;
        }
        Campaign campaign = root().get();
        String id = campaign.getId();
        switch (action) {
            case LAUNCH -> actions.launch(id, this::say);
            case SEND -> actions.send(id, this::say);
            case PAUSE -> actions.move(service.get(), id, CampaignState.PAUSED, "Action_PAUSE", this::say);
            case RESUME -> actions.move(service.get(), id, CampaignState.LAUNCHED, "Action_RESUME", this::say);
            case END -> actions.move(service.get(), id, CampaignState.ENDED, "Action_END", this::say);
            case CONCLUDE -> actions.conclude(id, Optional.ofNullable(campaign.getExecution()).map(done -> done.getConclusion())
                    .orElse(""), this::say);
            case RESULT -> choice.page(id, CampaignIds.PART_RESULT);
        }
    }

    /** Says what came of a step, beside the page; it stands there until another campaign is opened. */
    private void say(String text) {
        told = text;
        if (isBuilt()) {
            showPage();
        }
    }

    /** The versions there are; the chosen one becomes the newest, so that nothing is lost. */
    private void history(Button at) {
        Optional<Campaigns> service = campaigns;
        if (root().isEmpty() || service.isEmpty()) {
            return;
        }
        String id = root().get().getId();
        attempt(() -> {
            Menu menu = new Menu(at);
            List<DocumentInfo> versions = service.get().history(id);
            for (DocumentInfo info : versions) {
                MenuItem item = new MenuItem(menu, SWT.PUSH);
                item.setText(texts.get("Campaign_Version", info.version(), part.dates().minute(info.saved()), info.user()));
                item.setEnabled(info != versions.getFirst());
                item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> restore(service.get(), info)));
            }
            menu.addListener(SWT.Hide, event -> menu.getDisplay().asyncExec(menu::dispose));
            menu.setLocation(at.toDisplay(0, at.getSize().y));
            menu.setVisible(true);
        });
    }

    private void restore(Campaigns service, DocumentInfo info) {
        store.ifPresent(documents -> attempt(() -> {
            var old = documents.documents().load(Campaigns.KIND, info.name(), info.version(), Campaign.class);
            var now = service.open(info.name());
            if (old.isPresent() && now.isPresent()) {
                save(new Edited<>(old.get().root(), now.get().version()));
                say(texts.get("Campaign_Restored", info.version()));
                open(choice -> choice.id().equals(info.name()));
            }
        }));
    }
}
