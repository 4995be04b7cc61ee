package org.towercrier.exchange.tabular.internal.table;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.table.TextEncoding.Content;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Features of a GeoJSON document, or objects of a JSON array, as rows. Columns are the members of the objects (nested ones as {@code a.b}); of
 * features the properties and the columns {@link #ID}, {@link #LATITUDE}, {@link #LONGITUDE}, {@link #GEOMETRY} and {@link #TYPE}.
 */
public final class JsonTable implements Table {

    /** Identity of a feature. */
    public static final String ID = "@id";
    /** Latitude of a point, of the centroid of anything else. */
    public static final String LATITUDE = "@lat";
    /** Longitude of a point, of the centroid of anything else. */
    public static final String LONGITUDE = "@lon";
    /** The geometry as GeoJSON. */
    public static final String GEOMETRY = "@geometry";
    /** Type of the geometry. */
    public static final String TYPE = "@type";

    private static final int DEEPEST = 3;
    /** Members of the top object that describe the collection and are no rows. */
    private static final Set<String> NO_TABLE = Set.of("crs", "bbox", "metadata", "meta");

    private final JsonParser parser;
    private final List<String> header;
    private final Map<String, Integer> index = new LinkedHashMap<>();
    private String[] texts;
    private boolean[] typed;
    private long line;

    private JsonTable(JsonParser parser, List<String> header) {
        this.parser = parser;
        this.header = header;
        for (int i = 0; i < header.size(); i++) {
            index.put(header.get(i), i);
        }
    }

    /** Opens a document: reads it once for its columns and goes back to its first object. @throws ImportRefusedException when it is no JSON */
    public static JsonTable open(Content content, LongConsumer bytes) throws IOException, ImportRefusedException {
        ObjectMapper mapper = new ObjectMapper();
        Set<String> names = new LinkedHashSet<>();
        try (JsonParser first = mapper.createParser(content.open())) {
            for (Optional<JsonNode> object = object(first); object.isPresent(); object = object(first)) {
                names.addAll(flat(object.get()).keySet());
            }
        } catch (JsonProcessingException e) {
            throw refused(e);
        }
        return new JsonTable(mapper.createParser(new CountingInputStream(content.open(), bytes)), List.copyOf(names));
    }

    private static ImportRefusedException refused(JsonProcessingException e) {
        long at = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        long column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
        return new ImportRefusedException(Messages.of("json.broken", e.getOriginalMessage()), Math.max(0, at), Math.max(0, column));
    }

    /**
     * The next object that is a row: an element of an array, at the top or a member of the top object.
     */
    private static Optional<JsonNode> object(JsonParser parser) throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT && parser.getParsingContext().getParent().inArray()) {
                return Optional.of(parser.readValueAsTree());
            }
            if (token == JsonToken.FIELD_NAME && NO_TABLE.contains(parser.currentName())) {
                parser.nextToken();
                parser.skipChildren();
            }
        }
        return Optional.empty();
    }

    private static Map<String, JsonNode> flat(JsonNode object) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        if ("Feature".equals(object.path("type").asText()) && object.has("geometry")) {
            flatten("", object.path("properties"), 0, values);
            if (!object.path("id").isMissingNode()) {
                values.put(ID, object.get("id"));
            }
            geometry(object.get("geometry"), values);
        } else {
            flatten("", object, 0, values);
        }
        return values;
    }

    private static void geometry(JsonNode geometry, Map<String, JsonNode> values) {
        if (geometry == null || geometry.isNull()) {
            return;
        }
        values.put(TYPE, geometry.path("type"));
        values.put(GEOMETRY, geometry);
        Centroids.of(geometry).ifPresent(point -> {
            values.put(LATITUDE, com.fasterxml.jackson.databind.node.DoubleNode.valueOf(point.latitude()));
            values.put(LONGITUDE, com.fasterxml.jackson.databind.node.DoubleNode.valueOf(point.longitude()));
        });
    }

    private static void flatten(String prefix, JsonNode object, int depth, Map<String, JsonNode> values) {
        for (Iterator<Map.Entry<String, JsonNode>> fields = object.fields(); fields.hasNext();) {
            Map.Entry<String, JsonNode> field = fields.next();
            String name = prefix.isEmpty() ? field.getKey() : prefix + "." + field.getKey();
            if (field.getValue().isObject() && depth < DEEPEST) {
                flatten(name, field.getValue(), depth + 1, values);
            } else {
                values.put(name, field.getValue());
            }
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public boolean next() throws IOException, ImportRefusedException {
        try {
            line = parser.currentLocation().getLineNr();
            Optional<JsonNode> object = object(parser);
            if (object.isEmpty()) {
                return false;
            }
            texts = new String[header.size()];
            typed = new boolean[header.size()];
            flat(object.get()).forEach(this::put);
            return true;
        } catch (JsonProcessingException e) {
            throw refused(e);
        }
    }

    private void put(String name, JsonNode value) {
        int column = index.getOrDefault(name, -1);
        if (column >= 0 && !value.isNull()) {
            texts[column] = value.isContainerNode() ? value.toString() : value.asText();
            typed[column] = value.isNumber() || value.isBoolean();
        }
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public int width() {
        return header.size();
    }

    @Override
    public String text(int column) {
        return texts[column] == null ? "" : texts[column];
    }

    @Override
    public boolean typed(int column) {
        return typed[column];
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
