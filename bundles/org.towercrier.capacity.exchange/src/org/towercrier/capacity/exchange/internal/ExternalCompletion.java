package org.towercrier.capacity.exchange.internal;

import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.emf.ecore.EClass;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.capacity.alarm.ExternalAlarms;
import org.towercrier.exchange.ImportCompletion;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.store.StoreException;
import org.towercrier.store.Transaction;

/** Imported events become alarms in the same transaction. */
@Component(service = ImportCompletion.class)
public final class ExternalCompletion implements ImportCompletion {

    private final ExternalAlarms alarms;

    @Activate
    public ExternalCompletion(@Reference ExternalAlarms alarms) {
        this.alarms = Objects.requireNonNull(alarms, "alarms");
    }

    @Override
    public void complete(Transaction tx, Set<EClass> classes, Consumer<String> warn) throws StoreException {
        if (!classes.contains(AlarmPackage.eINSTANCE.getAlarmEvent())) {
            return;
        }
        // The batch is entered after its rows are complete, so the next number is still that of this import.
        int batch = Math.toIntExact(tx.nextId(MeasurementPackage.eINSTANCE.getImportBatch()));
        ExternalAlarms.Summary summary = alarms.follow(tx, batch);
        if (summary.orphans() > 0) {
            warn.accept(Texts.text("Follow_Orphans", summary.orphans()));
        }
        if (summary.own() > 0) {
            warn.accept(Texts.text("Follow_Own", summary.own()));
        }
    }
}
