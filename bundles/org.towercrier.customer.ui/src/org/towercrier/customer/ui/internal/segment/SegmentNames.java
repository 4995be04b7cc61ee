package org.towercrier.customer.ui.internal.segment;

import java.util.List;
import java.util.Locale;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.towercrier.customer.ui.internal.Texts;
import org.towercrier.model.customer.Segment;
import org.towercrier.model.customer.Segmentation;

import jakarta.inject.Inject;

/** What segments are called: those that come with the product in the user's language, unless somebody renamed them. */
@Creatable
public final class SegmentNames {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE);

    private final Texts texts;

    @Inject
    public SegmentNames(Texts texts) {
        this.texts = texts;
    }

    /** Name of a segment. */
    public String of(Segment segment) {
        return named("Segment_", segment.getName(), segment.getLabel());
    }

    /** Name of a segmentation. */
    public String of(Segmentation segmentation) {
        return named("Segmentation_", segmentation.getName(), segmentation.getLabel());
    }

    /** Name of a segment of which only the path is known. */
    public String ofPath(String path) {
        return named("Segment_", path.substring(path.lastIndexOf('/') + 1), null);
    }

    private String named(String prefix, String name, String label) {
        String key = prefix + name;
        String known = texts.get(key);
        boolean ours = !known.equals(key);
        if (label == null || label.isBlank()) {
            return ours ? known : name;
        }
        return ours && LANGUAGES.stream().anyMatch(language -> new Texts(language).get(key).equals(label)) ? known : label;
    }
}
