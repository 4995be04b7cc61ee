package org.towercrier.campaign.ui.internal.editor;

import java.util.Set;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignPackage;

/** What of a launched campaign can no longer be changed: all that its figures rest on. */
final class FrozenParts {

    private static final CampaignPackage MODEL = CampaignPackage.eINSTANCE;

    /** Attributes of the campaign itself that stay as they were; its other attributes may change while it runs. */
    private static final Set<EStructuralFeature> OWN = Set.of(MODEL.getCampaign_MessageClass(), MODEL.getCampaign_Start(),
            MODEL.getCampaign_Currency());
    /** What is learned from a running campaign is written while it runs. */
    private static final Set<EClass> LEARNED = Set.of(MODEL.getExecution(), MODEL.getExperimentResult());

    private FrozenParts() {
    }

    /** What is frozen in a campaign. */
    static Frozen of(Campaign campaign) {
        return campaign.getLaunched() == null ? Frozen.NOTHING : FrozenParts::isFrozen;
    }

    private static boolean isFrozen(EStructuralFeature feature) {
        EClass type = feature.getEContainingClass();
        return type == MODEL.getCampaign() ? OWN.contains(feature) : !LEARNED.contains(type);
    }
}
