package org.towercrier.capacity.ui.internal.filters;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How the alarm list is filtered and laid out.
 *
 * @param scope       which alarms it speaks of
 * @param parentsOnly whether one alarm stands for its situation
 * @param words       what is typed into the quick filter
 * @param columns     what is typed into the filters of the columns, by their ids
 * @param layout      columns, order and group as the table itself remembers them; empty to leave them as they are
 */
public record ListFilter(AlarmScope scope, boolean parentsOnly, String words, Map<String, String> columns, String layout) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCOPE = "scope";
    private static final String PARENTS_ONLY = "parentsOnly";
    private static final String WORDS = "words";
    private static final String COLUMNS = "columns";
    private static final String LAYOUT = "layout";

    public ListFilter {
        Objects.requireNonNull(scope, SCOPE);
        Objects.requireNonNull(words, WORDS);
        columns = Map.copyOf(columns);
        Objects.requireNonNull(layout, LAYOUT);
    }

    /** All alarms of a scope. */
    public static ListFilter of(AlarmScope scope) {
        return new ListFilter(scope, false, "", Map.of(), "");
    }

    /** As text, which {@link #parse} reads. */
    public String text() {
        ObjectNode node = JSON.createObjectNode().put(SCOPE, scope.name()).put(PARENTS_ONLY, parentsOnly).put(WORDS, words)
                .put(LAYOUT, layout);
        ObjectNode filters = node.putObject(COLUMNS);
        columns.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(each -> filters.put(each.getKey(), each.getValue()));
        return node.toString();
    }

    /** The filter that a text says; absent when it says none, such as that of a later version. */
    public static Optional<ListFilter> parse(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            Map<String, String> columns = new LinkedHashMap<>();
            node.path(COLUMNS).properties().forEach(each -> columns.put(each.getKey(), each.getValue().asText()));
            return Optional.of(new ListFilter(AlarmScope.valueOf(node.path(SCOPE).asText()), node.path(PARENTS_ONLY).asBoolean(),
                    node.path(WORDS).asText(), columns, node.path(LAYOUT).asText()));
        } catch (JsonProcessingException | IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}
