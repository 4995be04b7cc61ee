package org.towercrier.campaign.ui.internal.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.model.campaign.UseProfile;
import org.towercrier.ui.chart.ChartModel;
import org.towercrier.ui.kit.NumberFormats;

/** The day that a use profile stands for: what is drawn of it, and what is wrong in it. */
record ProfileDay(UseProfile profile, Texts texts) {

    private static final int HOURS = 24;
    private static final double TOLERANCE = 0.01;

    /** Volume by hour; absent while an hour is missing or the volume is. */
    Optional<ChartModel> chart() {
        List<Double> hours = profile.getHours();
        if (hours.size() != HOURS || hours.stream().anyMatch(Objects::isNull) || profile.getVolumePerDay() == null) {
            return Optional.empty();
        }
        double[] x = IntStream.range(0, HOURS).asDoubleStream().toArray();
        double[] y = hours.stream().mapToDouble(hour -> hour * profile.getVolumePerDay()).toArray();
        int peak = IntStream.range(0, HOURS).reduce(0, (best, hour) -> y[hour] > y[best] ? hour : best);
        List<String> words = IntStream.range(0, HOURS).mapToObj("%02d"::formatted).toList();
        String title = texts.get("Profile_Title", words.get(peak), NumberFormats.of(texts.locale()).decimal(y[peak], 1));
        return Optional.of(new ChartModel(title, new ChartModel.Axis.Words(texts.get("Profile_Hour"), words), texts.get("Profile_Volume"),
                "Mbit", OptionalDouble.of(0), OptionalDouble.empty(),
                List.of(ChartModel.Series.of(ChartModel.Kind.BARS, texts.get("Profile_Volume"), x, y, 0)), List.of(), List.of(),
                Optional.empty()));
    }

    /** What is wrong, a sentence each. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        List<Double> hours = profile.getHours();
        if (profile.getName() == null || profile.getName().isBlank()) {
            problems.add(texts.get("Profile_NoName"));
        }
        if (hours.size() != HOURS) {
            problems.add(texts.get("Profile_Hours", hours.size()));
        } else if (hours.stream().anyMatch(hour -> hour == null || hour < 0)) {
            problems.add(texts.get("Profile_Negative"));
        } else {
            double sum = hours.stream().mapToDouble(Double::doubleValue).sum();
            if (Math.abs(sum - 1) > TOLERANCE) {
                problems.add(texts.get("Profile_Sum", NumberFormats.of(texts.locale()).decimal(sum, 3)));
            }
        }
        if (profile.getVolumePerDay() == null || !(profile.getVolumePerDay() >= 0)) {
            problems.add(texts.get("Profile_NoVolume"));
        }
        if (profile.getHomeShare() != null && !(profile.getHomeShare() >= 0 && profile.getHomeShare() <= 1)) {
            problems.add(texts.get("Profile_Home"));
        }
        return problems;
    }
}
