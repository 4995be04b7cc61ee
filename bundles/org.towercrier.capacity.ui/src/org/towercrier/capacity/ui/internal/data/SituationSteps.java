package org.towercrier.capacity.ui.internal.data;

import java.util.List;
import java.util.Optional;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.towercrier.capacity.situation.CauseRule;
import org.towercrier.capacity.situation.CauseRules;
import org.towercrier.capacity.situation.Choice;
import org.towercrier.capacity.situation.CorrelationSettings;
import org.towercrier.capacity.situation.Decision;
import org.towercrier.capacity.situation.Situations;
import org.towercrier.capacity.ui.internal.data.UndoStack.Taken;
import org.towercrier.store.StoreException;

import jakarta.inject.Inject;

/** What an operator decides about situations and their causes, in the background; an undo revokes the decisions, a redo makes new ones. */
@Creatable
public final class SituationSteps {

    private final UndoStack undo;
    private Situations situations;
    private CauseRules causes;

    @Inject
    public SituationSteps(UndoStack undo) {
        this.undo = undo;
    }

    @Inject
    void services(@org.eclipse.e4.core.di.annotations.Optional Situations service,
            @org.eclipse.e4.core.di.annotations.Optional CauseRules rules) {
        situations = service;
        causes = rules;
    }

    /** Joins all alarms anew, and those to come, with other settings. */
    public void correlate(CorrelationSettings wanted) {
        Situations service = situations;
        if (service != null) {
            undo.run("Correlation_Apply", () -> new Taken(Optional.of(set(service, wanted)), ""));
        }
    }

    private static Reversible set(Situations service, CorrelationSettings wanted) throws StoreException {
        CorrelationSettings before = service.settings();
        service.settings(wanted);
        service.correlate();
        return () -> set(service, before);
    }

    /** Adopts a cause with its effect. */
    public void adopt(String cause, String effect) {
        CauseRules service = causes;
        if (service != null) {
            undo.run("Cause_Adopt", () -> new Taken(Optional.of(adopted(service, cause, effect)), ""));
        }
    }

    /** Takes an adopted cause back. */
    public void withdraw(CauseRule rule) {
        CauseRules service = causes;
        if (service != null) {
            undo.run("Cause_Withdraw", () -> new Taken(Optional.of(withdrawn(service, rule)), ""));
        }
    }

    private static Reversible adopted(CauseRules service, String cause, String effect) throws StoreException {
        CauseRule rule = service.adopt(cause, effect, AlarmSteps.USER);
        return () -> withdrawn(service, rule);
    }

    private static Reversible withdrawn(CauseRules service, CauseRule rule) throws StoreException {
        service.revoke(rule.id(), AlarmSteps.USER);
        return () -> adopted(service, rule.cause(), rule.effect());
    }

    /** Puts alarms together. */
    public void open(List<String> alarms) {
        decide("Situation_Open", service -> service.open(alarms, Choice.by(AlarmSteps.USER)));
    }

    /** Moves alarms to a situation. */
    public void move(List<String> alarms, String situation) {
        decide("Situation_Move", service -> service.move(alarms, situation, Choice.by(AlarmSteps.USER)));
    }

    /** Takes alarms out of their situations, for these records or for all later ones of the same trouble. */
    public void reject(List<String> alarms, boolean always) {
        decide("Situation_Reject", service -> service.reject(alarms, new Choice(AlarmSteps.USER, always, "")));
    }

    /** Takes decisions back. */
    public void revoke(List<Long> decisions) {
        Situations service = situations;
        if (service != null) {
            undo.run("Situation_Revoke", () -> {
                service.revoke(decisions, AlarmSteps.USER);
                return new Taken(Optional.empty(), "");
            });
        }
    }

    /** A decision. */
    @FunctionalInterface
    private interface Deciding {
        Object apply(Situations service) throws StoreException;
    }

    private void decide(String key, Deciding deciding) {
        Situations service = situations;
        if (service != null) {
            undo.run(key, () -> new Taken(Optional.of(decided(service, deciding)), ""));
        }
    }

    /** Decides, and returns what revokes the decisions that came of it. */
    private static Reversible decided(Situations service, Deciding deciding) throws StoreException {
        long before = service.decisions(true).stream().mapToLong(Decision::id).max().orElse(0);
        deciding.apply(service);
        List<Long> made = service.decisions(false).stream().map(Decision::id).filter(id -> id > before).toList();
        return () -> {
            service.revoke(made, AlarmSteps.USER);
            return () -> decided(service, deciding);
        };
    }
}
