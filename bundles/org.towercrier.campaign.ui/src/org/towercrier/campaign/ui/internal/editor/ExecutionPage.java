package org.towercrier.campaign.ui.internal.editor;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.towercrier.customer.Criteria;
import org.towercrier.model.campaign.Audience;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignPackage;
import org.towercrier.model.campaign.CampaignState;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.model.customer.SegmentCriterion;

/** Step 5: who belongs to the audience, how the experiment is set up, launch and what follows it. */
final class ExecutionPage extends StepPage {

    private static final CampaignPackage MODEL = CampaignPackage.eINSTANCE;

    /** What can be done with the campaign as a whole. */
    enum Action {
        LAUNCH, SEND, PAUSE, RESUME, END, CONCLUDE, RESULT
    }

    /** Takes what somebody wants to be done. */
    @FunctionalInterface
    interface Actions {
        void run(Action action);
    }

    private final CriterionField criterion;
    private final Button fromSegment;
    private final FieldForm audience;
    private final ListPane exclusions;
    private final CriterionField excluded;
    private final FieldForm experiment;
    private final FieldForm execution;
    private final List<Button> buttons;
    private Optional<Campaign> shown = Optional.empty();
    private boolean open;

    ExecutionPage(Composite parent, FormKit kit, Actions actions) {
        super(parent, kit);
        heading(kit.texts().get("Execution_Steps"));
        buttons = buttons(actions);
        heading(kit.labels().of(MODEL.getAudience()));
        criterion = new CriterionField(body(), kit, MODEL.getAudience_Criterion(), this::fit);
        fromSegment = new Button(body(), SWT.PUSH);
        fromSegment.setText(kit.texts().get("Execution_FromSegment"));
        fromSegment.setToolTipText(kit.texts().get("Execution_FromSegment_Tip"));
        GridDataFactory.swtDefaults().indent(140, 0).applyTo(fromSegment);
        fromSegment.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> fromSegment()));
        audience = form().field(MODEL.getAudience_Unit());
        heading(kit.labels().of(MODEL.getAudience_Exclusions()));
        exclusions = added(new ListPane(body(), kit, MODEL.getAudience_Exclusions(), List.of(MODEL.getExclusion_Reason()),
                fields -> fields.field(MODEL.getExclusion_Reason()), made -> {}));
        excluded = new CriterionField(body(), kit, MODEL.getExclusion_Criterion(), this::fit);
        exclusions.onSelection(exclusion -> excluded.show(exclusion, open));
        heading(kit.labels().of(MODEL.getExperiment()));
        experiment = form().field(MODEL.getExperiment_ControlShare()).field(MODEL.getExperiment_Unit())
                .field(MODEL.getExperiment_Strata()).field(MODEL.getExperiment_Measure()).field(MODEL.getExperiment_BaseRate())
                .field(MODEL.getExperiment_DetectableEffect()).field(MODEL.getExperiment_Significance())
                .field(MODEL.getExperiment_Power()).field(MODEL.getExperiment_Days());
        heading(kit.labels().of(MODEL.getExecution()));
        execution = form().area(MODEL.getExecution_Conclusion(), 3);
    }

    private List<Button> buttons(Actions actions) {
        Composite row = new Composite(body(), SWT.NONE);
        RowLayoutFactory.fillDefaults().wrap(true).spacing(8).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(row);
        return List.of(Action.values()).stream().map(action -> {
            Button button = new Button(row, SWT.PUSH);
            button.setText(kit().texts().get("Action_" + action));
            button.setToolTipText(kit().texts().get("Action_" + action + "_Tip"));
            button.setData(action);
            button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> actions.run(action)));
            return button;
        }).toList();
    }

    /** Takes the service that reads criteria. */
    void criteria(Optional<Criteria> service) {
        criterion.criteria(service);
        excluded.criteria(service);
    }

    private void fromSegment() {
        shown.filter(campaign -> campaign.getNeed() != null && campaign.getNeed().getSegmentation() != null).ifPresent(campaign -> {
            SegmentCriterion segment = CustomerFactory.eINSTANCE.createSegmentCriterion();
            segment.setSegmentation(campaign.getNeed().getSegmentation());
            segment.setSegment(campaign.getNeed().getSegment());
            kit().set(campaign.getAudience(), MODEL.getAudience_Criterion(), segment);
        });
    }

    @Override
    void show(Campaign campaign, Frozen frozen) {
        shown = Optional.of(campaign);
        Optional<Audience> who = Optional.ofNullable(campaign.getAudience());
        open = !frozen.isFrozen(MODEL.getAudience_Criterion());
        criterion.show(who, open);
        fromSegment.setEnabled(open && campaign.getNeed() != null && campaign.getNeed().getSegment() != null);
        audience.show(who, frozen);
        exclusions.show(who, frozen);
        experiment.show(Optional.ofNullable(campaign.getExperiment()), frozen);
        execution.show(Optional.ofNullable(campaign.getExecution()), frozen);
        buttons.forEach(button -> button.setEnabled(isPossible((Action) button.getData(), campaign)));
    }

    /** What can follow the state that a campaign is in. */
    static boolean isPossible(Action action, Campaign campaign) {
        CampaignState state = campaign.getState();
        boolean launched = campaign.getLaunched() != null;
        return switch (action) {
            case LAUNCH -> !launched && (state == CampaignState.DRAFT || state == CampaignState.READY);
            case SEND, PAUSE -> launched && state == CampaignState.LAUNCHED;
            case RESUME -> launched && state == CampaignState.PAUSED;
            case END -> launched && (state == CampaignState.LAUNCHED || state == CampaignState.PAUSED);
            case CONCLUDE, RESULT -> launched;
        };
    }

    @Override
    void flush() {
        super.flush();
        criterion.write();
        excluded.write();
    }
}
