package org.towercrier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class JsonTest {

    record Sample(String cell, Instant start, Optional<Double> load, double users, Path file) {
    }

    @Test
    void timesCarryTheirOffset() throws JsonProcessingException {
        assertEquals("\"2026-10-31T16:15:00Z\"", json(Instant.parse("2026-10-31T16:15:00Z")));
        assertEquals("\"2026-11-01T00:15:00+08:00\"",
                json(OffsetDateTime.of(2026, 11, 1, 0, 15, 0, 0, ZoneOffset.ofHours(8))));
    }

    @Test
    void numbersKeepTheirFullPrecision() throws JsonProcessingException {
        assertEquals("0.1234567890123456", json(0.1234567890123456));
        assertEquals("1.0E-9", json(1e-9));
        assertEquals("9007199254740993", json(9007199254740993L));
    }

    @Test
    void whatIsAbsentIsNull() throws JsonProcessingException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("empty", Optional.empty());
        document.put("none", null);
        document.put("nan", Double.NaN);
        document.put("infinite", Double.POSITIVE_INFINITY);
        document.put("noNumber", OptionalDouble.empty());

        assertEquals("{\"empty\":null,\"none\":null,\"nan\":null,\"infinite\":null,\"noNumber\":null}",
                json(document));
    }

    @Test
    void recordsAreObjectsWithTheirComponentsInOrder() throws JsonProcessingException {
        Sample sample = new Sample("A-1", Instant.EPOCH, Optional.of(71.5), 3, Path.of("a", "b.xml"));

        assertEquals("{\"cell\":\"A-1\",\"start\":\"1970-01-01T00:00:00Z\",\"load\":71.5,\"users\":3.0,\"file\":\""
                + Path.of("a", "b.xml").toString().replace("\\", "\\\\") + "\"}", json(sample));
    }

    private static String json(Object value) throws JsonProcessingException {
        return Json.compactWriter().writeValueAsString(value);
    }
}
