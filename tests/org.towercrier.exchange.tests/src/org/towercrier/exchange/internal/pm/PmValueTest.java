package org.towercrier.exchange.internal.pm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.towercrier.exchange.internal.pm.PmValue.Kind;

/** Numbers come out as {@link Double#parseDouble} would have them, to the last bit. */
class PmValueTest {

    private final PmValue value = new PmValue();

    private Kind parse(String text) {
        char[] chars = ("##" + text + "##").toCharArray();
        return value.parse(chars, 2, text.length());
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "7", "-7", "+7", "12.5", "0.1", "-0.001", ".5", "5.", "9007199254740992", "9007199254740993",
            "123456789012345678901234567890",
            "1e3", "1.5E-3", "0.00000000000000000000000001", "00012", " 42 ", "\t42\n" })
    void numbersAreRead(String text) {
        assertEquals(Kind.NUMBER, parse(text));
        assertEquals(Double.parseDouble(text.strip()), value.number());
    }

    @Test
    void randomNumbersAreExact() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            String text = switch (i % 3) {
                case 0 -> Long.toString(random.nextLong() >> random.nextInt(64));
                case 1 -> java.math.BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(25)).toPlainString();
                default -> Double.toString(random.nextDouble() * Math.pow(10, random.nextInt(40) - 20));
            };
            assertEquals(Kind.NUMBER, parse(text), text);
            assertEquals(Double.parseDouble(text), value.number(), text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "NIL", "nil", "NULL", "NaN", "N/A" })
    void absentValuesAreAbsent(String text) {
        assertEquals(Kind.ABSENT, parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = { "0,1", "1 2", "-", ".", "+", "1e999", "-1e999", "0x10", "1d", "1f", "Infinity", "OFF", "1.2.3", ", ,", "--1" })
    void allElseIsText(String text) {
        assertEquals(Kind.TEXT, parse(text));
        assertEquals(text.strip(), value.text());
    }
}
