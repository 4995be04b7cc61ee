package org.towercrier.customer.ui.internal.segment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.Segments;
import org.towercrier.customer.ui.internal.CustomerIds;
import org.towercrier.customer.ui.internal.Texts;
import org.towercrier.model.customer.Segmentation;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreEvents;
import org.towercrier.store.StoreException;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.view.OverviewAddition;
import org.towercrier.ui.view.StoreInterest;
import org.towercrier.ui.view.StoreTile;

/** The customers on the overview: how many there are in each of the four named segments, and what they spend. */
@Component(service = { OverviewAddition.class, EventHandler.class }, property = { EventConstants.EVENT_TOPIC + "=" + StoreEvents.CHANGED,
        EventConstants.EVENT_TOPIC + "=" + StoreEvents.DOCUMENT })
public final class SegmentsTile extends StoreTile {

    private final Segments segments;

    /** Of the open workspace. */
    @Activate
    public SegmentsTile(@Reference Segments segments) {
        super(StoreInterest.inTables("customer", "monthly_facts").andDocuments(Segments.KIND));
        this.segments = segments;
    }

    @Override
    public Content read(Locale locale) throws StoreException {
        Texts texts = new Texts(locale);
        Optional<Segmentation> four = segments.find(Segments.FOUR);
        Optional<Segments.Sizes> sizes;
        try {
            sizes = four.isEmpty() ? Optional.empty() : Optional.of(segments.sizes(four.get(), Cancellation.none()));
        } catch (CustomerException edited) {
            // its rule cannot be evaluated any more: the tree of segments says why
            sizes = Optional.empty();
        }
        return content(four, sizes.filter(found -> found.customers() > 0), texts);
    }

    static Content content(Optional<Segmentation> four, Optional<Segments.Sizes> sizes, Texts texts) {
        NumberFormats numbers = NumberFormats.of(texts.locale());
        SegmentNames names = new SegmentNames(texts);
        List<Segments.Size> found = sizes.map(Segments.Sizes::segments).orElse(List.of());
        long most = found.stream().mapToLong(Segments.Size::customers).max().orElse(1);
        double spend = found.stream().flatMap(size -> size.monthlySpend().stream()).mapToDouble(Double::doubleValue).sum();
        List<Line> lines = found.stream().map(size -> new Line(label(four, size.name(), names), numbers.integer(size.customers()),
                Optional.empty(), most == 0 ? 0 : (double) size.customers() / most, parameters(Optional.of(size.name())))).toList();
        return new Content(texts.get("Part_Customers"), sizes.map(all -> numbers.compact(all.customers())).orElse(""),
                sizes.isEmpty() ? "" : texts.get("Tile_Spend", numbers.compact(spend)), lines, texts.get("Tile_NoCustomers"),
                CustomerIds.COMMAND_SEGMENT, parameters(Optional.empty()));
    }

    private static String label(Optional<Segmentation> four, String path, SegmentNames names) {
        return four.flatMap(root -> SegmentRules.find(root, path)).map(names::of).orElseGet(() -> names.ofPath(path));
    }

    private static Map<String, Object> parameters(Optional<String> segment) {
        return segment.<Map<String, Object>>map(path -> Map.of(CustomerIds.PARAMETER_SEGMENT, path)).orElseGet(Map::of);
    }
}
