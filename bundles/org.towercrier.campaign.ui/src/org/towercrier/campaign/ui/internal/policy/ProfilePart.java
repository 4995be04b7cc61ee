package org.towercrier.campaign.ui.internal.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.emf.common.notify.AdapterFactory;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.osgi.service.event.Event;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.CapacityChecks;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.model.campaign.UseProfile;
import org.towercrier.model.campaign.provider.CampaignItemProviderAdapterFactory;
import org.towercrier.store.Cancellation;
import org.towercrier.store.DocumentInfo;
import org.towercrier.store.Documents;
import org.towercrier.store.Store;
import org.towercrier.store.StoreEvents;
import org.towercrier.store.StoreException;
import org.towercrier.store.Versioned;
import org.towercrier.ui.chart.ChartPane;
import org.towercrier.ui.editor.DocumentsPart;
import org.towercrier.ui.editor.EditorSite;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/** Edits the use profiles, above them the load over the day that they stand for. */
public final class ProfilePart extends DocumentsPart<ProfilePart.Choice, UseProfile> {

    /** A profile as it is stored. @param version 0 for one of the product's own */
    record Choice(UseProfile profile, long version) {
    }

    private final Texts texts;
    private final PartSite part;
    private Optional<CapacityChecks> checks = Optional.empty();
    private Optional<Store> store = Optional.empty();
    private ChartPane chart;
    /** What was saved here last: this part need not read it again. */
    private String savedName = "";
    private long saved = -1;

    @Inject
    public ProfilePart(EditorSite site, PartSite part, Texts texts) {
        super(site);
        this.part = part;
        this.texts = texts;
    }

    @Inject
    void services(@org.eclipse.e4.core.di.annotations.Optional CapacityChecks service,
            @org.eclipse.e4.core.di.annotations.Optional Store open) {
        checks = Optional.ofNullable(service);
        store = Optional.ofNullable(open);
        changed();
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void stored(@UIEventTopic(StoreEvents.DOCUMENT) Event event) {
        boolean own = savedName.equals(event.getProperty(StoreEvents.NAME))
                && Long.valueOf(saved).equals(event.getProperty(StoreEvents.VERSION));
        if (CapacityChecks.KIND.equals(event.getProperty(StoreEvents.KIND)) && !own) {
            changed();
        }
    }

    @Override
    protected AdapterFactory items() {
        return new CampaignItemProviderAdapterFactory();
    }

    @Override
    protected String chooserLabel() {
        return texts.get("Part_Profile");
    }

    @Override
    protected void fillActions(Composite bar) {
        button(bar, "Profile_New").addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> another()));
        Button history = button(bar, "Campaign_History");
        history.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> history(history)));
    }

    private Button button(Composite bar, String key) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(texts.get(key));
        button.setToolTipText(texts.get(key + "_Tip"));
        return button;
    }

    @Override
    protected Control placeEditor(Composite parent, Function<Composite, Control> create) {
        SashForm halves = new SashForm(parent, SWT.VERTICAL);
        chart = new ChartPane(halves, part.messages(), part.dates());
        create.apply(halves);
        halves.setWeights(50, 50);
        part.track(chart);
        return halves;
    }

    @Override
    protected List<Choice> list(Cancellation cancellation) throws StoreException {
        if (checks.isEmpty() || store.isEmpty()) {
            return List.of();
        }
        Documents documents = store.get().documents();
        List<Choice> all = new ArrayList<>();
        for (UseProfile profile : checks.get().profiles()) {
            all.add(new Choice(profile, documents.load(CapacityChecks.KIND, profile.getName(), UseProfile.class).map(Versioned::version)
                    .orElse(Documents.NEW)));
        }
        return all;
    }

    @Override
    protected Optional<Edited<UseProfile>> read(Choice choice, Cancellation cancellation) {
        return Optional.of(new Edited<>(EcoreUtil.copy(choice.profile()), choice.version()));
    }

    @Override
    protected String name(Choice choice) {
        return choice.profile().getName();
    }

    @Override
    protected String label(Choice choice) {
        return Optional.ofNullable(choice.profile().getLabel()).filter(text -> !text.isBlank()).orElse(name(choice));
    }

    @Override
    protected boolean isFirst(Choice choice) {
        return false;
    }

    @Override
    protected void rootChanged(UseProfile root) {
        new ProfileDay(root, texts).chart().ifPresentOrElse(chart::show, chart::clear);
    }

    @Override
    protected List<String> problems(UseProfile root) {
        return new ProfileDay(root, texts).problems();
    }

    @Override
    protected long save(Edited<UseProfile> edited) throws StoreException, Refused {
        List<String> problems = problems(edited.root());
        if (!problems.isEmpty()) {
            throw new Refused(problems.getFirst(), null);
        }
        try {
            savedName = edited.root().getName();
            saved = checks.orElseThrow().save(edited.root());
            return saved;
        } catch (CampaignException refused) {
            throw new Refused(refused.text(texts.locale()), refused);
        }
    }

    /** Another profile that begins as the open one. */
    private void another() {
        if (checks.isEmpty() || root().isEmpty() || isDirty() && !trySave()) {
            return;
        }
        CapacityChecks service = checks.get();
        UseProfile copy = EcoreUtil.copy(root().get());
        attempt(() -> {
            String name = FreeName.of(copy.getName(), service.profiles().stream().map(UseProfile::getName).toList());
            copy.setLabel(texts.get("Board_CopyName", Optional.ofNullable(copy.getLabel()).orElse(name)));
            copy.setName(name);
            savedName = name;
            saved = service.save(copy);
            open(choice -> name(choice).equals(name));
        });
    }

    private void history(Button at) {
        if (store.isEmpty() || root().isEmpty()) {
            return;
        }
        Documents documents = store.get().documents();
        String name = root().get().getName();
        attempt(() -> new VersionMenu(texts, part.dates()).open(at, documents.history(CapacityChecks.KIND, name),
                info -> restore(documents, info)));
    }

    /** The old version becomes the newest. */
    private void restore(Documents documents, DocumentInfo info) {
        attempt(() -> {
            savedName = info.name();
            saved = documents.restore(CapacityChecks.KIND, info.name(), info.version());
            open(choice -> name(choice).equals(info.name()));
        });
    }
}
