package org.towercrier.capacity.ui.internal.parts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.towercrier.capacity.alarm.Severities;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.CellInfo;
import org.towercrier.capacity.ui.internal.data.NetworkSnapshot;
import org.towercrier.model.alarm.PerceivedSeverity;

/**
 * A node of the navigator: regions, their sites, their cells; or a filter of the alarm list.
 *
 * @param label    its name
 * @param kind     what it is
 * @param cells    ids of the cells below it
 * @param worst    the worst severity that is up below it
 * @param alarms   number of cells below it with an alarm
 * @param filter   for filters, the text that filters the alarm list
 * @param children what is below it
 */
record NavigatorNode(String label, Kind kind, List<String> cells, Optional<PerceivedSeverity> worst, int alarms,
        Optional<String> filter, List<NavigatorNode> children) {

    /** What a node is. */
    enum Kind {
        GROUP, REGION, SITE, CELL, FILTER
    }

    /** The nodes of a snapshot. */
    static List<NavigatorNode> of(NetworkSnapshot snapshot, Texts texts) {
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
        return List.of(group(texts.get("Navigator_Filters"), Kind.GROUP, filters(texts)),
                group(texts.get("Navigator_Network"), Kind.GROUP, byRegion));
    }

    private static String named(String name, String otherwise, Texts texts) {
        return name.isEmpty() ? texts.get(otherwise) : name;
    }

    private static List<NavigatorNode> filters(Texts texts) {
        List<String> words = List.of("", texts.get("Severity_CRITICAL"), texts.get("Severity_MAJOR"),
                texts.get("Kind_DENSE_LOAD"), texts.get("Kind_INTERMITTENT_PEAK"), texts.get("Kind_NO_DATA"),
                texts.get("Kind_EXHAUSTION_FORECAST"), texts.get("Kind_QUALITY_DEGRADATION"), texts.get("State_ACTIVE_UNACKNOWLEDGED"));
        return words.stream().map(word -> new NavigatorNode(word.isEmpty() ? texts.get("Navigator_AllAlarms") : word,
                Kind.FILTER, List.of(), Optional.empty(), 0, Optional.of(word), List.of())).toList();
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
