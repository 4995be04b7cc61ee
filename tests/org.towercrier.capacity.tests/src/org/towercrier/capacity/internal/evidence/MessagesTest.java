package org.towercrier.capacity.internal.evidence;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.towercrier.capacity.Evidence.Sentence;
import org.towercrier.capacity.internal.expression.ExpressionException.Problem;
import org.towercrier.capacity.internal.kpi.KpiDocuments;

/** Sentences exist in all languages, in order, with the same arguments. */
class MessagesTest {

    private static List<String> lines(String suffix) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(EvidenceTexts.class.getResourceAsStream("sentences" + suffix + ".properties")),
                StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).collect(Collectors.toList());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String key(String line) {
        return line.substring(0, line.indexOf('='));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "_zh_CN", "_zh_TW" })
    void everyLanguageHasAllSentencesInOrder(String suffix) {
        List<String> keys = lines(suffix).stream().map(MessagesTest::key).toList();
        assertEquals(keys.stream().sorted().distinct().toList(), keys);
        assertEquals(lines("").stream().map(MessagesTest::key).toList(), keys);
    }

    @ParameterizedTest
    @ValueSource(strings = { "_zh_CN", "_zh_TW" })
    void translationsTakeTheSameArguments(String suffix) {
        for (int i = 0; i < lines("").size(); i++) {
            String english = lines("").get(i);
            String translated = lines(suffix).get(i);
            assertEquals(arguments(english), arguments(translated), key(english));
        }
    }

    private static List<String> arguments(String line) {
        MessageFormat format = assertDoesNotThrow(() -> new MessageFormat(line.substring(line.indexOf('=') + 1), Locale.ENGLISH), line);
        List<String> indexes = new ArrayList<>();
        Object[] marks = new Object[format.getFormatsByArgumentIndex().length];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = 1000 + i;
            indexes.add(format.format(marks).replace(",", "").contains(String.valueOf(1000 + i)) ? "used " + i : "unused " + i);
        }
        return indexes;
    }

    @Test
    void aSentenceIsReadInTheLanguageAskedFor() {
        Sentence sentence = Sentence.of("dense.days", 3, 7, 3);
        assertEquals("最近 7 天中有 3 天忙时过载；达到 3 天即告警。", sentence.text(Locale.SIMPLIFIED_CHINESE));
        assertEquals("最近 7 天中有 3 天忙時過載；達到 3 天即告警。", sentence.text(Locale.TRADITIONAL_CHINESE));
        assertTrue(sentence.text(Locale.GERMAN).startsWith("3 of the last 7 days"));
        assertEquals("not.there[1]", Sentence.of("not.there", 1).text(Locale.ENGLISH));
    }

    @Test
    void everyShippedKpiAndEveryErrorHasAText() {
        KpiDocuments.shipped()
                .forEach(kpi -> assertTrue(EvidenceTexts.find("kpi." + kpi.getName(), Locale.ENGLISH).isPresent(), kpi.getName()));
        for (Problem problem : Problem.values()) {
            assertTrue(EvidenceTexts.find("expression." + problem, Locale.ENGLISH).isPresent(), problem.name());
        }
    }
}
