package org.towercrier.campaign.internal.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.ContactPolicies;
import org.towercrier.campaign.Reason;
import org.towercrier.model.campaign.ContactPolicy;
import org.towercrier.store.DocumentInfo;
import org.towercrier.store.Documents;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.Versioned;

/** Contact policies as documents. */
@Component(service = ContactPolicies.class)
public final class ContactPoliciesComponent implements ContactPolicies {

    private final Store store;

    @Activate
    public ContactPoliciesComponent(@Reference Store store) {
        this.store = store;
    }

    @Override
    public List<ContactPolicy> list() throws StoreException {
        List<ContactPolicy> all = new ArrayList<>();
        for (DocumentInfo info : store.documents().list(KIND)) {
            open(info.name()).ifPresent(found -> all.add(found.root()));
        }
        if (all.stream().noneMatch(policy -> Boolean.TRUE.equals(policy.getActive()))) {
            all.removeIf(policy -> UsualPolicy.NAME.equals(policy.getName()));
            all.add(0, UsualPolicy.create());
        }
        return all;
    }

    @Override
    public Optional<Versioned<ContactPolicy>> open(String name) throws StoreException {
        return store.documents().load(KIND, name, ContactPolicy.class);
    }

    @Override
    public InForce inForce() throws StoreException {
        for (DocumentInfo info : store.documents().list(KIND)) {
            Optional<Versioned<ContactPolicy>> found = open(info.name());
            if (found.isPresent() && Boolean.TRUE.equals(found.get().root().getActive())) {
                return new InForce(found.get().root(), found.get().version());
            }
        }
        return new InForce(UsualPolicy.create(), 0);
    }

    /** Of every policy the version that was saved last before the moment; the active one among them, of several the one saved last. */
    @Override
    public InForce inForce(Instant at) throws StoreException {
        Optional<DocumentInfo> last = Optional.empty();
        Optional<DocumentInfo> oldest = Optional.empty();
        for (DocumentInfo document : store.documents().list(KIND)) {
            for (DocumentInfo info : store.documents().history(KIND, document.name())) {
                boolean active = load(info).filter(policy -> Boolean.TRUE.equals(policy.getActive())).isPresent();
                if (active && (oldest.isEmpty() || info.saved().isBefore(oldest.get().saved()))) {
                    oldest = Optional.of(info);
                }
                if (active && !info.saved().isAfter(at) && (last.isEmpty() || info.saved().isAfter(last.get().saved()))) {
                    last = Optional.of(info);
                }
            }
        }
        Optional<DocumentInfo> found = last.or(() -> Optional.empty());
        DocumentInfo chosen = found.isPresent() ? found.get() : oldest.orElse(null);
        if (chosen == null) {
            return inForce();
        }
        return new InForce(load(chosen).orElseThrow(), chosen.version());
    }

    private Optional<ContactPolicy> load(DocumentInfo info) throws StoreException {
        return store.documents().load(KIND, info.name(), info.version(), ContactPolicy.class).map(Versioned::root);
    }

    @Override
    public long save(ContactPolicy policy, long expectedVersion) throws CampaignException, StoreException {
        List<Reason> problems = problems(policy);
        if (!problems.isEmpty()) {
            throw new CampaignException(problems);
        }
        long version = store.documents().save(KIND, policy.getName(), EcoreUtil.copy(policy), expectedVersion);
        if (Boolean.TRUE.equals(policy.getActive())) {
            retire(policy.getName());
        }
        return version;
    }

    @Override
    public void activate(String name) throws CampaignException, StoreException {
        Versioned<ContactPolicy> wanted = open(name).orElseThrow(() -> new CampaignException("Policy_Unknown", name));
        if (!Boolean.TRUE.equals(wanted.root().getActive())) {
            ContactPolicy copy = EcoreUtil.copy(wanted.root());
            copy.setActive(true);
            save(copy, wanted.version());
        }
        retire(name);
    }

    @Override
    public void delete(String name, long expectedVersion) throws CampaignException, StoreException {
        Versioned<ContactPolicy> found = open(name).orElseThrow(() -> new CampaignException("Policy_Unknown", name));
        if (Boolean.TRUE.equals(found.root().getActive())) {
            throw new CampaignException("Policy_InForceKept", name);
        }
        for (DocumentInfo info : store.documents().history(KIND, name)) {
            if (load(info).filter(policy -> Boolean.TRUE.equals(policy.getActive())).isPresent()) {
                throw new CampaignException("Policy_WasInForce", name);
            }
        }
        store.documents().delete(KIND, name, expectedVersion);
    }

    /** One policy is in force: the others are not any more. */
    private void retire(String except) throws StoreException {
        Documents documents = store.documents();
        for (DocumentInfo info : documents.list(KIND).stream().sorted(Comparator.comparing(DocumentInfo::name)).toList()) {
            Optional<Versioned<ContactPolicy>> other = info.name().equals(except) ? Optional.empty() : open(info.name());
            if (other.isPresent() && Boolean.TRUE.equals(other.get().root().getActive())) {
                ContactPolicy copy = EcoreUtil.copy(other.get().root());
                copy.setActive(false);
                documents.save(KIND, info.name(), copy, other.get().version());
            }
        }
    }

    @Override
    public List<Reason> problems(ContactPolicy policy) {
        return PolicyProblems.of(policy);
    }
}
