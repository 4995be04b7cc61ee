package org.towercrier.campaign.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.Reason;
import org.towercrier.campaign.StepCheck;
import org.towercrier.campaign.internal.steps.StepChecks;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignFactory;
import org.towercrier.model.campaign.CampaignPackage.Literals;
import org.towercrier.model.campaign.CampaignState;
import org.towercrier.model.campaign.CampaignStep;
import org.towercrier.model.campaign.EvidenceKind;
import org.towercrier.model.campaign.Execution;
import org.towercrier.model.campaign.NeedEvidence;
import org.towercrier.store.Cancellation;
import org.towercrier.store.DocumentInfo;
import org.towercrier.store.Documents;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.Versioned;

/** Campaigns as documents. */
@Component(service = Campaigns.class)
public final class CampaignsComponent implements Campaigns {

    private static final CampaignFactory FACTORY = CampaignFactory.eINSTANCE;
    private static final int LONGEST_ID = 60;
    /** What figures rest on; the rest may change while a campaign runs. */
    private static final List<EStructuralFeature> FROZEN = List.of(Literals.CAMPAIGN__MESSAGE_CLASS, Literals.CAMPAIGN__START,
            Literals.CAMPAIGN__CURRENCY, Literals.CAMPAIGN__CREATED, Literals.CAMPAIGN__LAUNCHED, Literals.CAMPAIGN__LAUNCHED_VERSION,
            Literals.CAMPAIGN__NEED, Literals.CAMPAIGN__VALUE_POSITION, Literals.CAMPAIGN__OFFER_PLAN, Literals.CAMPAIGN__COMMUNICATION,
            Literals.CAMPAIGN__AUDIENCE, Literals.CAMPAIGN__EXPERIMENT, Literals.CAMPAIGN__OCCASION, Literals.CAMPAIGN__ASSESSMENT);

    private final Store store;
    private final StepChecks checks;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public CampaignsComponent(@Reference Store store, @Reference StepChecks checks) {
        this.store = store;
        this.checks = checks;
    }

    @Override
    public List<Info> list() throws StoreException {
        List<Info> all = new ArrayList<>();
        for (DocumentInfo document : store.documents().list(KIND)) {
            open(document.name()).ifPresent(found -> all.add(info(found)));
        }
        all.sort(Comparator.comparing(Info::saved).reversed().thenComparing(Info::id));
        return all;
    }

    private static Info info(Versioned<Campaign> found) {
        Campaign campaign = found.root();
        return new Info(campaign.getId(), Optional.ofNullable(campaign.getName()).orElse(campaign.getId()),
                Optional.ofNullable(campaign.getOwner()), campaign.getState(), campaign.getStep(),
                campaign.eIsSet(Literals.CAMPAIGN__MESSAGE_CLASS) ? Optional.of(campaign.getMessageClass()) : Optional.empty(),
                Optional.ofNullable(campaign.getStart()), Optional.ofNullable(campaign.getEnd()),
                Optional.ofNullable(campaign.getLaunched()), campaign.getOccasion() != null, found.version(), found.info().saved(),
                found.info().user());
    }

    @Override
    public Optional<Versioned<Campaign>> open(String id) throws StoreException {
        return store.documents().load(KIND, id, Campaign.class);
    }

    @Override
    public Optional<Campaign> launched(String id) throws StoreException {
        Optional<Versioned<Campaign>> current = open(id);
        if (current.isEmpty() || current.get().root().getLaunchedVersion() == null) {
            return Optional.empty();
        }
        return store.documents().load(KIND, id, current.get().root().getLaunchedVersion(), Campaign.class).map(Versioned::root);
    }

    @Override
    public Campaign create(String id, String name, String owner) throws StoreException {
        Campaign campaign = FACTORY.createCampaign();
        campaign.setId(id.isBlank() ? free(name) : id);
        campaign.setName(name);
        campaign.setOwner(owner);
        campaign.setCreated(clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
        complete(campaign);
        return campaign;
    }

    /** All five steps are there, so that editors have something to edit. */
    private static void complete(Campaign campaign) {
        for (var part : Literals.CAMPAIGN.getEAllContainments()) {
            boolean always = part != Literals.CAMPAIGN__OCCASION && part != Literals.CAMPAIGN__ASSESSMENT;
            if (always && campaign.eGet(part) == null) {
                campaign.eSet(part, EcoreUtil.create(part.getEReferenceType()));
            }
        }
    }

    /** An identity from a name that no campaign has. */
    private String free(String name) throws StoreException {
        String plain = java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFKD).toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
        String begin = plain.isEmpty() ? "campaign" : plain.substring(0, Math.min(LONGEST_ID, plain.length()));
        List<String> taken = store.documents().list(KIND).stream().map(DocumentInfo::name).toList();
        return Stream.iterate(1, number -> number + 1).map(number -> number == 1 ? begin : begin + "-" + number)
                .filter(each -> !taken.contains(each)).findFirst().orElseThrow();
    }

