package org.towercrier.sample.internal;

import java.time.LocalDate;
import java.util.List;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.model.customer.ServiceType;
import org.towercrier.model.network.Technology;
import org.towercrier.sample.internal.CustomerPlan.Habit;
import org.towercrier.store.StoreException;

/** The products of the invented operator. */
final class Catalogue {

    /** Test currency of ISO 4217: no real prices are meant. */
    static final String CURRENCY = "XTS";

    record Item(String id, String name, ServiceType service, double price, double cost, int minutes, int messages,
            int megabytes, int commitment, Technology technology, int soldForDays) {
    }

    static final List<Item> ITEMS = List.of(
            new Item("SYN-P-TALK", "Talk 300", ServiceType.MOBILE, 18, 6, 300, 100, 500, 0, null, 4_000),
            new Item("SYN-P-EASY", "Easy", ServiceType.MOBILE, 8, 3, 50, 20, 200, 0, null, 5_000),
            new Item("SYN-P-FLOW", "Flow 10", ServiceType.MOBILE, 39, 14, 200, 50, 10_240, 12, Technology.LTE_FDD, 1_400),
            new Item("SYN-P-FLOW5G", "Flow 40 5G", ServiceType.MOBILE, 69, 25, 500, 100, 40_960, 24, Technology.NR, 600),
            new Item("SYN-P-PRIME", "Prime", ServiceType.MOBILE, 119, 38, 1_500, 300, 20_480, 24, Technology.LTE_FDD, 2_500),
            new Item("SYN-P-NIGHT", "Night Owl add-on", ServiceType.VALUE_ADDED, 6, 1, 0, 0, 5_120, 0, null, 300),
            new Item("SYN-P-FIBRE", "Fibre 300", ServiceType.BROADBAND, 45, 20, 0, 0, 0, 24, null, 2_000),
            new Item("SYN-P-FIXED", "Fixed Line", ServiceType.FIXED_LINE, 14, 6, 600, 0, 0, 12, null, 6_000),
            new Item("SYN-P-HOME", "Home Bundle", ServiceType.BUNDLE, 99, 41, 800, 100, 20_480, 24, null, 900));

    private Catalogue() {
    }

    /** The product that suits a habit. */
    static Item of(Habit habit, double pick) {
        return switch (habit) {
            case DATA_HUNGRY -> ITEMS.get(pick < 0.6 ? 2 : 3);
            case HIGH_VALUE -> ITEMS.get(pick < 0.7 ? 4 : 3);
            case VOICE_LEANING -> ITEMS.get(0);
            case DORMANT -> ITEMS.get(pick < 0.75 ? 1 : 0);
        };
    }

    /** The product of households with everything in one. */
    static Item homeBundle() {
        return ITEMS.getLast();
    }

    static void write(Tables tables, LocalDate end) throws StoreException {
        try (Rows rows = new Rows(tables, Literals.PRODUCT)) {
            for (Item item : ITEMS) {
                rows.set(Literals.PRODUCT__ID, item.id()).set(Literals.PRODUCT__NAME, item.name() + " (synthetic)")
                        .set(Literals.PRODUCT__SERVICE, item.service())
                        .set(Literals.PRODUCT__BRAND, City.NAME + " Mobile (synthetic)")
                        .set(Literals.PRODUCT__PRICE, item.price()).set(Literals.PRODUCT__COST, item.cost())
                        .set(Literals.PRODUCT__CURRENCY, CURRENCY)
                        .set(Literals.PRODUCT__FROM, end.minusDays(item.soldForDays()))
                        .set(Literals.PRODUCT__COMMITMENT, item.commitment())
                        .set(Literals.PRODUCT__MINUTES_INCLUDED, (double) item.minutes())
                        .set(Literals.PRODUCT__MESSAGES_INCLUDED, item.messages())
                        .set(Literals.PRODUCT__DATA_INCLUDED, (double) item.megabytes())
                        .set(Literals.PRODUCT__TECHNOLOGY_NEEDED, item.technology())
                        .set(Literals.PRODUCT__TERMINAL_NEEDED, item.technology() == Technology.NR ? "5G" : null)
                        .set(Literals.PRODUCT__OFF_PEAK, item.id().endsWith("NIGHT")).end();
            }
        }
    }
}
