package org.towercrier.campaign.ui.internal.policy;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.emf.common.notify.AdapterFactory;
import org.eclipse.emf.edit.provider.ComposedAdapterFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.ContactPolicies;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.campaign.ui.internal.page.RichText;
import org.towercrier.model.campaign.ContactPolicy;
import org.towercrier.model.campaign.provider.CampaignItemProviderAdapterFactory;
import org.towercrier.model.types.provider.TypesItemProviderAdapterFactory;
import org.towercrier.store.Documents;
import org.towercrier.store.StoreException;
import org.towercrier.ui.editor.EditorSite;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/** Edits the contact policies, below them what they mean in sentences; puts one of them in force. */
public final class PolicyPart extends NamedDocumentsPart<ContactPolicy> {

    private Optional<ContactPolicies> policies = Optional.empty();
    private Button activate;
    private RichText words;

    @Inject
    public PolicyPart(EditorSite site, PartSite part, Texts texts) {
        super(site, part, texts, ContactPolicies.KIND, ContactPolicy.class);
    }

    @Inject
    void services(@org.eclipse.e4.core.di.annotations.Optional ContactPolicies service) {
        policies = Optional.ofNullable(service);
        changed();
    }

    @Override
    protected AdapterFactory items() {
        return new ComposedAdapterFactory(List.of(new CampaignItemProviderAdapterFactory(), new TypesItemProviderAdapterFactory()));
    }

    @Override
    protected String chooserLabel() {
        return texts().get("Part_Policy");
    }

    @Override
    protected void fillMore(Composite bar) {
        activate = button(bar, "Policy_Activate", this::activate);
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
    protected List<ContactPolicy> all() throws StoreException {
        return policies.isEmpty() ? List.of() : policies.get().list();
    }

    @Override
    protected long store(ContactPolicy root, long version) throws CampaignException, StoreException {
        return policies.orElseThrow().save(root, version);
    }

    @Override
    protected void remove(String name, long version) throws CampaignException, StoreException {
        policies.orElseThrow().delete(name, version);
    }

    @Override
    protected void copied(ContactPolicy copy) {
        copy.setActive(false);
    }

    /** Which policy is in force stays as it is. */
    @Override
    protected void restored(ContactPolicy old, ContactPolicy now) {
        old.setActive(now.getActive());
    }

    @Override
    protected String label(Choice<ContactPolicy> choice) {
        return isFirst(choice) ? texts().get("Policy_InForce", super.label(choice)) : super.label(choice);
    }

    @Override
    protected boolean isFirst(Choice<ContactPolicy> choice) {
        return Boolean.TRUE.equals(choice.root().getActive());
    }

    @Override
    protected void rootChanged(ContactPolicy root) {
        activate.setEnabled(!Boolean.TRUE.equals(root.getActive()));
        new PolicyWords(root, texts()).write(words);
    }

    @Override
    protected List<String> problems(ContactPolicy root) {
        return policies.map(service -> service.problems(root).stream().map(reason -> reason.text(texts().locale())).toList())
                .orElse(List.of());
    }

    private void activate() {
        if (policies.isEmpty() || !ready()) {
            return;
        }
        ContactPolicies service = policies.get();
        String name = root().orElseThrow().getName();
        attempt(() -> {
            keepShipped(service);
            service.activate(name);
            openNamed(name);
        });
    }

    /** The policy that the product brings is there while no other is in force: it is saved, so that there is a way back to it. */
    private static void keepShipped(ContactPolicies service) throws StoreException, CampaignException {
        ContactPolicies.InForce now = service.inForce();
        if (now.version() == Documents.NEW && service.open(now.policy().getName()).isEmpty()) {
            service.save(now.policy(), Documents.NEW);
        }
    }
}
