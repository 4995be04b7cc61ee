package org.towercrier.campaign.ui.internal.editor;

import java.util.Set;

import org.eclipse.emf.ecore.EStructuralFeature;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignPackage;

/** What of a launched campaign can no longer be changed: all that its figures rest on. */
final class FrozenParts {

    private static final CampaignPackage MODEL = CampaignPackage.eINSTANCE;

    /** What stays open, since no figure rests on it. */
    private static final Set<EStructuralFeature> OPEN = Set.of(MODEL.getCampaign_Name(), MODEL.getCampaign_Description(),
            MODEL.getCampaign_Owner(), MODEL.getExecution_Conclusion());

    private FrozenParts() {
    }

    /** What is frozen in a campaign. */
    static Frozen of(Campaign campaign) {
        return campaign.getLaunched() == null ? Frozen.NOTHING : feature -> !OPEN.contains(feature);
    }
}
