package org.towercrier.customer.ui.internal.figure.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.towercrier.customer.Clusters;
import org.towercrier.customer.Clusters.Profile;
import org.towercrier.customer.ui.internal.figure.AttributeNames;
import org.towercrier.customer.ui.internal.figure.FigureTexts;
import org.towercrier.customer.ui.internal.figure.SegmentNames;
import org.towercrier.ui.figure.Axis;
import org.towercrier.ui.figure.BarsFigure;
import org.towercrier.ui.figure.NumbersPane.Number;
import org.towercrier.ui.kit.NumberFormats;

/** Figures of groups that were found, without a widget. */
final class ClusterFigures {

    private static final int DIGITS = 2;
    private static final double NOTABLE = 0.5;
    private static final int MOST_NAMED = 3;

    private final FigureTexts texts;
    private final NumberFormats numbers;
    private final AttributeNames attributes;
    private final SegmentNames names;

    ClusterFigures(FigureTexts texts, NumberFormats numbers, AttributeNames attributes, SegmentNames names) {
        this.texts = texts;
        this.numbers = numbers;
        this.attributes = attributes;
        this.names = names;
    }

    /** What says the most. */
    List<Number> numbers(Clusters.Report report) {
        List<Number> shown = new ArrayList<>();
        shown.add(new Number(texts.get("Clusters_Customers"), numbers.integer(report.customers()),
                texts.get("Clusters_Blank", numbers.integer(report.blank()))));
        shown.add(new Number(texts.get("Clusters_Groups"), numbers.integer(report.clusters().size()), report.tried().isEmpty()
                ? texts.get("Clusters_Given")
                : texts.get("Clusters_Tried", report.tried().entrySet().stream()
                        .map(each -> each.getKey() + ": " + numbers.decimal(each.getValue(), DIGITS)).collect(Collectors.joining(", ")))));
        shown.add(new Number(texts.get("Clusters_Silhouette"), numbers.decimal(report.silhouette(), DIGITS),
                texts.get("Clusters_SilhouetteNote")));
        shown.add(new Number(texts.get("Clusters_Agreement"), numbers.decimal(report.agreement(), DIGITS),
                texts.get("Clusters_AgreementNote")));
        shown.add(new Number(texts.get("Clusters_Sample"), numbers.integer(report.sample()),
                Double.isNaN(report.learnSeconds()) ? texts.get("Clusters_Kept")
                        : texts.get("Clusters_Seconds", numbers.decimal(report.learnSeconds(), 1),
                                numbers.decimal(report.scoreSeconds(), 1))));
        return shown;
    }

    /** What sets each group apart, with its middle in real units. */
    BarsFigure profiles(Clusters.Report report) {
        List<BarsFigure.Panel> panels = new ArrayList<>();
        for (int i = 0; i < report.clusters().size(); i++) {
            Profile profile = report.clusters().get(i);
            List<BarsFigure.Bar> bars = report.features().stream()
                    .map(feature -> new BarsFigure.Bar(attributes.label(feature), profile.apart().getOrDefault(feature, Double.NaN),
                            middle(profile, feature), List.of(texts.get("Clusters_Middle", middle(profile, feature)))))
                    .toList();
            panels.add(new BarsFigure.Panel(name(profile),
                    texts.get("Clusters_Size", numbers.integer(profile.customers()), numbers.percent(profile.share(), 1)), i, bars,
                    Optional.of(profile.name())));
        }
        return new BarsFigure(texts.get("Clusters_Title"), new Axis(texts.get("Clusters_Apart"), texts.get("Clusters_Deviations")), panels);
    }

    private String middle(Profile profile, String feature) {
        return numbers.measure(profile.centroid().getOrDefault(feature, Double.NaN), 1, attributes.unit(feature));
    }

    private String name(Profile profile) {
        String label = names.label(profile.name());
        return label.equals(profile.name()) && label.startsWith("cluster-")
                ? texts.get("Clusters_Number", label.substring("cluster-".length()))
                : label;
    }

    /** What sets the groups apart, in words. */
    String sentence(Clusters.Report report) {
        return report.clusters().stream().map(profile -> {
            String apart = profile.apart().entrySet().stream().filter(each -> Math.abs(each.getValue()) >= NOTABLE).limit(MOST_NAMED)
                    .map(this::more).collect(Collectors.joining(", "));
            return texts.get("Clusters_Sentence", name(profile), apart.isEmpty() ? texts.get("Clusters_Usual") : apart);
        }).collect(Collectors.joining("   "));
    }

    private String more(Map.Entry<String, Double> each) {
        return texts.get(each.getValue() > 0 ? "Clusters_More" : "Clusters_Less", attributes.label(each.getKey()));
    }
}
