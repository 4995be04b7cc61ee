package org.towercrier.capacity.exchange.internal.in;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

import org.towercrier.capacity.exchange.internal.Texts;
import org.towercrier.exchange.ImportRefusedException;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads the records of a JSON file one by one, whatever they are wrapped in: one object, several objects one after the
 * other, an array, or an object with an array of a known name. A file of any length takes the memory of one record.
 */
final class JsonRecords {

    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /** Takes a record. */
    @FunctionalInterface
    interface Visitor {
        /**
         * @param record the record
         * @param where  its path within the file, empty when it is the whole file
         * @param line   line where it begins, 1 first
         */
        void record(ObjectNode record, String where, long line) throws IOException, ImportRefusedException;
    }

    private final Set<String> lists;

    /** @param lists names of arrays that hold records */
    JsonRecords(Set<String> lists) {
        this.lists = lists;
    }

    void read(InputStream in, Visitor visitor) throws IOException, ImportRefusedException {
        try (JsonParser parser = JSON.createParser(in)) {
            int count = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_ARRAY) {
                    array(parser, "", visitor);
                } else if (token == JsonToken.START_OBJECT) {
                    object(parser, visitor);
                } else {
                    throw refused(parser, Texts.text("Json_NoObject", token.asString() == null ? parser.getText() : token.asString()));
                }
                count++;
            }
            if (count == 0) {
                throw new ImportRefusedException(Texts.text("Json_Empty"));
            }
        } catch (JsonProcessingException malformed) {
            JsonLocation place = malformed.getLocation();
            String reason = Texts.shorten(malformed.getOriginalMessage().replaceAll("\\(start marker at .*", ""));
            throw new ImportRefusedException(Texts.text("Json_Malformed", reason), place == null ? 0 : place.getLineNr(),
                    place == null ? 0 : place.getColumnNr());
        }
    }

    private void array(JsonParser parser, String name, Visitor visitor) throws IOException, ImportRefusedException {
        int index = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token != JsonToken.START_OBJECT) {
                throw refused(parser, Texts.text("Json_NoObjectAt", name + "[" + index + "]"));
            }
            long line = parser.currentTokenLocation().getLineNr();
            visitor.record(JSON.readTree(parser), name + "[" + index + "]", line);
            index++;
        }
        if (index == 0) {
            throw refused(parser, Texts.text("Json_EmptyList", name.isEmpty() ? "[]" : name));
        }
    }

    /** An object is a record, unless a member of it is a list of records: then it is what is around them. */
    private void object(JsonParser parser, Visitor visitor) throws IOException, ImportRefusedException {
        long line = parser.currentTokenLocation().getLineNr();
        ObjectNode own = JSON.createObjectNode();
        boolean listed = false;
        for (JsonToken token = parser.nextToken(); token == JsonToken.FIELD_NAME; token = parser.nextToken()) {
            String name = parser.currentName();
            boolean list = lists.contains(name);
            if (own.has(name)) {
                throw refused(parser, Texts.text("Json_Twice", name));
            }
            if (parser.nextToken() == JsonToken.START_ARRAY && list) {
                array(parser, name, visitor);
                listed = true;
            } else if (list) {
                throw refused(parser, Texts.text("Json_NoList", name));
            } else {
                own.set(name, JSON.<JsonNode>readTree(parser));
            }
        }
        if (!listed) {
            visitor.record(own, "", line);
        }
    }

    private static ImportRefusedException refused(JsonParser parser, String reason) {
        JsonLocation place = parser.currentTokenLocation();
        return new ImportRefusedException(reason, place.getLineNr(), place.getColumnNr());
    }
}
