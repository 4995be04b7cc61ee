package org.towercrier.sample.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.towercrier.model.customer.CustomerPackage;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.sample.internal.CustomerPlan.Habit;
import org.towercrier.store.Cancellation;
import org.towercrier.store.RowWriter;
import org.towercrier.store.StoreCancelledException;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** Writes what each customer used and spent in each month. */
final class FactsWriter {

    private static final int CHECK_EVERY = 4_096;

    private final CustomerPlan plan;
    private final int months;
    private final int batch;

    FactsWriter(CustomerPlan plan, int months, int batch) {
        this.plan = plan;
        this.months = months;
        this.batch = batch;
    }

    /** Writes everything and returns the number of rows. */
    long write(Tables tables, Cancellation cancel, LongConsumer customersDone) throws StoreException {
        List<EStructuralFeature> columns = TableSchema.of(Literals.MONTHLY_FACTS).columns().stream()
                .map(column -> column.feature().orElseThrow()).toList();
        LocalDate first = plan.end().withDayOfMonth(1).minusMonths(months);
        long rows = 0;
        try (RowWriter writer = tables.insert(Literals.MONTHLY_FACTS)) {
            for (int customer = 0; customer < plan.customers(); customer++) {
                if (customer % CHECK_EVERY == 0) {
                    if (cancel.cancelled()) {
                        throw new StoreCancelledException();
                    }
                    customersDone.accept(customer);
                }
                String id = CustomerWriter.customerId(customer);
                for (int month = 0; month < months; month++) {
                    Optional<Facts> facts = facts(customer, month, first.plusMonths(month));
                    if (facts.isPresent()) {
                        writeRow(writer, columns, id, facts.get());
                        rows++;
                    }
                }
            }
        }
        return rows;
    }

    private record Facts(LocalDate month, double spend, double payments, double cost, double onNet, double offNet,
            double incoming, double calls, double messages, double volume, double offPeak, int complaints,
            int activeDays, LocalDate lastUse) {
    }

    /** Nothing before joining and after leaving. Data grows, talk declines, and who will leave uses less beforehand. */
    private Optional<Facts> facts(int customer, int month, LocalDate start) {
        LocalDate next = start.plusMonths(1);
        if (!plan.joined(customer).isBefore(next)) {
            return Optional.empty();
        }
        Optional<LocalDate> left = plan.left(customer);
        if (left.isPresent() && left.get().isBefore(start)) {
            return Optional.empty();
        }
        Habit habit = plan.habit(customer);
        double size = 0.55 + 0.9 * plan.unit(customer, 40);
        double fading = left.map(day -> fading(ChronoUnit.MONTHS.between(start, day))).orElse(1.0);
        double amount = size * fading * Math.max(0.1, 1 + 0.14 * plan.bell(customer, month, 1));
        double volume = cent(habit.megabytes() * amount * (0.75 + 0.25 * month / Math.max(1, months))
                * Math.max(0.1, 1 + 0.2 * plan.bell(customer, month, 2)));
        double minutes = habit.minutes() * amount * (1.1 - 0.1 * month / Math.max(1, months));
        double onNet = cent(minutes * (0.55 + 0.1 * plan.bell(customer, month, 3)));
        double spend = cent(habit.spend() * amount * (plan.group(customer).isPresent() ? 1.15 : 1));
        int activeDays = Math.clamp(Math.round((habit == Habit.DORMANT ? 11 : 26) * fading
                + 3 * plan.bell(customer, month, 4)), 1, start.lengthOfMonth());
        boolean complains = plan.bell(customer, month, 5) > (left.isPresent() ? 1.9 : 2.5);
        return Optional.of(new Facts(start, spend, spend, cent(spend * 0.38), onNet, cent(Math.max(0, minutes - onNet)),
                cent(minutes * 0.9), Math.rint(minutes / 2.4), Math.rint(habit.messages() * amount), volume,
                cent(volume * 0.3), complains ? 1 : 0, activeDays,
                start.plusDays(Math.min(start.lengthOfMonth(), activeDays + 2L) - 1)));
    }

    private static double fading(long monthsToGo) {
        return monthsToGo >= 4 ? 1 : 0.4 + 0.15 * monthsToGo;
    }

    private static double cent(double value) {
        return Math.rint(value * 100) / 100;
    }

    private void writeRow(RowWriter writer, List<EStructuralFeature> columns, String customer, Facts facts)
            throws StoreException {
        for (EStructuralFeature column : columns) {
            writeValue(writer, column.getFeatureID(), customer, facts);
        }
        writer.endRow();
    }

    private void writeValue(RowWriter writer, int column, String customer, Facts facts) throws StoreException {
        switch (column) {
            case CustomerPackage.MONTHLY_FACTS__CUSTOMER -> writer.add(customer);
            case CustomerPackage.MONTHLY_FACTS__MONTH ->
                writer.addDays(facts.month().toEpochDay());
            case CustomerPackage.MONTHLY_FACTS__BATCH -> writer.add(batch);
            case CustomerPackage.MONTHLY_FACTS__SPEND -> writer.add(facts.spend());
            case CustomerPackage.MONTHLY_FACTS__PAYMENTS -> writer.add(facts.payments());
            case CustomerPackage.MONTHLY_FACTS__COST -> writer.add(facts.cost());
            case CustomerPackage.MONTHLY_FACTS__VOICE_ON_NET -> writer.add(facts.onNet());
            case CustomerPackage.MONTHLY_FACTS__VOICE_OFF_NET ->
                writer.add(facts.offNet());
            case CustomerPackage.MONTHLY_FACTS__VOICE_INCOMING ->
                writer.add(facts.incoming());
            case CustomerPackage.MONTHLY_FACTS__CALLS -> writer.add(facts.calls());
            case CustomerPackage.MONTHLY_FACTS__MESSAGES -> writer.add(facts.messages());
            case CustomerPackage.MONTHLY_FACTS__DATA_VOLUME -> writer.add(facts.volume());
            case CustomerPackage.MONTHLY_FACTS__OFF_PEAK_VOLUME ->
                writer.add(facts.offPeak());
            case CustomerPackage.MONTHLY_FACTS__COMPLAINTS ->
                writer.add(facts.complaints());
            case CustomerPackage.MONTHLY_FACTS__ACTIVE_DAYS ->
                writer.add(facts.activeDays());
            case CustomerPackage.MONTHLY_FACTS__LAST_USE,
                    CustomerPackage.MONTHLY_FACTS__LAST_PAYMENT ->
                writer.addDays(facts.lastUse().toEpochDay());
            default -> writer.addNull();
        }
    }
}
