package org.towercrier.exchange.tabular.internal.map;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.towercrier.exchange.tabular.internal.table.Headers;

/** Finds columns by name: as written, else without regard to case and punctuation when that is unique. */
public final class Columns {

    private final List<String> header;
    private final Map<String, Integer> exact = new HashMap<>();
    private final Map<String, Integer> loose = new HashMap<>();

    public Columns(List<String> header) {
        this.header = header;
        for (int i = 0; i < header.size(); i++) {
            exact.put(header.get(i), i);
            loose.merge(Headers.key(header.get(i)), i, (one, other) -> -1);
        }
    }

    public List<String> header() {
        return header;
    }

    /** Position of a column. */
    public OptionalInt find(String name) {
        Integer at = exact.get(name.strip());
        if (at == null) {
            String key = Headers.key(name);
            at = key.isEmpty() ? null : loose.get(key);
        }
        return at == null || at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }
}
