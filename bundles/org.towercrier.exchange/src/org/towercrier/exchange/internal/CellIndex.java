package org.towercrier.exchange.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the cell that a managed object is: by the whole name, by the value of a distinguished name's last part when that part is a cell, or by base station
 * number and local cell number. Whatever fits two cells fits none.
 */
final class CellIndex {

    private static final Pattern NODE = Pattern.compile("(?i)(?:[eg]n(?:ode)?b|[eg]nodeb(?:id)?)?[-_ #]?(\\d{1,9})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private record Node(int node, int local) {
    }

    private final Map<String, Optional<String>> byId = new HashMap<>();
    private final Map<String, Optional<String>> byName = new HashMap<>();
    private final Map<Node, Optional<String>> byNode = new HashMap<>();

    /** @param nodeId number of eNodeB or gNodeB, null when unknown @param localCellId null when unknown */
    void add(String id, String name, Integer nodeId, Integer localCellId) {
        byId.put(id, Optional.of(id));
        if (name != null && !name.isBlank()) {
            put(byName, name, id);
        }
        if (nodeId != null && localCellId != null) {
            put(byNode, new Node(nodeId, localCellId), id);
        }
    }

    private static <K> void put(Map<K, Optional<String>> map, K key, String id) {
        map.merge(key, Optional.of(id), (before, now) -> before.equals(now) ? before : Optional.empty());
    }

    boolean isEmpty() {
        return byId.isEmpty();
    }

    Optional<String> find(String objectName) {
        return byText(objectName).or(() -> byDistinguishedName(objectName));
    }

    private Optional<String> byText(String text) {
        return byId.getOrDefault(text, Optional.empty()).or(() -> byName.getOrDefault(text, Optional.empty()));
    }

    private Optional<String> byDistinguishedName(String name) {
        List<String[]> parts = new ArrayList<>();
        for (String part : name.split(",")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.add(new String[]{ part.substring(0, equals).strip(), part.substring(equals + 1).strip() });
            }
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        String[] last = parts.getLast();
        if (!last[0].toLowerCase(Locale.ROOT).contains("cell")) {
            return Optional.empty();
        }
        Optional<String> named = NUMBER.matcher(last[1]).matches() ? Optional.empty() : byText(last[1]);
        return named.or(() -> byNumbers(parts, last[1])).or(() -> byText(last[1]));
    }

    /** The part nearest to the cell that carries a base station number which leads to a cell decides. */
    private Optional<String> byNumbers(List<String[]> parts, String local) {
        if (!NUMBER.matcher(local).matches()) {
            return Optional.empty();
        }
        int localCell = Integer.parseInt(local);
        return parts.subList(0, parts.size() - 1).reversed().stream().map(part -> NODE.matcher(part[1])).filter(Matcher::matches)
                .map(match -> byNode.get(new Node(Integer.parseInt(match.group(1)), localCell))).filter(Objects::nonNull).findFirst()
                .flatMap(found -> found);
    }
}
