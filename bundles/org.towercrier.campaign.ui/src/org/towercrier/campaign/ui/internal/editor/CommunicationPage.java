package org.towercrier.campaign.ui.internal.editor;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.towercrier.campaign.ui.internal.CampaignIds;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignPackage;
import org.towercrier.model.campaign.Wording;
import org.towercrier.model.types.TypesFactory;
import org.towercrier.model.types.TypesPackage;

/** Step 4: by which channels, at what hours, in which words. */
final class CommunicationPage extends StepPage {

    private static final CampaignPackage MODEL = CampaignPackage.eINSTANCE;
    private static final TypesPackage TYPES = TypesPackage.eINSTANCE;

    private final ListPane channels;
    private final FieldForm window;
    private final ListPane wordings;
    private Optional<Campaign> shown = Optional.empty();
    private Frozen shownFrozen = Frozen.NOTHING;

    CommunicationPage(Composite parent, FormKit kit, Proposals proposals, Consumer<String> pages) {
        super(parent, kit);
        heading(kit.labels().of(MODEL.getCommunication_Channels()));
        channels = added(new ListPane(body(), kit, MODEL.getCommunication_Channels(),
                List.of(MODEL.getChannelPlan_Channel(), MODEL.getChannelPlan_Place(), MODEL.getChannelPlan_ContactCost(),
                        MODEL.getChannelPlan_MaximumContacts()),
                fields -> fields.field(MODEL.getChannelPlan_Channel()).field(MODEL.getChannelPlan_Place())
                        .field(MODEL.getChannelPlan_ContactCost()).field(MODEL.getChannelPlan_MaximumContacts()),
                made -> made.eSet(MODEL.getChannelPlan_Window(), TypesFactory.eINSTANCE.createTimeWindow())));
        window = new FieldForm(body(), kit).field(TYPES.getTimeWindow_Weekdays()).field(TYPES.getTimeWindow_From())
                .field(TYPES.getTimeWindow_Until());
        channels.onSelection(this::window);
        Composite ways = new Composite(body(), SWT.NONE);
        way(ways, "Board_Policy", () -> pages.accept(CampaignIds.PART_POLICY));
        way(ways, "Board_Profile", () -> pages.accept(CampaignIds.PART_PROFILE));
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).applyTo(ways);
        heading(kit.labels().of(MODEL.getCommunication_Wordings()));
        wordings = added(new ListPane(body(), kit, MODEL.getCommunication_Wordings(),
                List.of(MODEL.getWording_Id(), MODEL.getWording_Channel(), MODEL.getWording_Segment(), MODEL.getWording_Offer(),
                        MODEL.getWording_Text()),
                fields -> fields.field(MODEL.getWording_Id()).field(MODEL.getWording_Channel())
                        .choice(MODEL.getWording_Segment(), proposals::segments)
                        .choice(MODEL.getWording_Offer(), proposals::offers).field(MODEL.getWording_Language())
                        .field(MODEL.getWording_Version()).area(MODEL.getWording_Text(), 4),
                this::number));
    }

    /** A way to what the exit test of this step goes by. */
    private void way(Composite bar, String key, Runnable open) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(kit().texts().get(key));
        button.setToolTipText(kit().texts().get(key + "_Tip"));
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> open.run()));
    }

    private void window(Optional<EObject> channel) {
        Optional<EObject> hours = FormKit.part(channel, MODEL.getChannelPlan_Window());
        window.show(hours, shownFrozen);
        window.control().setVisible(hours.isPresent());
    }

    private void number(EObject made) {
        int next = 1;
        List<String> taken = shown.map(campaign -> campaign.getCommunication().getWordings().stream().map(Wording::getId).toList())
                .orElse(List.of());
        while (taken.contains("wording-" + next)) {
            next++;
        }
        made.eSet(MODEL.getWording_Id(), "wording-" + next);
        made.eSet(MODEL.getWording_Version(), 1);
        made.eSet(MODEL.getWording_Language(), kit().texts().locale().toLanguageTag());
    }

    @Override
    void show(Campaign campaign, Frozen frozen) {
        shown = Optional.of(campaign);
        shownFrozen = frozen;
        channels.show(Optional.ofNullable(campaign.getCommunication()), frozen);
        wordings.show(Optional.ofNullable(campaign.getCommunication()), frozen);
    }

    @Override
    void flush() {
        super.flush();
        window.flush();
    }
}
