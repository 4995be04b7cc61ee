package org.towercrier.customer.internal.bench;

import java.time.LocalDate;
import java.util.SplittableRandom;

import org.eclipse.emf.ecore.EClass;
import org.towercrier.command.CommandMonitor;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.store.RowWriter;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;
import org.towercrier.store.Transaction;

/** Synthetic customers with three months of facts, the same every time. */
final class ManyCustomers {

    private static final int MONTHS = 3;
    private static final LocalDate LAST = LocalDate.of(2026, 6, 1);
    private static final String[] OCCUPATIONS = { "student", "teacher", "driver", "clerk", "farmer", "nurse" };

    private ManyCustomers() {
    }

    static void write(Store store, int customers, CommandMonitor monitor) throws StoreException {
        store.write(tx -> {
            people(tx, customers, monitor);
            facts(tx, customers, monitor);
            return null;
        });
    }

    private static void people(Transaction tx, int customers, CommandMonitor monitor) throws StoreException {
        SplittableRandom random = new SplittableRandom(7);
        EClass type = Literals.CUSTOMER;
        try (RowWriter rows = tx.insert(type)) {
            for (int i = 0; i < customers; i++) {
                if (i % 100_000 == 0) {
                    monitor.checkCancelled();
                }
                for (TableSchema.Column column : TableSchema.of(type).columns()) {
                    switch (column.name()) {
                        case "id" -> rows.add(id(i));
                        case "gender" -> rows.add(random.nextBoolean() ? "FEMALE" : "MALE");
                        case "age" -> rows.add(18 + random.nextInt(70));
                        case "occupation" -> rows.add(OCCUPATIONS[random.nextInt(OCCUPATIONS.length)]);
                        case "region" -> rows.add("region-" + random.nextInt(30));
                        case "competitiveArea" -> rows.add(random.nextInt(3) == 0);
                        case "tenure" -> rows.add((double) random.nextInt(120));
                        case "churned" -> rows.add(false);
                        case "synthetic" -> rows.add(true);
                        default -> rows.addNull();
                    }
                }
                rows.endRow();
            }
        }
    }

    private static void facts(Transaction tx, int customers, CommandMonitor monitor) throws StoreException {
        SplittableRandom random = new SplittableRandom(11);
        EClass type = Literals.MONTHLY_FACTS;
        try (RowWriter rows = tx.insert(type)) {
            for (int i = 0; i < customers; i++) {
                if (i % 100_000 == 0) {
                    monitor.checkCancelled();
                }
                double level = Math.exp(random.nextDouble() * 4);
                for (int month = 0; month < MONTHS; month++) {
                    for (TableSchema.Column column : TableSchema.of(type).columns()) {
                        switch (column.name()) {
                            case "customer" -> rows.add(id(i));
                            case "month" -> rows.addDays(LAST.minusMonths(month).toEpochDay());
                            case "spend", "payments" -> rows.add(level * (1 + random.nextDouble()));
                            case "voiceOnNet", "voiceOffNet" -> rows.add(random.nextInt(300) / 2.0);
                            case "messages" -> rows.add((double) random.nextInt(40));
                            case "dataVolume" -> rows.add(level * 60 * random.nextDouble());
                            case "complaints" -> rows.add(random.nextInt(50) == 0 ? 1 : 0);
                            default -> rows.addNull();
                        }
                    }
                    rows.endRow();
                }
            }
        }
    }

    /** Identity of a customer by number. */
    static String id(int number) {
        return "C" + (10_000_000 + number);
    }
}
