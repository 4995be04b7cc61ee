package org.towercrier.campaign.ui.internal.editor;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.widgets.Composite;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignPackage;

/** Step 1: for whom, how many, what they are worth, and what shows that they need something. */
final class NeedPage extends StepPage {

    private static final CampaignPackage MODEL = CampaignPackage.eINSTANCE;

    private final FieldForm campaign;
    private final FieldForm need;
    private final ListPane evidence;

    NeedPage(Composite parent, FormKit kit, Proposals proposals) {
        super(parent, kit);
        heading(kit.labels().of(MODEL.getCampaign()));
        campaign = form().field(MODEL.getCampaign_Name()).area(MODEL.getCampaign_Description(), 2).field(MODEL.getCampaign_Owner())
                .field(MODEL.getCampaign_MessageClass()).field(MODEL.getCampaign_Start()).field(MODEL.getCampaign_End())
                .field(MODEL.getCampaign_Budget()).field(MODEL.getCampaign_Currency()).field(MODEL.getCampaign_Priority());
        heading(kit.labels().of(MODEL.getNeed()));
        need = form().choice(MODEL.getNeed_Segmentation(), proposals::segmentations)
                .choice(MODEL.getNeed_Segment(), proposals::segments).area(MODEL.getNeed_Statement(), 3).field(MODEL.getNeed_Size())
                .field(MODEL.getNeed_Value());
        heading(kit.labels().of(MODEL.getNeed_Evidence()));
        evidence = added(new ListPane(body(), kit, MODEL.getNeed_Evidence(),
                List.of(MODEL.getNeedEvidence_Kind(), MODEL.getNeedEvidence_Statement(), MODEL.getNeedEvidence_Reference()),
                fields -> fields.field(MODEL.getNeedEvidence_Kind()).area(MODEL.getNeedEvidence_Statement(), 2)
                        .field(MODEL.getNeedEvidence_Reference()),
                made -> {}));
    }

    @Override
    void show(Campaign shown, Frozen frozen) {
        campaign.show(Optional.of(shown), frozen);
        need.show(Optional.ofNullable(shown.getNeed()), frozen);
        evidence.show(Optional.ofNullable(shown.getNeed()), frozen);
    }
}
