package org.towercrier.radio.internal;

import java.util.ArrayList;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.towercrier.command.verify.Check;
import org.towercrier.command.verify.Checks;
import org.towercrier.radio.Cost231Hata;
import org.towercrier.radio.Erlang;
import org.towercrier.radio.FreeSpace;
import org.towercrier.radio.OkumuraHata;
import org.towercrier.radio.Rain;
import org.towercrier.radio.Surroundings;
import org.towercrier.radio.Tr38901;

/** Published values of traffic theory and radio propagation. */
@Component
public final class RadioChecks implements Checks {

    private static final String ERLANG = "Erlang B, computed from the formula";
    private static final String NS3 = "ns-3 tests (±0.1 dB)";
    private static final String FORMULA = "computed from the formula";
    private static final String RAIN = "ITU-R P.838-3 through ITU-Rpy";
    private static final double RAIN_RATE = 26.48052;
    private static final double ELEVATION = 31.077;

    @Override
    public List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        traffic(checks);
        hata(checks);
        urban(checks);
        checks.add(Check.number("radio.rain.14-25-ghz", "rain at 14.25 GHz, dB/km", RAIN, 1.581308, 1e-6,
                context -> Rain.decibelPerKilometre(14.25, ELEVATION, 0, RAIN_RATE)));
        checks.add(Check.number("radio.rain.29-ghz", "rain at 29 GHz, dB/km", RAIN, 5.021802, 1e-6,
                context -> Rain.decibelPerKilometre(29, ELEVATION, 0, RAIN_RATE)));
        checks.add(Check.number("radio.free-space.5-8-ghz", "free space, 5.8 GHz over 10 km, dB", FORMULA, 127.719, 0.001,
                context -> new FreeSpace(5.8).decibel(10_000)));
        checks.add(Check.number("radio.fresnel.5-8-ghz", "first Fresnel radius in the middle of 10 km at 5.8 GHz, m", FORMULA, 11.371,
                0.001, context -> new FreeSpace(5.8).fresnelRadius(5, 5)));
        return checks;
    }

    private static void traffic(List<Check> checks) {
        checks.add(Check.number("radio.erlang-b.15-1-percent", "offered traffic of 15 channels at 1 % blocking, E", "erlang.com", 8.108,
                0.0005, context -> Erlang.offered(15, 0.01)));
        erlang(checks, 7, 2.9354);
        erlang(checks, 14, 8.2003);
        erlang(checks, 30, 21.9316);
        erlang(checks, 50, 40.2551);
        erlang(checks, 100, 87.9720);
    }

    private static void erlang(List<Check> checks, int channels, double published) {
        checks.add(Check.number("radio.erlang-b." + channels + "-2-percent",
                "offered traffic of " + channels + " channels at 2 % blocking, E", ERLANG, published, 0.00006,
                context -> Erlang.offered(channels, 0.02)));
    }

    private static void hata(List<Check> checks) {
        hata(checks, "large-city", NS3, Surroundings.URBAN, true, 137.93, 0.1);
        hata(checks, "small-city", NS3, Surroundings.URBAN, false, 137.88, 0.1);
        hata(checks, "suburban", FORMULA, Surroundings.SUBURBAN, true, 128.079, 0.001);
        hata(checks, "open", NS3, Surroundings.OPEN, true, 109.57, 0.1);
        checks.add(Check.number("radio.cost231.small-city", "COST-231 Hata 2114 MHz, 2 km, small city, dB", NS3 + "; " + FORMULA, 150.641,
                0.001, context -> new Cost231Hata(2114, 30, 1, false).decibel(2000)));
        checks.add(Check.number("radio.cost231.large-city",
                "COST-231 Hata 2114 MHz, 2 km, large city, dB (ns-3 leaves a term out and says 148.55)", FORMULA, 153.52, 0.005,
                context -> new Cost231Hata(2114, 30, 1, true).decibel(2000)));
    }

    private static void hata(List<Check> checks, String id, String source, Surroundings place, boolean large, double published,
            double tolerance) {
        checks.add(Check.number("radio.hata." + id, "Okumura-Hata 869 MHz, 2 km, " + id + ", dB", source, published, tolerance,
                context -> new OkumuraHata(869, 30, 1, place, large).decibel(2000)));
    }

    private static void urban(List<Check> checks) {
        urban(checks, 1000.41, 133.29);
        urban(checks, 5000.08, 154.25);
        urban(checks, 10000.04, 163.28);
    }

    private static void urban(List<Check> checks, double metre, double published) {
        checks.add(Check.number("radio.uma-nlos." + Math.round(metre) + "-m",
                "TR 38.901 UMa NLOS (optional formula), 3.5 GHz, " + metre + " m, dB", "pysim5g tests", published, 0.01,
                context -> new Tr38901(Tr38901.Scenario.UMA, Tr38901.Sight.BLOCKED_OPTIONAL, 3.5, 25, 1.5).slant(metre)));
    }
}
