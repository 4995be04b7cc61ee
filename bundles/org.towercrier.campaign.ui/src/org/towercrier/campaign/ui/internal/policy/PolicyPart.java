package org.towercrier.campaign.ui.internal.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.emf.common.notify.AdapterFactory;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.provider.ComposedAdapterFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.osgi.service.event.Event;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.ContactPolicies;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.campaign.ui.internal.page.RichText;
import org.towercrier.model.campaign.ContactPolicy;
import org.towercrier.model.campaign.provider.CampaignItemProviderAdapterFactory;
import org.towercrier.model.types.provider.TypesItemProviderAdapterFactory;
import org.towercrier.store.Cancellation;
import org.towercrier.store.DocumentInfo;
import org.towercrier.store.Documents;
import org.towercrier.store.Store;
import org.towercrier.store.StoreEvents;
import org.towercrier.store.StoreException;
import org.towercrier.store.Versioned;
import org.towercrier.ui.editor.DocumentsPart;
import org.towercrier.ui.editor.EditorSite;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/** Edits the contact policies, below them what they mean in sentences; puts one of them in force. */
public final class PolicyPart extends DocumentsPart<PolicyPart.Choice, ContactPolicy> {

    /** A policy as it is stored. @param version 0 for the product's own */
    record Choice(ContactPolicy policy, long version) {

        boolean inForce() {
            return Boolean.TRUE.equals(policy.getActive());
        }
    }

    private final Texts texts;
    private final PartSite part;
    private Optional<ContactPolicies> policies = Optional.empty();
    private Optional<Store> store = Optional.empty();
    private Button activate;
    private RichText words;
    /** What was saved here last: this part need not read it again. */
    private String savedName = "";
    private long saved = -1;

    @Inject
    public PolicyPart(EditorSite site, PartSite part, Texts texts) {
        super(site);
        this.part = part;
        this.texts = texts;
    }

    @Inject
    void services(@org.eclipse.e4.core.di.annotations.Optional ContactPolicies service,
            @org.eclipse.e4.core.di.annotations.Optional Store open) {
        policies = Optional.ofNullable(service);
        store = Optional.ofNullable(open);
        changed();
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void stored(@UIEventTopic(StoreEvents.DOCUMENT) Event event) {
        boolean own = savedName.equals(event.getProperty(StoreEvents.NAME))
                && Long.valueOf(saved).equals(event.getProperty(StoreEvents.VERSION));
        if (ContactPolicies.KIND.equals(event.getProperty(StoreEvents.KIND)) && !own) {
            changed();
        }
    }

    @Override
    protected AdapterFactory items() {
        return new ComposedAdapterFactory(List.of(new CampaignItemProviderAdapterFactory(), new TypesItemProviderAdapterFactory()));
    }

    @Override
    protected String chooserLabel() {
        return texts.get("Part_Policy");
    }

    @Override
    protected void fillActions(Composite bar) {
        button(bar, "Policy_New").addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> another()));
        activate = button(bar, "Policy_Activate");
        activate.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> activate()));
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
        create.apply(halves);
        words = new RichText(halves);
        halves.setWeights(58, 42);
        return halves;
    }

    @Override
    protected List<Choice> list(Cancellation cancellation) throws StoreException {
        if (policies.isEmpty()) {
            return List.of();
        }
        ContactPolicies service = policies.get();
        List<Choice> all = new ArrayList<>();
        for (ContactPolicy policy : service.list()) {
            all.add(new Choice(policy, service.open(policy.getName()).map(Versioned::version).orElse(Documents.NEW)));
        }
        return all;
    }

    @Override
    protected Optional<Edited<ContactPolicy>> read(Choice choice, Cancellation cancellation) {
        return Optional.of(new Edited<>(EcoreUtil.copy(choice.policy()), choice.version()));
    }

    @Override
    protected String name(Choice choice) {
        return choice.policy().getName();
    }

    @Override
    protected String label(Choice choice) {
        String label = Optional.ofNullable(choice.policy().getLabel()).filter(text -> !text.isBlank()).orElse(name(choice));
        return choice.inForce() ? texts.get("Policy_InForce", label) : label;
    }

    @Override
    protected boolean isFirst(Choice choice) {
        return choice.inForce();
    }

    @Override
    protected void rootChanged(ContactPolicy root) {
        activate.setEnabled(!Boolean.TRUE.equals(root.getActive()));
        new PolicyWords(root, texts).write(words);
    }

    @Override
    protected List<String> problems(ContactPolicy root) {
        return policies.map(service -> service.problems(root).stream().map(reason -> reason.text(texts.locale())).toList())
                .orElse(List.of());
    }

    /** Under another name it is another policy: the one it was made of stays. */
    @Override
    protected long save(Edited<ContactPolicy> edited) throws StoreException, Refused {
        boolean renamed = chosen().filter(choice -> !name(choice).equals(edited.root().getName())).isPresent();
        try {
            savedName = edited.root().getName();
            saved = policies.orElseThrow().save(edited.root(), renamed ? Documents.NEW : edited.version());
            return saved;
        } catch (CampaignException refused) {
            throw new Refused(refused.text(texts.locale()), refused);
        }
    }

    /** Another policy that begins as the open one and is not in force. */
    private void another() {
        if (policies.isEmpty() || root().isEmpty() || isDirty() && !trySave()) {
            return;
        }
        ContactPolicies service = policies.get();
        ContactPolicy copy = EcoreUtil.copy(root().get());
        attempt(() -> {
            String name = FreeName.of(copy.getName(), service.list().stream().map(ContactPolicy::getName).toList());
            copy.setName(name);
            copy.setLabel(texts.get("Board_CopyName", Optional.ofNullable(copy.getLabel()).orElse(name)));
            copy.setActive(false);
            savedName = name;
            saved = service.save(copy, Documents.NEW);
            open(choice -> name(choice).equals(name));
        });
    }

    private void activate() {
        if (policies.isEmpty() || root().isEmpty() || isDirty() && !trySave()) {
            return;
        }
        ContactPolicies service = policies.get();
        String name = root().get().getName();
        attempt(() -> {
            keepShipped(service);
            service.activate(name);
            open(choice -> name(choice).equals(name));
        });
    }

    /** The policy that the product brings is there while no other is in force: it is saved, so that there is a way back to it. */
    private static void keepShipped(ContactPolicies service) throws StoreException, CampaignException {
        ContactPolicies.InForce now = service.inForce();
        if (now.version() == Documents.NEW && service.open(now.policy().getName()).isEmpty()) {
            service.save(now.policy(), Documents.NEW);
        }
    }

    private void history(Button at) {
        if (store.isEmpty() || root().isEmpty()) {
            return;
        }
        Documents documents = store.get().documents();
        String name = root().get().getName();
        attempt(() -> new VersionMenu(texts, part.dates()).open(at, documents.history(ContactPolicies.KIND, name),
                info -> restore(documents, info)));
    }

    /** The old version becomes the newest; which policy is in force stays as it is. */
    private void restore(Documents documents, DocumentInfo info) {
        attempt(() -> {
            var old = documents.load(ContactPolicies.KIND, info.name(), info.version(), ContactPolicy.class);
            var now = documents.load(ContactPolicies.KIND, info.name(), ContactPolicy.class);
            if (old.isPresent() && now.isPresent()) {
                ContactPolicy copy = EcoreUtil.copy(old.get().root());
                copy.setActive(now.get().root().getActive());
                save(new Edited<>(copy, now.get().version()));
                open(choice -> name(choice).equals(info.name()));
            }
        });
    }
}
