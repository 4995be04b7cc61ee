package org.towercrier.campaign.ui.internal.editor;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.widgets.Composite;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignPackage;
import org.towercrier.model.campaign.Offer;

/** Step 3: which products for which segment, at what price and term, and what they need. */
final class OfferPage extends StepPage {

    private static final CampaignPackage MODEL = CampaignPackage.eINSTANCE;

    private final FieldForm plan;
    private final ListPane offers;

    OfferPage(Composite parent, FormKit kit, Proposals proposals) {
        super(parent, kit);
        heading(kit.labels().of(MODEL.getOfferPlan()));
        plan = form().field(MODEL.getOfferPlan_PerCustomer());
        heading(kit.labels().of(MODEL.getOfferPlan_Offers()));
        offers = added(new ListPane(body(), kit, MODEL.getOfferPlan_Offers(),
                List.of(MODEL.getOffer_Name(), MODEL.getOffer_Product(), MODEL.getOffer_Segment(), MODEL.getOffer_Price(),
                        MODEL.getOffer_ExpectedResponse()),
                fields -> fields.field(MODEL.getOffer_Id()).field(MODEL.getOffer_Name())
                        .choice(MODEL.getOffer_Product(), proposals::products).choice(MODEL.getOffer_Segment(), proposals::segments)
                        .field(MODEL.getOffer_Price()).field(MODEL.getOffer_Term()).field(MODEL.getOffer_TrialDays())
                        .area(MODEL.getOffer_Cancellation(), 2).field(MODEL.getOffer_ExpectedResponse()).field(MODEL.getOffer_Value())
                        .choice(MODEL.getOffer_UseProfile(), proposals::profiles).field(MODEL.getOffer_TerminalNeeded())
                        .field(MODEL.getOffer_TechnologyNeeded()).field(MODEL.getOffer_From()).field(MODEL.getOffer_Until()),
                this::number));
    }

    /** An offer is named by its id in wordings and orders: a new one gets the first that is free. */
    private void number(EObject made) {
        int next = 1;
        List<String> taken = shown.map(campaign -> campaign.getOfferPlan().getOffers().stream().map(Offer::getId).toList())
                .orElse(List.of());
        while (taken.contains("offer-" + next)) {
            next++;
        }
        made.eSet(MODEL.getOffer_Id(), "offer-" + next);
    }

    private Optional<Campaign> shown = Optional.empty();

    @Override
    void show(Campaign campaign, Frozen frozen) {
        shown = Optional.of(campaign);
        plan.show(Optional.ofNullable(campaign.getOfferPlan()), frozen);
        offers.show(Optional.ofNullable(campaign.getOfferPlan()), frozen);
    }
}
