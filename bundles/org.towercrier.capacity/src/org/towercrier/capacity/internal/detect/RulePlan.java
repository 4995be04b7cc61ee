package org.towercrier.capacity.internal.detect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.towercrier.capacity.Evidence.Sentence;
import org.towercrier.capacity.Origin;
import org.towercrier.capacity.internal.detect.RuleOverrides.Entry;
import org.towercrier.capacity.internal.rules.RulePath;
import org.towercrier.capacity.internal.series.MeasuredObject;
import org.towercrier.model.alarm.DetectionRule;
import org.towercrier.model.alarm.OverrideValue;
import org.towercrier.model.alarm.RuleSet;

/**
 * The judges of a rule set for each object. Objects with the same overrides share their judges, and rules without any share one
 * judge: a network of tens of thousands of cells needs as many judges as there are different rules, not cells.
 */
public final class RulePlan {

    private record Variant(String rule, List<Integer> overrides) {
    }

    private final RuleSet set;
    private final RuleCompiler compiler;
    private final RuleOverrides overrides;
    private final Map<List<Integer>, List<Judge>> shared = new HashMap<>();
    private final Map<Variant, Optional<Judge>> variants = new HashMap<>();

    /**
     * @param set      a set without problems
     * @param compiler makes the judges; notes what is wrong with combinations of overrides
     */
    public RulePlan(RuleSet set, RuleCompiler compiler) {
        this.set = set;
        this.compiler = compiler;
        this.overrides = new RuleOverrides(set);
        // The rules as they are, even where every object has its own values: their old alarms are looked at, too.
        set.getRules().forEach(rule -> variants.put(new Variant(rule.getId(), List.of()), compiler.judge(rule)));
    }

    /** Name of the rule set. */
    String name() {
        return set.getName();
    }

    /** The judges of an object, in the order of the rules; their scopes are not looked at. */
    public List<Judge> of(MeasuredObject object) {
        List<Entry> matching = overrides.of(object);
        return shared.computeIfAbsent(matching.stream().map(Entry::index).toList(), key -> judges(matching));
    }

    private List<Judge> judges(List<Entry> matching) {
        List<Judge> judges = new ArrayList<>();
        for (DetectionRule rule : set.getRules()) {
            List<Entry> own = matching.stream().filter(entry -> entry.rule().equals(rule.getId())).toList();
            Variant variant = new Variant(rule.getId(), own.stream().map(Entry::index).toList());
            Optional<Judge> known = variants.get(variant);
            if (known == null) {
                known = compiler.judge(effective(rule, own));
                variants.put(variant, known);
            }
            known.ifPresent(judges::add);
        }
        return List.copyOf(judges);
    }

    /** A rule with the values of overrides, weakest first, in the place of its own. */
    public static DetectionRule effective(DetectionRule rule, List<Entry> overrides) {
        if (overrides.isEmpty()) {
            return rule;
        }
        DetectionRule effective = EcoreUtil.copy(rule);
        for (Entry each : overrides) {
            for (OverrideValue value : each.values()) {
                RulePath.parse(effective.eClass(), value.getFeature())
                        .ifPresent(path -> path.set(effective, value.getValue() == null ? "" : value.getValue()));
            }
        }
        return effective;
    }

    /** All judges so far. */
    Collection<Judge> judges() {
        return variants.values().stream().flatMap(Optional::stream).toList();
    }

    /** Identities of the rules that are evaluated somewhere. */
    Set<String> rules() {
        return judges().stream().map(judge -> judge.frame().id()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Which values of a rule are not the rule set's own at an object, and where they come from. */
    List<Sentence> origins(MeasuredObject object, String rule) {
        List<Sentence> sentences = new ArrayList<>();
        for (Entry entry : overrides.of(object)) {
            if (entry.rule().equals(rule)) {
                Origin origin = entry.origin(object);
                String narrowed = origin.narrowedBy().stream().map(each -> ", " + each).collect(Collectors.joining());
                entry.values().forEach(value -> sentences.add(Sentence.of("override." + origin.level(), value.getFeature(),
                        value.getValue() == null ? "" : value.getValue(), origin.place(), narrowed)));
            }
        }
        return sentences;
    }
}
