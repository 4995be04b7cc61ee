package org.towercrier.capacity.ui.internal.parts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.towercrier.capacity.alarm.Severities;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.CellInfo;
import org.towercrier.capacity.ui.internal.data.NetworkSnapshot;
import org.towercrier.capacity.ui.internal.filters.AlarmScope;
import org.towercrier.capacity.ui.internal.filters.ListFilter;
import org.towercrier.capacity.ui.internal.filters.SavedFilters;
import org.towercrier.model.alarm.PerceivedSeverity;

/**
 * A node of the navigator: regions, their sites, their cells; or a filter of the alarm list.
 *
 * @param label    its name
 * @param kind     what it is
 * @param cells    ids of the cells below it
 * @param worst    the worst severity that is up below it
 * @param alarms   number of cells below it with an alarm
 * @param filter   for filters, what is asked of the alarm list
 * @param children what is below it
 */
record NavigatorNode(String label, Kind kind, List<String> cells, Optional<PerceivedSeverity> worst, int alarms,
        Optional<ListFilter> filter, List<NavigatorNode> children) {

    /** What a node is. */
    enum Kind {
        GROUP, REGION, SITE, CELL, FILTER, SAVED_FILTER
    }

    /** The nodes of a snapshot and of the filters that are kept. */
    static List<NavigatorNode> of(NetworkSnapshot snapshot, List<SavedFilters.Saved> saved, Texts texts) {
        Map<String, PerceivedSeverity> worst = snapshot.worstByCell();
        Map<String, Map<String, List<NavigatorNode>>> regions = new TreeMap<>();
        for (CellInfo cell : snapshot.cells()) {
            Optional<PerceivedSeverity> severity = Optional.ofNullable(worst.get(cell.id()));
            NavigatorNode leaf = new NavigatorNode(cell.name(), Kind.CELL, List.of(cell.id()), severity,
                    severity.isPresent() ? 1 : 0, Optional.empty(), List.of());
            regions.computeIfAbsent(cell.region(), key -> new TreeMap<>())
                    .computeIfAbsent(cell.site(), key -> new ArrayList<>()).add(leaf);
        }
        List<NavigatorNode> byRegion = new ArrayList<>();
        regions.forEach((region, sites) -> {
            List<NavigatorNode> bySite = new ArrayList<>();
            sites.forEach((site, cells) -> bySite.add(group(named(site, "Navigator_NoSite", texts), Kind.SITE, cells)));
            byRegion.add(group(named(region, "Navigator_NoRegion", texts), Kind.REGION, bySite));
        });
        return List.of(group(texts.get("Navigator_Filters"), Kind.GROUP, filters(saved, texts)),
                group(texts.get("Navigator_Network"), Kind.GROUP, byRegion));
    }

    private static String named(String name, String otherwise, Texts texts) {
        return name.isEmpty() ? texts.get(otherwise) : name;
    }

    private static List<NavigatorNode> filters(List<SavedFilters.Saved> saved, Texts texts) {
        List<String> words = List.of("", texts.get("Severity_CRITICAL"), texts.get("Severity_MAJOR"),
                texts.get("Kind_DENSE_LOAD"), texts.get("Kind_INTERMITTENT_PEAK"), texts.get("Kind_NO_DATA"),
                texts.get("Kind_EXHAUSTION_FORECAST"), texts.get("Kind_QUALITY_DEGRADATION"), texts.get("State_ACTIVE_UNACKNOWLEDGED"));
        Stream<NavigatorNode> byWords = words.stream().map(word -> filter(word.isEmpty() ? texts.get("Navigator_AllAlarms") : word,
                Kind.FILTER, new ListFilter(AlarmScope.ALL, false, word, Map.of(), "")));
        Stream<NavigatorNode> byScope = Stream.of(AlarmScope.SHELVED, AlarmScope.SHELF_EXPIRED, AlarmScope.CLEARED_UNACKNOWLEDGED)
                .map(scope -> filter(texts.get("Scope_" + scope.name()), Kind.FILTER, ListFilter.of(scope)));
        return Stream.of(byWords, byScope, saved.stream().map(each -> filter(each.name(), Kind.SAVED_FILTER, each.filter())))
                .flatMap(nodes -> nodes).toList();
    }

    private static NavigatorNode filter(String label, Kind kind, ListFilter filter) {
        return new NavigatorNode(label, kind, List.of(), Optional.empty(), 0, Optional.of(filter), List.of());
    }

    private static NavigatorNode group(String label, Kind kind, List<NavigatorNode> children) {
        List<String> cells = children.stream().flatMap(child -> child.cells().stream()).toList();
        Optional<PerceivedSeverity> worst = children.stream().flatMap(child -> child.worst().stream())
                .min(Severities.WORST_FIRST);
        return new NavigatorNode(label, kind, cells, worst, children.stream().mapToInt(NavigatorNode::alarms).sum(),
                Optional.empty(), children);
    }

    /** Children with most trouble first. */
    List<NavigatorNode> troubledFirst() {
        return children.stream().sorted(Comparator
                .comparing((NavigatorNode node) -> node.worst().orElse(PerceivedSeverity.CLEARED), Severities.WORST_FIRST)
                .thenComparing(NavigatorNode::label)).toList();
    }
}
