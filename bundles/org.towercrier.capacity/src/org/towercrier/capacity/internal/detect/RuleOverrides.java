package org.towercrier.capacity.internal.detect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.towercrier.capacity.Origin;
import org.towercrier.capacity.Origin.Level;
import org.towercrier.capacity.internal.series.MeasuredObject;
import org.towercrier.model.alarm.OverrideValue;
import org.towercrier.model.alarm.RuleOverride;
import org.towercrier.model.alarm.RuleSet;

/**
 * The overrides of a rule set, ready to be found by object: the most specific place wins over a wider one, then the one that asks
 * for a scenario, then the one that asks for a technology, then the later in the list. They are looked up by place, so that
 * thousands of them cost an object no more than those of its own places.
 */
public final class RuleOverrides {

    /**
     * An override in order.
     *
     * @param index  its place in the list of the set
     * @param rule   identity of the rule
     * @param scope  where it applies
     * @param values its values
     */
    public record Entry(int index, String rule, RuleScope scope, List<OverrideValue> values) {

        /** How specific it is. */
        Level level() {
            if (!scope.cells().isEmpty()) {
                return Level.CELL;
            }
            if (!scope.sectors().isEmpty()) {
                return Level.SECTOR;
            }
            if (!scope.sites().isEmpty()) {
                return Level.SITE;
            }
            return scope.regions().isEmpty() ? Level.NETWORK : Level.REGION;
        }

        private int rank() {
            return 4 * level().ordinal() + (scope.scenarios().isEmpty() ? 0 : 2) + (scope.technologies().isEmpty() ? 0 : 1);
        }

        /** Its places of its own level. */
        private Set<String> places() {
            return switch (level()) {
                case CELL -> scope.cells();
                case SECTOR -> scope.sectors();
                case SITE -> scope.sites();
                case REGION -> scope.regions();
                case NETWORK, RULE_SET -> Set.of("");
            };
        }

        /** Where a value of it comes from, in the names that an object has. */
        public Origin origin(MeasuredObject object) {
            String place = switch (level()) {
                case CELL -> object.cell();
                case SECTOR -> object.location().sector();
                case SITE -> object.location().site();
                case REGION -> object.location().region();
                case NETWORK, RULE_SET -> "";
            };
            List<String> narrowed = new ArrayList<>();
            if (!scope.scenarios().isEmpty()) {
                narrowed.add(object.scenario());
            }
            if (!scope.technologies().isEmpty()) {
                narrowed.add(object.technology());
            }
            return new Origin(level(), place, narrowed);
        }
    }

    private record Key(Level level, String place) {
    }

    private final List<Entry> entries = new ArrayList<>();
    private final Map<Key, List<Entry>> byPlace = new HashMap<>();

    /** Of a set. */
    public RuleOverrides(RuleSet set) {
        List<RuleOverride> overrides = set.getOverrides();
        for (int i = 0; i < overrides.size(); i++) {
            RuleOverride each = overrides.get(i);
            Entry entry = new Entry(i, String.valueOf(each.getRule()), RuleScope.of(each.getScope()), List.copyOf(each.getValues()));
            entries.add(entry);
            entry.places().forEach(place -> byPlace.computeIfAbsent(new Key(entry.level(), place), key -> new ArrayList<>()).add(entry));
        }
    }

    /** All of them in the order of the set. */
    public List<Entry> all() {
        return List.copyOf(entries);
    }

    /** Those that apply to an object, of all rules, weakest first. */
    public List<Entry> of(MeasuredObject object) {
        if (entries.isEmpty()) {
            return List.of();
        }
        Set<Entry> found = new TreeSet<>((one, other) -> one.rank() == other.rank() ? Integer.compare(one.index(), other.index())
                : Integer.compare(one.rank(), other.rank()));
        collect(found, Level.NETWORK, Set.of(""), object);
        collect(found, Level.REGION, object.location().regions(), object);
        collect(found, Level.SITE, object.location().sites(), object);
        collect(found, Level.SECTOR, Set.of(object.location().sector()), object);
        Set<String> names = new HashSet<>(List.of(object.cell()));
        names.add(object.name());
        collect(found, Level.CELL, names, object);
        return List.copyOf(found);
    }

    private void collect(Set<Entry> found, Level level, Collection<String> places, MeasuredObject object) {
        for (String place : places) {
            byPlace.getOrDefault(new Key(level, place), List.of()).stream().filter(entry -> entry.scope().contains(object))
                    .forEach(found::add);
        }
    }
}
