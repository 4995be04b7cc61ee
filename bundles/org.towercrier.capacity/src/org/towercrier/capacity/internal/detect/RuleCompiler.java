package org.towercrier.capacity.internal.detect;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.emf.common.util.Enumerator;
import org.towercrier.capacity.Evidence.Limit;
import org.towercrier.capacity.internal.detect.RuleProblems.Feature;
import org.towercrier.capacity.internal.forecast.ForecastSpec;
import org.towercrier.capacity.internal.kpi.Kpi;
import org.towercrier.capacity.internal.kpi.KpiBook;
import org.towercrier.capacity.internal.kpi.KpiCompiler.DefinitionException;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.DenseLoadRule;
import org.towercrier.model.alarm.DetectionRule;
import org.towercrier.model.alarm.ForecastRule;
import org.towercrier.model.alarm.IntermittentPeakRule;
import org.towercrier.model.alarm.LoadThresholds;
import org.towercrier.model.alarm.NoDataRule;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.model.alarm.QualityRule;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.model.alarm.Threshold;
import org.towercrier.model.alarm.ThresholdDirection;
import org.towercrier.model.types.TimeWindow;

/** Makes judges of the rules of a set, and says what is wrong with those it cannot make any of. */
public final class RuleCompiler {

    /** KPI that tells the packet-size class. */
    public static final String PACKET_SIZE = "kilobyte-per-erab";

    /** The limits of a packet-size class: name in the combination, KPI, and where the value is. */
    private enum ClassLimit {
        USERS("users", "users-with-data"),
        PUSCH("pusch", "prb-utilisation-ul"),
        PDSCH("pdsch", "prb-utilisation-dl"),
        PDCCH("pdcch", "cce-utilisation"),
        VOLUME_UL("volume-ul", "traffic-volume-ul"),
        VOLUME_DL("volume-dl", "traffic-volume-dl");

        private final String name;
        private final String kpi;

        ClassLimit(String name, String kpi) {
            this.name = name;
            this.kpi = kpi;
        }

        Double value(LoadThresholds thresholds) {
            return switch (this) {
                case USERS -> thresholds.getUsers();
                case PUSCH -> thresholds.getPuschUsage();
                case PDSCH -> thresholds.getPdschUsage();
                case PDCCH -> thresholds.getPdcchUsage();
                case VOLUME_UL -> thresholds.getVolumeUl();
                case VOLUME_DL -> thresholds.getVolumeDl();
            };
        }
    }

    private final KpiBook kpis;
    private final RuleProblems problems;

    /** With the KPIs that rules may name, and where to note what is wrong. */
    public RuleCompiler(KpiBook kpis, RuleProblems problems) {
        this.kpis = kpis;
        this.problems = problems;
    }

    /** The judges of the enabled rules; rules with errors are left out, and the problems noted. */
    public List<Judge> compile(RuleSet set) {
        if (blank(set.getName())) {
            problems.add("", Feature.NAME, "rule.name.missing");
        }
        List<Judge> judges = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (DetectionRule rule : set.getRules()) {
            if (blank(rule.getId())) {
                problems.add("", Feature.ID, "rule.id.missing");
                continue;
            }
            if (!ids.add(rule.getId())) {
                problems.add(rule.getId(), Feature.ID, "rule.id.twice", rule.getId());
            }
            if (!names.add(name(rule))) {
                // The name is the specific problem: two alarms would have one identity.
                problems.add(rule.getId(), Feature.NAME, "rule.name.twice", name(rule));
            }
            judge(rule).ifPresent(judges::add);
        }
        new OverrideCheck(this, problems).check(set);
        return judges;
    }

    /** The judge of one rule; none when it is not enabled or has errors, which are noted. */
    Optional<Judge> judge(DetectionRule rule) {
        int before = problems.count();
        Optional<Judge> judge = compile(rule);
        return problems.count() == before && !Boolean.FALSE.equals(rule.getEnabled()) ? judge : Optional.empty();
    }

    private Optional<Judge> compile(DetectionRule rule) {
        return switch (rule) {
            case DenseLoadRule dense -> dense(dense);
            case IntermittentPeakRule peak -> peak(peak);
            case NoDataRule silence -> silence(silence);
            case QualityRule quality -> quality(quality);
            case ForecastRule forecast -> forecast(forecast);
            default -> {
                problems.add(rule.getId(), Feature.ID, "rule.kind", rule.eClass().getName());
                yield Optional.empty();
            }
        };
    }

