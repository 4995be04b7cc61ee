package org.towercrier.customer.internal.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.towercrier.customer.CustomerException;
import org.towercrier.model.customer.Segmentation;

/** Segmentations as text: what is written is read, and what is wrong is named with its line. */
class SegmentationTextTest {

    private static final String TEXT = """
            name: ours
            label: Our groups
            segments:
            - name: young
              rule: Customer.age < 30
              children:
              - name: busy
                label: 忙
                rule: MonthlyFacts.voiceMinutes(mean,3) > 300
            - name: rest
              rule: everyone
            """;

    @Test
    void a_segmentation_is_read_as_it_was_written() throws Exception {
        Segmentation read = SegmentationText.read(TEXT);
        assertEquals("busy", read.getSegments().get(0).getChildren().get(0).getName());
        String written = SegmentationText.write(read);
        assertEquals(written, SegmentationText.write(SegmentationText.read(written)));
        assertTrue(written.contains("忙"), written);
    }

    @ParameterizedTest
    @CsvSource({ "Customer.age < 30,Customer.age ~ 30,line 5", "rule: everyone,rulee: everyone,line 10", "name: ours,title: ours,line 1",
            "- name: rest,- name: [a],line 10", "name: young,name: 'young,line" })
    void what_is_wrong_is_named_with_its_line(String right, String wrong, String line) {
        CustomerException refused = assertThrows(CustomerException.class, () -> SegmentationText.read(TEXT.replace(right, wrong)));
        assertTrue(refused.getMessage().startsWith(line), refused.getMessage());
    }

    @Test
    void an_empty_text_is_refused() {
        assertThrows(CustomerException.class, () -> SegmentationText.read(""));
        assertThrows(CustomerException.class, () -> SegmentationText.read("name: x\nsegments: []\n"));
    }
}
