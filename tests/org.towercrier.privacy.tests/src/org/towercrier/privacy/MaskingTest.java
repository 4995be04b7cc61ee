package org.towercrier.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.towercrier.model.PrivacyAnnotations.Personal;
import org.towercrier.model.customer.CustomerPackage;

class MaskingTest {

    @ParameterizedTest
    @CsvSource({ "NAME,Zhang Wei,Z•••", "NAME,张伟,张•••", "NAME,𠮷田,𠮷•••", "NUMBER,+86 138-0013-8000,•••00", "NUMBER,1234,•••",
            "EMAIL,wei@example.cn,w•••@•••.cn", "EMAIL,not an address,•••", "ADDRESS,1 Tower Road,•••", "TERMINAL,490154203237518,•••18",
            "DATE,1980-02-03,1980-•-•", "DATE,1980,•••", "TEXT,my name is Wei,•••" })
    void shows_enough_to_recognise_and_nothing_to_learn(Personal kind, String value, String shown) {
        assertEquals(shown, Masking.mask(kind, value));
    }

    @Test
    void features_that_are_not_personal_stay_as_they_are() {
        assertEquals(42, Masking.mask(CustomerPackage.Literals.CUSTOMER__AGE, 42));
        assertEquals("•••01", Masking.mask(CustomerPackage.Literals.CUSTOMER__PHONE, "13800138001"));
        assertNull(Masking.mask(CustomerPackage.Literals.CUSTOMER__PHONE, null));
    }

    @Test
    void blank_stays_blank() {
        assertEquals("", Masking.mask(Personal.NAME, ""));
    }

    @Test
    void unknown_columns_hide_what_looks_personal() {
        assertEquals(
                "{\"Passport No\":\"•••\",\"colour\":\"blue\",\"x\":\"•••\",\"y\":\"•••\",\"TotalCharges\":\"1889.5\",\"手机号\":\"•••\"}",
                Masking.maskExtra(
                        "{\"Passport No\":\"E12\",\"colour\":\"blue\",\"x\":\"wei@example.cn\",\"y\":\"138 0013 8000\",\"TotalCharges\":\"1889.5\",\"手机号\":\"1\"}"));
    }

    @Test
    void numbers_and_addresses_within_a_sentence_are_hidden_and_measures_are_not() {
        assertEquals(
                "{\"note\":\"•••\",\"a\":\"•••\",\"b\":\"0.123456789123\",\"c\":\"2024-05-06 07:08:09\",\"d\":\"12345678,25\",\"e\":\"ends 12345678\"}",
                Masking.maskExtra("{\"note\":\"call 13987654321 first\",\"a\":\"ask wei@example.cn, please\",\"b\":\"0.123456789123\","
                        + "\"c\":\"2024-05-06 07:08:09\",\"d\":\"12345678,25\",\"e\":\"ends 12345678\"}"));
    }
}