    private static String name(DetectionRule rule) {
        return blank(rule.getName()) ? rule.getId() : rule.getName();
    }

    private Optional<Judge> dense(DenseLoadRule rule) {
        int days = positive(rule, Feature.DAYS, rule.getDays(), 1);
        int ofDays = positive(rule, Feature.OF_DAYS, rule.getOfDays(), days);
        if (days > ofDays) {
            problems.add(rule.getId(), Feature.DAYS, "rule.days.more", days, ofDays);
        }
        Map<String, Limit> common = new LinkedHashMap<>();
        Map<String, Kpi> used = new LinkedHashMap<>();
        for (Threshold threshold : rule.getConditions()) {
            kpi(rule, Feature.CONDITIONS, threshold.getKpi()).ifPresent(kpi -> {
                used.put(kpi.name(), kpi);
                limit(rule, Feature.CONDITIONS, threshold, kpi).ifPresent(limit -> common.put(threshold.getKpi(), limit));
            });
        }
        List<LoadClass> classes = classes(rule, common, used);
        Optional<Combination> combination = combination(rule, classes);
        Optional<Kpi> traffic = blank(rule.getTrafficKpi()) ? Optional.empty() : kpi(rule, Feature.TRAFFIC_KPI, rule.getTrafficKpi());
        boolean byClass = classes.stream().anyMatch(each -> each.packetSize().isPresent());
        Optional<Kpi> packetSize = byClass ? kpi(rule, Feature.THRESHOLDS, PACKET_SIZE) : Optional.empty();
        if (combination.isEmpty() || days > ofDays) {
            return Optional.empty();
        }
        used.keySet().retainAll(classes.stream().flatMap(each -> combination.get().names().stream().map(each.limits()::get))
                .filter(limit -> limit != null).map(Limit::kpi).collect(Collectors.toSet()));
        DenseLoadRuleSpec spec = new DenseLoadRuleSpec(days, ofDays, rule.getBusyHour(), traffic, used, classes, packetSize,
                combination.get(), rule.getExpression().strip());
        return frame(rule, AlarmKind.DENSE_LOAD, true).map(frame -> new DenseLoadJudge(frame, spec));
    }

    private List<LoadClass> classes(DenseLoadRule rule, Map<String, Limit> common, Map<String, Kpi> used) {
        if (rule.getThresholds().isEmpty()) {
            return List.of(new LoadClass(Optional.empty(), 0, common));
        }
        List<LoadClass> classes = new ArrayList<>();
        for (LoadThresholds thresholds : rule.getThresholds()) {
            Map<String, Limit> limits = new LinkedHashMap<>(common);
            for (ClassLimit each : ClassLimit.values()) {
                Double value = each.value(thresholds);
                if (value != null) {
                    kpi(rule, Feature.THRESHOLDS, each.kpi).ifPresent(kpi -> {
                        used.put(kpi.name(), kpi);
                        limits.put(each.name, new Limit(kpi.name(), kpi.unit(), value, 0, true));
                    });
                }
            }
            double minimum = thresholds.getMinimumKilobytePerErab() == null ? 0 : thresholds.getMinimumKilobytePerErab();
            classes.add(new LoadClass(Optional.of(thresholds.getPacketSize()), minimum, limits));
        }
        classes.sort(Comparator.comparingDouble(LoadClass::minimumKilobytes).reversed());
        if (classes.stream().map(LoadClass::packetSize).distinct().count() < classes.size()) {
            problems.add(rule.getId(), Feature.THRESHOLDS, "rule.class.twice");
        }
        return classes;
    }

    private Optional<Combination> combination(DenseLoadRule rule, List<LoadClass> classes) {
        if (blank(rule.getExpression())) {
            problems.add(rule.getId(), Feature.EXPRESSION, "rule.expression.missing");
            return Optional.empty();
        }
        try {
            Combination combination = Combination.parse(rule.getExpression());
            for (LoadClass each : classes) {
                for (String name : combination.names()) {
                    if (!each.limits().containsKey(name)) {
                        problems.add(rule.getId(), Feature.EXPRESSION, "rule.expression.name", name,
                                each.packetSize().map(Enumerator::getLiteral).orElse("-"), String.join(", ", each.limits().keySet()));
                        return Optional.empty();
                    }
                }
            }
            return Optional.of(combination);
        } catch (Combination.CombinationException unreadable) {
            problems.add(rule.getId(), Feature.EXPRESSION, "rule.expression.unreadable", unreadable.getMessage(),
                    unreadable.position() + 1);
            return Optional.empty();
        }
    }