    @Override
    public long save(Campaign campaign, long expectedVersion) throws CampaignException, StoreException {
        String id = campaign.getId();
        if (id == null || !id.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0," + (LONGEST_ID + 10) + "}")) {
            throw new CampaignException("Campaign_Id", String.valueOf(id));
        }
        Optional<Campaign> launched = launched(id);
        if (launched.isPresent()) {
            List<Reason> changed = changed(launched.get(), campaign);
            if (!changed.isEmpty()) {
                throw new CampaignException(changed);
            }
        }
        return store.documents().save(KIND, id, EcoreUtil.copy(campaign), expectedVersion);
    }

    private static List<Reason> changed(Campaign launched, Campaign now) {
        return FROZEN.stream().filter(feature -> !same(launched.eGet(feature), now.eGet(feature)))
                .map(feature -> Reason.of("Campaign_Frozen", feature.getName())).toList();
    }

    private static boolean same(Object one, Object two) {
        return one instanceof EObject first && two instanceof EObject second ? EcoreUtil.equals(first, second)
                : java.util.Objects.equals(one, two);
    }

    @Override
    public Campaign duplicate(String id, String newId, String newName) throws CampaignException, StoreException {
        Campaign copy = EcoreUtil.copy(open(id).orElseThrow(() -> unknown(id)).root());
        copy.setName(newName.isBlank() ? copy.getName() : newName);
        copy.setId(newId.isBlank() ? free(copy.getName()) : newId);
        copy.setState(CampaignState.DRAFT);
        copy.setStep(CampaignStep.NEED);
        copy.setCreated(clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
        copy.setLaunched(null);
        copy.setLaunchedVersion(null);
        copy.setExecution(FACTORY.createExecution());
        copy.setAssessment(null);
        if (copy.getExperiment() != null) {
            copy.getExperiment().setSalt(null);
        }
        save(copy, Documents.NEW);
        return copy;
    }

    @Override
    public Campaign followUp(String id, String newId, String newName) throws CampaignException, StoreException {
        Campaign done = open(id).orElseThrow(() -> unknown(id)).root();
        Execution result = done.getExecution();
        if (result == null || result.getEvaluated() == null) {
            throw new CampaignException("Campaign_NoResult", id);
        }
        Campaign next = duplicate(id, newId, newName);
        Versioned<Campaign> saved = open(next.getId()).orElseThrow();
        Campaign copy = EcoreUtil.copy(saved.root());
        copy.setPrevious(id);
        complete(copy);
        NeedEvidence evidence = FACTORY.createNeedEvidence();
        evidence.setKind(EvidenceKind.OTHER);
        evidence.setReference("campaign:" + id);
        evidence.setStatement(CampaignMessages.text("Evidence_Result", Optional.ofNullable(done.getName()).orElse(id),
                CampaignMessages.text("Verdict_" + result.getVerdict().getLiteral()),
                Optional.ofNullable(result.getConclusion()).orElse("")).strip());
        copy.getNeed().getEvidence().add(evidence);
        save(copy, saved.version());
        return copy;
    }

    private static CampaignException unknown(String id) {
        return new CampaignException("Campaign_Unknown", id);
    }

    @Override
    public void delete(String id, long expectedVersion) throws CampaignException, StoreException {
        if (launched(id).isPresent()) {
            throw new CampaignException("Campaign_NoDelete", id);
        }
        store.documents().delete(KIND, id, expectedVersion);
    }

    @Override
    public List<DocumentInfo> history(String id) throws StoreException {
        return store.documents().history(KIND, id);
    }

    @Override
    public List<StepCheck> check(Campaign campaign, Cancellation cancel) throws StoreException {
        return checks.all(campaign, cancel);
    }

    @Override
    public Campaign move(String id, CampaignState to) throws CampaignException, StoreException {
        Versioned<Campaign> found = open(id).orElseThrow(() -> unknown(id));
        CampaignState from = found.root().getState();
        boolean allowed = switch (to) {
            case PAUSED -> from == CampaignState.LAUNCHED;
            case LAUNCHED -> from == CampaignState.PAUSED;
            case ENDED -> from == CampaignState.LAUNCHED || from == CampaignState.PAUSED;
            case CANCELLED -> from != CampaignState.ENDED && from != CampaignState.CANCELLED;
            case DRAFT -> from == CampaignState.READY;
            case READY -> from == CampaignState.DRAFT;
        };
        if (!allowed) {
            throw new CampaignException("Campaign_Move", CampaignMessages.text("State_" + from.getLiteral()),
                    CampaignMessages.text("State_" + to.getLiteral()));
        }
        Campaign copy = EcoreUtil.copy(found.root());
        copy.setState(to);
        save(copy, found.version());
        return copy;
    }
}
