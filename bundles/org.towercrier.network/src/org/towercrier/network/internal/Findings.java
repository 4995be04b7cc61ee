package org.towercrier.network.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.towercrier.network.Inconsistency;
import org.towercrier.network.Inconsistency.Kind;

/** Collects what does not fit: counts all, keeps a few examples. */
final class Findings {

    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final Map<Kind, List<String>> examples = new EnumMap<>(Kind.class);

    void add(Kind kind, String example) {
        add(kind, 1, List.of(example));
    }

    void add(Kind kind, long count, List<String> some) {
        if (count == 0) {
            return;
        }
        counts.merge(kind, count, Long::sum);
        List<String> kept = examples.computeIfAbsent(kind, any -> new ArrayList<>());
        some.stream().limit(Math.max(0, Inconsistency.EXAMPLES - kept.size())).forEach(kept::add);
    }

    List<Inconsistency> all() {
        return counts.entrySet().stream()
                .map(entry -> new Inconsistency(entry.getKey(), entry.getValue(), examples.get(entry.getKey())))
                .toList();
    }
}