    private Optional<Judge> peak(IntermittentPeakRule rule) {
        Optional<Kpi> kpi = kpi(rule, Feature.KPI, rule.getKpi());
        double deviations = rule.getDeviations() == null ? 0 : rule.getDeviations();
        if (!(deviations > 0)) {
            problems.add(rule.getId(), Feature.DEVIATIONS, "rule.positive");
        }
        double floor = rule.getFloor() == null ? Double.NEGATIVE_INFINITY : rule.getFloor();
        int delay = positive(rule, Feature.DELAY, rule.getDelay(), 1);
        int repeat = positive(rule, Feature.REPEAT, rule.getRepeat(), 1);
        int window = positive(rule, Feature.REPEAT_WINDOW, rule.getRepeatWindow(), 1);
        int days = positive(rule, Feature.BASELINE_DAYS, rule.getBaselineDays(), 1);
        return kpi.flatMap(known -> frame(rule, AlarmKind.INTERMITTENT_PEAK, true).map(
                frame -> new PeakJudge(frame, known, deviations, Double.isInfinite(floor) ? 0 : floor, delay, repeat, window, days)));
    }

    private Optional<Judge> silence(NoDataRule rule) {
        int missing = positive(rule, Feature.MISSING_PERIODS, rule.getMissingPeriods(), 1);
        return frame(rule, AlarmKind.NO_DATA, true).map(frame -> new NoDataJudge(frame, missing));
    }

    private Optional<Judge> quality(QualityRule rule) {
        Optional<Kpi> kpi = kpi(rule, Feature.KPI, rule.getKpi());
        if (rule.getThreshold() == null) {
            problems.add(rule.getId(), Feature.THRESHOLD, "rule.threshold.missing");
            return Optional.empty();
        }
        double attempts = rule.getMinimumAttempts() == null ? 0 : rule.getMinimumAttempts();
        boolean upwards = rule.getThreshold().getDirection() != ThresholdDirection.DOWN;
        return kpi.flatMap(known -> limit(rule, Feature.THRESHOLD, rule.getThreshold(), known).flatMap(
                limit -> frame(rule, AlarmKind.QUALITY_DEGRADATION, upwards)
                        .map(frame -> new QualityJudge(frame, known, limit, attempts))));
    }

    private Optional<Judge> forecast(ForecastRule rule) {
        Optional<Kpi> kpi = kpi(rule, Feature.KPI, rule.getKpi());
        int before = problems.count();
        if (rule.getLimit() == null || rule.getLimit() <= 0) {
            problems.add(rule.getId(), Feature.LIMIT, "rule.limit");
        }
        int horizon = positive(rule, Feature.HORIZON_DAYS, rule.getHorizonDays(), 1);
        if (horizon > ForecastSpec.LONGEST_HORIZON) {
            problems.add(rule.getId(), Feature.HORIZON_DAYS, "rule.horizon", ForecastSpec.LONGEST_HORIZON);
        }
        double confidence = rule.getConfidence() == null ? 0 : rule.getConfidence();
        if (!(confidence > 0 && confidence < 1)) {
            problems.add(rule.getId(), Feature.CONFIDENCE, "rule.confidence");
        }
        int history = rule.getMinimumHistoryDays() == null ? 0 : rule.getMinimumHistoryDays();
        if (history < ForecastSpec.FEWEST_DAYS || history > ForecastSpec.MOST_DAYS) {
            problems.add(rule.getId(), Feature.MINIMUM_HISTORY_DAYS, "rule.history", ForecastSpec.FEWEST_DAYS, ForecastSpec.MOST_DAYS);
        }
        if (problems.count() > before) {
            return Optional.empty();
        }
        return kpi.flatMap(known -> frame(rule, AlarmKind.EXHAUSTION_FORECAST, false).map(frame -> new ForecastJudge(frame,
                new ForecastSpec(rule.getId(), known, rule.getLimit(), horizon, confidence, history))));
    }

