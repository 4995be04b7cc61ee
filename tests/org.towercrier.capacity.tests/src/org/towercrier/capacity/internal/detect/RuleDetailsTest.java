package org.towercrier.capacity.internal.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.towercrier.capacity.Evidence.Limit;
import org.towercrier.capacity.Evidence.Verdict;
import org.towercrier.capacity.internal.kpi.KpiBook;
import org.towercrier.capacity.internal.kpi.KpiDocuments;
import org.towercrier.capacity.internal.kpi.Measurements;
import org.towercrier.capacity.internal.kpi.ShippedModels;
import org.towercrier.capacity.internal.rules.Overrides;
import org.towercrier.capacity.internal.series.LocalClock;
import org.towercrier.capacity.internal.series.MeasuredObject;
import org.towercrier.capacity.internal.series.MeasuredObject.Location;
import org.towercrier.model.alarm.AlarmFactory;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.model.alarm.Scope;

/** What all rules have in common: limits with hysteresis, times of the week, scopes, and judges shared by cells with equal rules. */
class RuleDetailsTest {

    /** 3GPP: high = value + hysteresis, low = value − hysteresis; 70 ± 5 upwards, 95 ± 0.5 downwards. */
    @ParameterizedTest
    @CsvSource({ "70, 5, true, 75, BAD", "70, 5, true, 74.999, BETWEEN", "70, 5, true, 65.001, BETWEEN", "70, 5, true, 65, GOOD",
            "95, 0.5, false, 94.5, BAD", "95, 0.5, false, 94.501, BETWEEN", "95, 0.5, false, 95.499, BETWEEN",
            "95, 0.5, false, 95.5, GOOD", "70, 0, true, 70, BAD", "70, 0, true, 69.999, GOOD", "2, 0, false, 2, BAD",
            "2, 0, false, 2.001, GOOD",
            "70, 5, true, NaN, UNKNOWN" })
    void theHysteresisLiesOnBothSidesOfTheValue(double value, double hysteresis, boolean upwards, double measured, Verdict verdict) {
        assertEquals(verdict, Limits.verdict(new Limit("kpi", "%", value, hysteresis, upwards), measured));
    }

    @Test
    void aNightOfFridayEndsOnSaturdayMorning() {
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");
        Instant friday = Instant.parse("2026-11-06T22:00:00+08:00");
        LocalClock clock = new LocalClock(shanghai, friday.minus(Duration.ofDays(7)), friday.plus(Duration.ofDays(7)));
        WeekWindow nights = new WeekWindow(Set.of(DayOfWeek.FRIDAY), 22 * 3600, 6 * 3600);
        List<String> inside = List.of("2026-11-06T22:00:00+08:00", "2026-11-07T00:00:00+08:00", "2026-11-07T05:45:00+08:00");
        List<String> outside = List.of("2026-11-06T05:00:00+08:00", "2026-11-06T21:45:00+08:00", "2026-11-07T06:00:00+08:00",
                "2026-11-07T22:00:00+08:00", "2026-11-08T01:00:00+08:00");
        inside.forEach(time -> assertTrue(nights.contains(clock, Instant.parse(time).getEpochSecond()), time));
        outside.forEach(time -> assertFalse(nights.contains(clock, Instant.parse(time).getEpochSecond()), time));
    }

    private static MeasuredObject object(int id, String site, String sector) {
        return new MeasuredObject(id, "object-" + id, "cell-" + id, "LTE_TDD", "URBAN",
                new Location("East", Set.of("r-1", "East"), "Site " + site, Set.of(site, "Site " + site), sector));
    }

    @Test
    void aScopeMayNameSitesAndSectorsToo() {
        Scope scope = AlarmFactory.eINSTANCE.createScope();
        scope.getSites().add("Site s-1");
        assertTrue(RuleScope.of(scope).contains(object(1, "s-1", "s-1/0")));
        assertFalse(RuleScope.of(scope).contains(object(2, "s-2", "s-2/0")));
        scope.getSectors().add("s-1/1");
        assertFalse(RuleScope.of(scope).contains(object(1, "s-1", "s-1/0")), "every list restricts");
        assertTrue(RuleScope.of(scope).contains(object(3, "s-1", "s-1/1")));
        assertSame(RuleScope.ALL, RuleScope.of(null));
    }

    @Test
    void cellsWithEqualRulesShareTheirJudges() {
        RuleSet set = ShippedModels.load("china-mobile-td-lte", RuleSet.class);
        Overrides.in(set).site("s-2").of("no-data", "missingPeriods", "8");
        RulePlan plan = new RulePlan(EcoreUtil.copy(set),
                new RuleCompiler(new KpiBook(KpiDocuments.shipped(), new Measurements()), new RuleProblems()));
        List<Judge> first = plan.of(object(1, "s-1", ""));
        assertSame(first, plan.of(object(2, "s-1", "")));
        List<Judge> other = plan.of(object(3, "s-2", ""));
        assertSame(other, plan.of(object(4, "s-2", "")));
        assertSame(first.getFirst(), other.getFirst(), "a rule without an override there is the same one everywhere");
        assertEquals(set.getRules().size() + 1, plan.judges().size(), "one more than there are rules");
    }
}
