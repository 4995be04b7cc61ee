package org.towercrier.campaign.ui.internal.order;

import java.util.List;
import java.util.Map;

import org.towercrier.campaign.Orders.Evidence;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.campaign.ui.internal.Words;
import org.towercrier.campaign.ui.internal.page.RichText;
import org.towercrier.ui.kit.Dates;

/** The evidence about a customer, link by link. */
record EvidenceWords(RichText page, Texts texts, Words words, Dates dates) {

    private static final int HASH_DIGITS = 16;
    private static final Map<String, String> EVENTS = Map.of("requested", "Evidence_requested", "confirmed", "Evidence_confirmed",
            "cancelled", "Evidence_cancelled", "expired", "Evidence_expired", "trial-reminded", "Evidence_reminded", "trial-ended",
            "Evidence_ended", "paid-confirmed", "Evidence_paid");

    /** No order is chosen. */
    void nothing() {
        page.clear().line(texts.get("Evidence_Choose")).show();
    }

    /** What was shown and said, the oldest first. */
    void show(String customer, List<Evidence> links) {
        page.clear();
        page.heading(texts.get("Evidence_Title", customer));
        page.line(texts.get("Evidence_Count", links.size()));
        for (Evidence link : links) {
            page.heading(texts.get("Evidence_Link", link.number(), event(link.event()), dates.minute(link.time())));
            String where = link.channel().map(words::of).orElse("");
            page.line(where.isEmpty() || link.address().isEmpty() ? where + link.address() : where + " · " + link.address());
            page.line(link.text());
            page.line(texts.get("Evidence_Hash", link.hash().substring(0, Math.min(HASH_DIGITS, link.hash().length()))));
        }
        page.show();
    }

    private String event(String name) {
        return EVENTS.containsKey(name) ? texts.get(EVENTS.get(name)) : name;
    }
}