    private Optional<Limit> limit(DetectionRule rule, Feature feature, Threshold threshold, Kpi kpi) {
        double hysteresis = threshold.getHysteresis() == null ? 0 : threshold.getHysteresis();
        if (threshold.getValue() == null) {
            problems.add(rule.getId(), feature, "rule.threshold.missing");
            return Optional.empty();
        }
        if (hysteresis < 0) {
            problems.add(rule.getId(), feature, "rule.hysteresis");
            return Optional.empty();
        }
        return Optional.of(new Limit(kpi.name(), kpi.unit(), threshold.getValue(), hysteresis,
                threshold.getDirection() != ThresholdDirection.DOWN));
    }

    private Optional<Kpi> kpi(DetectionRule rule, Feature feature, String name) {
        if (blank(name)) {
            problems.add(rule.getId(), feature, "rule.kpi.missing");
            return Optional.empty();
        }
        try {
            Optional<Kpi> found = kpis.find(name);
            if (found.isEmpty()) {
                problems.add(rule.getId(), feature, "rule.kpi.unknown", name);
            }
            return found;
        } catch (DefinitionException unreadable) {
            problems.add(rule.getId(), feature, "rule.kpi.unreadable", name, unreadable.problem().position() + 1);
            return Optional.empty();
        }
    }

    private Optional<RuleFrame> frame(DetectionRule rule, AlarmKind kind, boolean stepsUpwards) {
        List<RuleFrame.Step> steps = new ArrayList<>();
        rule.getSeveritySteps().forEach(step -> {
            if (step.getValue() == null || step.getSeverity() == PerceivedSeverity.CLEARED) {
                problems.add(rule.getId(), Feature.SEVERITY_STEPS, "rule.step");
            } else {
                steps.add(new RuleFrame.Step(step.getValue(), step.getSeverity()));
            }
        });
        if (rule.getSeverity() == PerceivedSeverity.CLEARED) {
            problems.add(rule.getId(), Feature.SEVERITY, "rule.severity");
        }
        int trigger = positive(rule, Feature.TRIGGER_COUNT, rule.getTriggerCount(), 1);
        int clear = positive(rule, Feature.CLEAR_COUNT, rule.getClearCount(), 1);
        long minimum = rule.getMinimumDuration() == null ? 0 : rule.getMinimumDuration();
        if (minimum < 0) {
            problems.add(rule.getId(), Feature.MINIMUM_DURATION, "rule.notnegative");
        }
        Optional<WeekWindow> window = window(rule);
        String cause = blank(rule.getProbableCause()) ? "thresholdCrossed" : rule.getProbableCause();
        return minimum < 0 ? Optional.empty()
                : window.map(when -> new RuleFrame(rule.getId(), name(rule), kind, cause, rule.getSeverity(), steps,
                        stepsUpwards, RuleScope.of(rule.getScope()), when, trigger, clear, minimum));
    }

    private Optional<WeekWindow> window(DetectionRule rule) {
        TimeWindow window = rule.getWindow();
        if (window == null) {
            return Optional.of(WeekWindow.ALWAYS);
        }
        Set<DayOfWeek> days = window.getWeekdays().stream().map(day -> DayOfWeek.valueOf(day.getLiteral())).collect(Collectors.toSet());
        try {
            int from = blank(window.getFrom()) ? 0 : LocalTime.parse(window.getFrom().strip()).toSecondOfDay();
            int until = blank(window.getUntil()) || window.getUntil().strip().equals("24:00") ? LocalTime.MAX.toSecondOfDay() + 1
                    : LocalTime.parse(window.getUntil().strip()).toSecondOfDay();
            return Optional.of(new WeekWindow(days, from, until == 0 ? LocalTime.MAX.toSecondOfDay() + 1 : until));
        } catch (DateTimeParseException unreadable) {
            problems.add(rule.getId(), Feature.WINDOW, "rule.time", unreadable.getParsedString());
            return Optional.empty();
        }
    }

    /** A count of one at least; otherwise a problem is noted and the fallback goes on. */
    private int positive(DetectionRule rule, Feature feature, Integer value, int fallback) {
        if (value == null || value < 1) {
            problems.add(rule.getId(), feature, "rule.positive");
            return Math.max(1, fallback);
        }
        return value;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
