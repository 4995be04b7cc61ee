package org.towercrier.customer.ui.internal.criterion;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.towercrier.customer.Criteria;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.Segments;
import org.towercrier.model.customer.Segment;
import org.towercrier.model.customer.Segmentation;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.StoreJob;

/** Values to choose from, looked up in the background: those that occur, and the segments there are. */
final class Choices {

    private static final int MOST = 40;

    private final PartSite site;
    private Optional<Criteria> criteria = Optional.empty();
    private Optional<Segments> segments = Optional.empty();

    Choices(PartSite site) {
        this.site = site;
    }

    void services(Optional<Criteria> newCriteria, Optional<Segments> newSegments) {
        criteria = newCriteria;
        segments = newSegments;
    }

    @FunctionalInterface
    private interface Reading<T> {
        List<T> read(Cancellation cancellation) throws CustomerException, StoreException;
    }

    /** The values that most customers have; none where they cannot be read. */
    void values(String attribute, String begin, Consumer<List<Criteria.Suggestion>> consumer) {
        criteria.ifPresent(service -> read(cancellation -> service.values(attribute, begin, MOST, cancellation), consumer));
    }

    /** The segmentations with the paths of their segments. */
    void segments(Consumer<List<Known>> consumer) {
        segments.ifPresent(service -> read(
                cancellation -> service.list().stream().map(each -> new Known(each.getName(), paths(each))).toList(), consumer));
    }

    /** A segmentation with the paths of its segments. */
    record Known(String segmentation, List<String> paths) {
    }

    private static List<String> paths(Segmentation segmentation) {
        return segmentation.getSegments().stream().flatMap(segment -> paths("", segment).stream()).toList();
    }

    private static List<String> paths(String parent, Segment segment) {
        String path = parent + segment.getName();
        List<String> all = new java.util.ArrayList<>(List.of(path));
        segment.getChildren().forEach(child -> all.addAll(paths(path + "/", child)));
        return all;
    }

    private <T> void read(Reading<T> reading, Consumer<List<T>> consumer) {
        StoreJob job = new StoreJob(String.valueOf(site.part().getLocalizedLabel())) {
            @Override
            protected IStatus work(Cancellation cancellation) throws StoreException {
                try {
                    List<T> found = reading.read(cancellation);
                    site.later(() -> consumer.accept(found));
                    return Status.OK_STATUS;
                } catch (CustomerException unknown) {
                    return Status.warning(unknown.getMessage(), unknown);
                }
            }
        };
        job.setSystem(true);
        job.schedule();
    }
}
