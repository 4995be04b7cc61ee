package org.towercrier.campaign.ui.internal.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.CapacityChecks;
import org.towercrier.customer.Segments;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.Offer;
import org.towercrier.model.campaign.UseProfile;
import org.towercrier.model.customer.CustomerPackage;
import org.towercrier.model.customer.Segment;
import org.towercrier.model.customer.Segmentation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** What can be chosen in the fields of a campaign: segments, products, profiles of use, its own offers. */
final class Proposals {

    /**
     * What the workspace holds.
     *
     * @param segmentations with their segments
     * @param products on sale or not, by name
     * @param profiles of use
     */
    record Stored(List<Group> segmentations, List<FieldForm.Option> products, List<FieldForm.Option> profiles) {

        static final Stored NONE = new Stored(List.of(), List.of(), List.of());
    }

    /** A segmentation with the paths of its segments. */
    record Group(FieldForm.Option segmentation, List<FieldForm.Option> segments) {
    }

    private final Supplier<Optional<Campaign>> campaign;
    private Stored stored = Stored.NONE;

    Proposals(Supplier<Optional<Campaign>> campaign) {
        this.campaign = campaign;
    }

    /** Takes what was read. */
    void set(Stored read) {
        stored = read;
    }

    List<FieldForm.Option> segmentations() {
        return stored.segmentations().stream().map(Group::segmentation).toList();
    }

    /** Segments of the segmentation that the need names. */
    List<FieldForm.Option> segments() {
        String chosen = campaign.get().map(Campaign::getNeed).map(need -> need.getSegmentation()).orElse("");
        return stored.segmentations().stream().filter(group -> group.segmentation().value().equals(chosen)).findFirst()
                .map(Group::segments).orElse(List.of());
    }

    List<FieldForm.Option> products() {
        return stored.products();
    }

    List<FieldForm.Option> profiles() {
        return stored.profiles();
    }

    List<FieldForm.Option> offers() {
        return campaign.get().map(Campaign::getOfferPlan).map(plan -> plan.getOffers().stream().filter(offer -> offer.getId() != null)
                .map(Proposals::option).toList()).orElse(List.of());
    }

    private static FieldForm.Option option(Offer offer) {
        return new FieldForm.Option(offer.getId(), label(offer.getId(), offer.getName()));
    }

    private static String label(String id, String name) {
        return name == null || name.isBlank() || name.equals(id) ? id : name + " · " + id;
    }

    /** Reads what can be chosen; away from the thread of the window. */
    static Stored read(Store store, Optional<Segments> segments, Optional<CapacityChecks> checks, Locale locale)
            throws StoreException, CampaignException {
        List<Group> groups = new ArrayList<>();
        if (segments.isPresent()) {
            for (Segmentation each : segments.get().list()) {
                List<FieldForm.Option> paths = new ArrayList<>();
                each.getSegments().forEach(segment -> paths("", segment, paths));
                groups.add(new Group(new FieldForm.Option(each.getName(), Optional.ofNullable(each.getLabel()).orElse(each.getName())),
                        paths));
            }
        }
        List<FieldForm.Option> profiles = new ArrayList<>();
        if (checks.isPresent()) {
            for (UseProfile each : checks.get().profiles()) {
                profiles.add(new FieldForm.Option(each.getName(), label(each.getName(), each.getLabel())));
            }
        }
        return new Stored(List.copyOf(groups), products(store), List.copyOf(profiles));
    }

    private static void paths(String parent, Segment segment, List<FieldForm.Option> into) {
        String path = parent + segment.getName();
        into.add(new FieldForm.Option(path, label(path, segment.getLabel())));
        segment.getChildren().forEach(child -> paths(path + "/", child, into));
    }

    private static List<FieldForm.Option> products(Store store) throws StoreException {
        TableSchema products = TableSchema.of(CustomerPackage.eINSTANCE.getProduct());
        return store.read(sql -> sql.select(products.field("id"), products.field("name")).from(products.table())
                .orderBy(products.field("name"), products.field("id")).limit(2_000)
                .fetch(row -> new FieldForm.Option(String.valueOf(row.get(0)),
                        label(String.valueOf(row.get(0)), row.get(1) == null ? "" : String.valueOf(row.get(1))))));
    }
}
