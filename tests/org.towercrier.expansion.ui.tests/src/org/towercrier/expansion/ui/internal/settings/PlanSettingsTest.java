package org.towercrier.expansion.ui.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.towercrier.expansion.CandidateSites.Candidate;
import org.towercrier.expansion.ui.internal.Amounts;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.Ground;
import org.towercrier.expansion.ui.internal.desk.PlanQuestion;
import org.towercrier.expansion.ui.internal.settings.PlanSettings.Setting;

/** The numbers of a plan's settings, without a widget. */
class PlanSettingsTest {

    private static final double EXACT = 1e-12;

    static Stream<Setting> all() {
        return Stream.of(PlanSettings.limits(), PlanSettings.worth(), PlanSettings.scenarios()).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsLaidDownIsTakenOverAndNothingElseChanges(Setting setting) {
        PlanQuestion usual = PlanQuestion.USUAL;
        double other = setting.get().applyAsDouble(usual) + 1;
        PlanQuestion changed = setting.set().apply(usual, other);
        assertTrue(setting.isUsual(usual));
        assertFalse(setting.isUsual(changed));
        assertEquals(other, setting.get().applyAsDouble(changed), EXACT);
        assertEquals(1, all().filter(each -> !each.isUsual(changed)).count());
        assertEquals(usual, PlanSettings.usual(changed));
        assertEquals(usual.budget(), changed.budget());
    }

    @ParameterizedTest
    @MethodSource("all")
    void theUsualNumberIsPossibleAndOneBelowTheLeastIsNot(Setting setting) {
        assertTrue(setting.allows(setting.get().applyAsDouble(PlanQuestion.USUAL)), setting.name());
        assertFalse(setting.allows(setting.least() - 0.5), setting.name());
        assertFalse(setting.allows(setting.most() + 1), setting.name());
        assertFalse(setting.allows(Double.NaN), setting.name());
    }

    @Test
    void everyNumberSaysWhatItIsAndWhereItIsFrom() {
        Texts texts = new Texts(Locale.ENGLISH);
        Stream.of(PlanSettings.limits(), PlanSettings.worth()).flatMap(List::stream).forEach(setting -> {
            assertFalse(texts.get("Setting_" + setting.name()).equals("Setting_" + setting.name()), setting.name());
            assertFalse(texts.get("About_" + setting.name()).equals("About_" + setting.name()), setting.name());
        });
    }

    @Test
    void aNumberIsReadAsPeopleOfTheLanguageWriteItAndNothingIsLeftOver() {
        assertEquals(1_234.5, Amounts.parse(" 1,234.5 ", Locale.ENGLISH).orElseThrow());
        assertEquals(1_234.5, Amounts.parse("1.234,5", Locale.GERMANY).orElseThrow());
        assertEquals(OptionalDouble.empty(), Amounts.parse("12 m", Locale.ENGLISH));
        assertEquals(OptionalDouble.empty(), Amounts.parse("", Locale.ENGLISH));
    }

    @Test
    void aNewCandidateHasAnIdThatNoSiteOrCellHas() {
        Candidate listed = new Candidate("C001", "Roof", 48, 11, "");
        Ground ground = new Ground(Map.of("C002", new Ground.Spot("Cell", "S", 48, 11, 0)), Map.of("S", "Site", "C001", "Roof"), true,
                List.of(listed));
        assertEquals("C003", CandidateSteps.freeId(ground));
    }
}
