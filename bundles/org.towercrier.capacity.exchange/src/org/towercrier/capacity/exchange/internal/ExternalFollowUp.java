package org.towercrier.capacity.exchange.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.eclipse.emf.ecore.EClass;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.capacity.alarm.ExternalAlarms;
import org.towercrier.exchange.ImportFollowUp;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.store.StoreException;
import org.towercrier.store.Transaction;

/** Imported events become alarms in the same transaction. */
@Component(service = ImportFollowUp.class)
public final class ExternalFollowUp implements ImportFollowUp {

    private final ExternalAlarms alarms;

    @Activate
    public ExternalFollowUp(@Reference ExternalAlarms alarms) {
        this.alarms = Objects.requireNonNull(alarms, "alarms");
    }

    @Override
    public Set<EClass> types() {
        return Set.of(AlarmPackage.eINSTANCE.getAlarmEvent());
    }

    @Override
    public List<String> follow(Transaction tx, int batch) throws StoreException {
        ExternalAlarms.Summary summary = alarms.follow(tx, batch);
        List<String> sentences = new ArrayList<>();
        if (summary.orphans() > 0) {
            sentences.add(Texts.text("Follow_Orphans", summary.orphans()));
        }
        if (summary.own() > 0) {
            sentences.add(Texts.text("Follow_Own", summary.own()));
        }
        return sentences;
    }
}
