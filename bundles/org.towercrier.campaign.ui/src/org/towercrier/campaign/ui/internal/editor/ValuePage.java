package org.towercrier.campaign.ui.internal.editor;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignPackage;
import org.towercrier.model.campaign.ValuePosition;

/** Step 2: what is promised to whom, what it costs and brings soon and later, and how many have to answer so that it pays. */
final class ValuePage extends StepPage {

    private static final CampaignPackage MODEL = CampaignPackage.eINSTANCE;

    private final FieldForm position;
    private final ListPane items;
    private final Button compute;
    private Optional<Campaign> shown = Optional.empty();

    ValuePage(Composite parent, FormKit kit) {
        super(parent, kit);
        heading(kit.labels().of(MODEL.getValuePosition()));
        position = form().area(MODEL.getValuePosition_Promise(), 3).field(MODEL.getValuePosition_Beneficiary())
                .field(MODEL.getValuePosition_Margin()).field(MODEL.getValuePosition_ContactCost())
                .field(MODEL.getValuePosition_FixedCost()).field(MODEL.getValuePosition_BreakEvenResponse());
        compute = new Button(body(), SWT.PUSH);
        compute.setText(kit.texts().get("Value_BreakEven"));
        compute.setToolTipText(kit.texts().get("Value_BreakEven_Tip"));
        GridDataFactory.swtDefaults().indent(140, 0).applyTo(compute);
        compute.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> compute()));
        heading(kit.labels().of(MODEL.getValuePosition_Items()));
        items = added(new ListPane(body(), kit, MODEL.getValuePosition_Items(),
                List.of(MODEL.getValueItem_Name(), MODEL.getValueItem_Horizon(), MODEL.getValueItem_Amount()),
                fields -> fields.field(MODEL.getValueItem_Name()).field(MODEL.getValueItem_Horizon()).field(MODEL.getValueItem_Amount()),
                made -> {}));
    }

    @Override
    void show(Campaign campaign, Frozen frozen) {
        shown = Optional.of(campaign);
        Optional<ValuePosition> value = Optional.ofNullable(campaign.getValuePosition());
        position.show(value, frozen);
        items.show(value, frozen);
        compute.setEnabled(!frozen.isFrozen(MODEL.getValuePosition_BreakEvenResponse())
                && value.flatMap(each -> breakEven(each, members(campaign))).isPresent());
    }

    private static Optional<Long> members(Campaign campaign) {
        return Optional.ofNullable(campaign.getNeed()).map(need -> need.getSize()).filter(size -> size > 0);
    }

    private void compute() {
        shown.ifPresent(campaign -> Optional.ofNullable(campaign.getValuePosition()).ifPresent(value -> breakEven(value, members(campaign))
                .ifPresent(response -> kit().set(value, MODEL.getValuePosition_BreakEvenResponse(), response))));
    }

    /** Share of the contacted who have to answer so that the margins pay contacts and fixed cost: {@code (contact cost + fixed cost / members) / margin}. */
    static Optional<Double> breakEven(ValuePosition value, Optional<Long> members) {
        Double margin = value.getMargin();
        Double contact = value.getContactCost();
        double fixed = Optional.ofNullable(value.getFixedCost()).orElse(0.0);
        if (margin == null || contact == null || margin <= 0 || fixed > 0 && members.isEmpty()) {
            return Optional.empty();
        }
        double all = contact + (fixed > 0 ? fixed / members.get() : 0);
        return Optional.of(Math.round(all / margin * 1e6) / 1e6);
    }
}
