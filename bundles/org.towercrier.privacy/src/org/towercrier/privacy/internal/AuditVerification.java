package org.towercrier.privacy.internal;

import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.command.verify.WorkspaceVerification;
import org.towercrier.privacy.AuditLog;
import org.towercrier.store.StoreException;

/** {@code verify audit}: the chain of the audit log. */
@Component(service = WorkspaceVerification.class)
public final class AuditVerification implements WorkspaceVerification {

    private final AuditLog log;

    @Activate
    public AuditVerification(@Reference AuditLog log) {
        this.log = log;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Outcome verify() throws StoreException {
        AuditLog.Verdict verdict = log.verify();
        String sentence = verdict.ok() ? PrivacyMessages.text("Audit_Whole", verdict.entries()) : verdict.reason();
        return new Outcome(verdict.ok(), List.of(sentence),
                Map.of("entries", verdict.entries(), "broken", verdict.broken()));
    }
}
