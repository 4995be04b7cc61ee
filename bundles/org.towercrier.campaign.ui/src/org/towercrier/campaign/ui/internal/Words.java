package org.towercrier.campaign.ui.internal;

import java.util.Optional;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.common.util.Enumerator;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Reason;
import org.towercrier.campaign.StepCheck;
import org.towercrier.customer.CustomerException;
import org.towercrier.model.campaign.CampaignState;
import org.towercrier.model.campaign.GateOutcome;
import org.towercrier.model.campaign.Verdict;
import org.towercrier.model.edit.Labels;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.theme.Severity;
import org.towercrier.ui.view.ExplainedException;

import jakarta.inject.Inject;

/** What things of campaigns are called, and the shape and colour that stands for each of their states. */
@Creatable
public final class Words {

    private final Texts texts;

    @Inject
    public Words(Texts texts) {
        this.texts = texts;
    }

    /** A value of an enumeration of the model. */
    public String of(Enumerator value) {
        return new Labels(texts.locale()).of(value);
    }

    /** A value that may be absent. */
    public String of(Optional<? extends Enumerator> value) {
        return value.map(this::of).orElse("");
    }

    /** A sentence of the area. */
    public String of(Reason reason) {
        return reason.text(texts.locale());
    }

    /** A share of one with its sign and digits as small shares need them. */
    public String change(double value, boolean share) {
        if (Double.isNaN(value)) {
            return NumberFormats.ABSENT;
        }
        NumberFormats numbers = NumberFormats.of(texts.locale());
        String text = share ? texts.get("Result_Points", numbers.decimal(value * 100, 2)) : numbers.decimal(value, 2);
        return value > 0 ? "+" + text : text;
    }

    /** What the area refuses, for the face that says what went wrong. */
    public ExplainedException explained(CampaignException refused) {
        return new ExplainedException(refused.text(texts.locale()), texts.get("Trouble_Campaign"), refused);
    }

    /** What criteria refuse, for the face that says what went wrong. */
    public ExplainedException explained(CustomerException refused) {
        return new ExplainedException(String.valueOf(refused.getLocalizedMessage()), texts.get("Trouble_Campaign"), refused);
    }

    /** Shape and colour of an exit test. */
    public static Severity mark(StepCheck.Status status) {
        return switch (status) {
            case PASSED -> Severity.CLEARED;
            case FAILED -> Severity.CRITICAL;
            case OPEN -> Severity.MINOR;
        };
    }

    /** Shape and colour of a verdict. */
    public static Severity mark(Verdict verdict) {
        return switch (verdict) {
            case PROVEN -> Severity.CLEARED;
            case HARMFUL -> Severity.CRITICAL;
            case NOT_PROVEN -> Severity.MINOR;
            case NOT_ENOUGH_DATA -> Severity.INDETERMINATE;
        };
    }

    /** Shape and colour of what the gate says. */
    public static Severity mark(GateOutcome outcome) {
        return switch (outcome) {
            case PASSED -> Severity.CLEARED;
            case DELAYED -> Severity.MINOR;
            case STOPPED -> Severity.CRITICAL;
        };
    }

    /** Shape and colour of the state of a campaign; none while nothing happens. */
    public static Optional<Severity> mark(CampaignState state) {
        return switch (state) {
            case LAUNCHED -> Optional.of(Severity.CLEARED);
            case PAUSED -> Optional.of(Severity.MAJOR);
            case READY -> Optional.of(Severity.WARNING);
            case DRAFT, ENDED, CANCELLED -> Optional.empty();
        };
    }
}
