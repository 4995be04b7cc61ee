package org.towercrier.exchange.tabular.internal.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "1.5|1.5", "-0.25|-0.25", "+7|7", "1,234.5|1234.5", "1,234,567|1234567", "12 345.5|12345.5",
            "1'234.5|1234.5", "45%|45",
            "45 %|45", "1e3|1000", "1.5E-3|0.0015", "(12.5)|-12.5", "１２.５|12.5", "\u221212|-12", "0.1|0.1", ".5|0.5",
            "123456789012345678|123456789012345678" })
    void decimalPointIsRead(String text, double expected) {
        assertEquals(expected, Numbers.parse(text, NumberStyle.POINT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "1,5|1.5", "1.234,5|1234.5", "1.234.567|1234567", "1\u00a0234,5|1234.5", "1\u202f234|1234",
            "-0,25|-0.25", "12|12" })
    void decimalCommaIsRead(String text, double expected) {
        assertEquals(expected, Numbers.parse(text, NumberStyle.COMMA));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "-", "abc", "NaN", "Infinity", "0x10", "1.2.3", "12,34.5", "1,23", "1f", "10d", "1e999", "--1", "12 3",
            "1 2345" })
    void whatIsNoNumberIsNone(String text) {
        assertTrue(Double.isNaN(Numbers.parse(text, NumberStyle.POINT)), text);
    }

    @Test
    void theFastPathGivesWhatTheLibraryGives() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            String text = Double.toString(Math.round(random.nextDouble() * 1e9) / Math.pow(10, random.nextInt(8)));
            assertEquals(Double.parseDouble(text), Numbers.parse(text, NumberStyle.POINT), text);
        }
    }

    @Test
    void wholeNumbersStayExact() {
        assertEquals(68_719_476_735L, Numbers.whole("68719476735", NumberStyle.POINT).orElseThrow());
        assertEquals(3000, Numbers.whole("3000.0", NumberStyle.POINT).orElseThrow());
        assertTrue(Numbers.whole("3000.5", NumberStyle.POINT).isEmpty());
    }

    @Test
    void oneDecimalCommaSettlesTheColumn() {
        NumberEvidence evidence = evidence("1,234", "5", "2,5");
        assertEquals(Optional.of(NumberStyle.COMMA), evidence.proven());
    }

    @Test
    void oneDecimalPointSettlesTheColumn() {
        assertEquals(Optional.of(NumberStyle.POINT), evidence("1,234.5", "1,234").proven());
        assertEquals(Optional.of(NumberStyle.POINT), evidence("11.642", "0.37").proven());
    }

    @Test
    void thousandsAloneProveNothing() {
        NumberEvidence evidence = evidence("1,234", "12,345", "7");
        assertTrue(evidence.proven().isEmpty());
        assertTrue(evidence.ambiguousComma());
    }

    @Test
    void aLeadingZeroCannotBeThousands() {
        assertEquals(Optional.of(NumberStyle.COMMA), evidence("0,123").proven());
        assertEquals(Optional.of(NumberStyle.POINT), evidence("0.123").proven());
    }

    @Test
    void bothStylesInOneColumnAreAContradiction() {
        assertTrue(evidence("1,5", "2.5", "3,75").contradictory());
        assertEquals(NumberStyle.COMMA, evidence("1,5", "2.5", "3,75").majority());
    }

    private static NumberEvidence evidence(String... values) {
        NumberEvidence evidence = new NumberEvidence();
        for (String value : values) {
            evidence.add(value);
        }
        return evidence;
    }

    @ParameterizedTest
    @CsvSource({ "percent,%,50,50", "ratio,%,0.5,50", "bit/s,kbit/s,64000,64", "Mbps,kbit/s,2.5,2500", "MB/s,kbit/s,1,8000",
            "GB,Mbit,1,8000", "MB,Mbit,2,16",
            "kB,Mbit,1000,8", "byte,Mbit,125000,1", "Mbit,Mbit,3,3", "Gb,Mbit,1,1000", "GiB,Mbit,1,8589.934592", "min,s,2,120",
            "ms,s,1500,1.5", "W,dBm,1,30",
            "km,m,1.5,1500", "kHz,MHz,15000,15", "merl,erlang,500,0.5" })
    void unitsAreConverted(String from, String to, double value, double expected) {
        assertEquals(expected, Units.conversion(from, to).orElseThrow().applyAsDouble(value), 1e-9);
    }

    @Test
    void unitsOfAnotherKindAreNotConverted() {
        assertTrue(Units.conversion("GB", "kbit/s").isEmpty());
        assertTrue(Units.conversion("furlong", "m").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = { "#N/A", "#VALUE!", "#¡VALOR!", "#WERT!", "#DIV/0!", "#REF!", "#NOM?", "", "  " })
    void spreadsheetErrorsAreBlanks(String text) {
        assertTrue(new Blanks(java.util.List.of("")).blank(text), text);
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "#1 Main Street", "#DwtwnAllianceFreeWiFi", "-", "#hello!" })
    void valuesAreNotBlanks(String text) {
        assertTrue(!new Blanks(java.util.List.of("")).blank(text), text);
    }

    @Test
    void namedBlanksAreBlanks() {
        assertTrue(new Blanks(java.util.List.of("-", "9999")).blank("-"));
        assertTrue(new Blanks(java.util.List.of("-", "9999")).blank("9999"));
    }

    @ParameterizedTest
    @CsvSource({ "FAUX,false", "vrai,true", "WAHR,true", "否,false", "是,true", "Yes,true", "0,false", "sí,true", "ЛОЖЬ,false" })
    void wordsForYesAndNo(String word, boolean expected) {
        assertEquals(Optional.of(expected), Truth.parse(word));
    }
}
