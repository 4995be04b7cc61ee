package org.towercrier.capacity.ui.internal.handlers;

import java.time.ZoneId;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.towercrier.capacity.DetectionRequest;
import org.towercrier.capacity.DetectionResult;
import org.towercrier.capacity.DetectionService;
import org.towercrier.capacity.RuleSetException;
import org.towercrier.capacity.RuleSets;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.capacity.alarm.OtherRules;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.view.StoreJob;

/** Evaluates the active rules in the background; the alarm list follows by itself. */
public final class DetectHandler {

    @CanExecute
    boolean canExecute(@Optional DetectionService detection, @Optional AlarmService alarms, @Optional RuleSets rules) {
        return detection != null && alarms != null && rules != null;
    }

    @Execute
    void execute(DetectionService detection, AlarmService alarms, RuleSets rules, Texts texts) {
        StoreJob job = new StoreJob(texts.get("Detect_Job")) {
            @Override
            protected IStatus work(Cancellation cancellation) throws StoreException {
                try {
                    DetectionRequest request = DetectionRequest.of(rules.active()).in(ZoneId.systemDefault());
                    DetectionResult result = detection.detect(request, cancellation);
                    alarms.reconcile(result, OtherRules.CLEAR);
                    return Status.OK_STATUS;
                } catch (RuleSetException broken) {
                    return Status.error(texts.get("Detect_Failed", broken.getMessage()), broken);
                }
            }

            @Override
            protected IStatus failed(StoreException trouble) {
                return Status.error(texts.get("Detect_Failed", trouble.getMessage()), trouble);
            }
        };
        job.setUser(true);
        job.schedule();
    }
}
