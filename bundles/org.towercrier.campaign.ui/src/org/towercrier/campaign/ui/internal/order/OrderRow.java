package org.towercrier.campaign.ui.internal.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.Orders;
import org.towercrier.campaign.Orders.Order;
import org.towercrier.campaign.Orders.Trial;
import org.towercrier.model.campaign.OrderState;
import org.towercrier.model.campaign.TrialState;
import org.towercrier.store.StoreException;

/**
 * A line of the orders.
 *
 * @param campaign name of the campaign that it came from
 */
record OrderRow(Order order, Optional<Trial> trial, String campaign) {

    private static final int MOST = 20_000;

    /** All orders with their trials, the newest first. */
    static List<OrderRow> read(Orders orders, Campaigns campaigns) throws StoreException {
        Map<String, String> names = new HashMap<>();
        for (Campaigns.Info info : campaigns.list()) {
            names.put(info.id(), info.name());
        }
        Map<String, Trial> trials = new HashMap<>();
        orders.trials(Optional.empty(), MOST).forEach(trial -> trials.put(trial.order(), trial));
        List<OrderRow> rows = new ArrayList<>();
        for (Order order : orders.list(Optional.empty(), Optional.empty(), MOST)) {
            rows.add(new OrderRow(order, Optional.ofNullable(trials.get(order.id())),
                    names.getOrDefault(String.valueOf(order.campaign()), String.valueOf(order.campaign()))));
        }
        return rows;
    }

    Optional<TrialState> trialState() {
        return trial.map(Trial::state);
    }

    Optional<LocalDate> trialEnd() {
        return trial.map(Trial::end);
    }

    /** Until when it can be confirmed; empty when that is decided. */
    Optional<Instant> waitsUntil() {
        return order.state() == OrderState.REQUESTED ? order.expires() : Optional.empty();
    }

    /** Can it be cancelled still? */
    boolean isOpen() {
        return order.state() != OrderState.CANCELLED && order.state() != OrderState.EXPIRED;
    }
}
