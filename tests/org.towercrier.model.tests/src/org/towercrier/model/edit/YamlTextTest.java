package org.towercrier.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Texts of documents: what is written is read as it was, and what is wrong has a line. */
class YamlTextTest {

    private final List<String> faults = new ArrayList<>();

    private void fault(int line, YamlText.Fault fault, String detail) {
        faults.add(line + " " + fault + " " + detail);
    }

    @Test
    void anyStringIsReadAsItWasWritten() {
        for (String text : List.of("Dense load", "true", "12", "", " ", "a: b", "# no", "- no", "\"", "\\", "a\nb\tc\r",
                "\u5bc6\u96c6\uff0c\u8ca0\u8f09",
                "\ud83d\udce1 mast", "\u0007\u0085\u200b\u202e\ufeff\uffff", "'single'", "{x}", "[x]", "100 %", "*a", "&a", "!t", "@x",
                "`")) {
            String line = "key: " + YamlText.quoted(text) + "\n";
            ScalarNode value = (ScalarNode) YamlText.members(YamlText.compose(line, this::fault).orElseThrow(), this::fault).get("key")
                    .getValueNode();
            assertEquals(text, value.getValue(), line);
            assertTrue(YamlText.isPlain(text) || line.contains("\""), line);
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void whatPeopleReadStaysReadable() {
        assertEquals("Dense load", YamlText.quoted("Dense load"));
        assertEquals("\"\u5bc6\u96c6\uff0c\u8ca0\u8f09\"", YamlText.quoted("\u5bc6\u96c6\uff0c\u8ca0\u8f09"));
        assertEquals("\"\\u202e\"", YamlText.quoted("\u202e"), "what would turn the line round is not hidden in it");
    }

    @Test
    void whatIsWrongHasItsLine() {
        YamlText.compose("", this::fault);
        YamlText.compose("a: 1\nb: [1\n", this::fault);
        YamlText.members(YamlText.compose("- a\n", this::fault).orElseThrow(), this::fault);
        YamlText.members(YamlText.compose("a: 1\nb: 2\na: 3\n", this::fault).orElseThrow(), this::fault);
        YamlText.members(YamlText.compose("a: 1\n? [x]\n: 2\n", this::fault).orElseThrow(), this::fault);
        assertEquals("1 EMPTY ", faults.get(0));
        assertTrue(faults.get(1).matches("\\d+ BROKEN .+"), faults.get(1));
        assertEquals(List.of("1 NO_MAPPING ", "3 TWICE a", "2 NO_SCALAR "), faults.subList(2, faults.size()));
    }

    @Test
    void aBombIsRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 80; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertTrue(YamlText.compose(bomb.toString(), this::fault).isEmpty());
        assertEquals(1, faults.size());
    }
}
