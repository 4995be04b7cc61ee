package org.towercrier.capacity.internal.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;
import org.towercrier.capacity.internal.detect.Finding;
import org.towercrier.capacity.internal.verify.BusyHourLoad.Figure;
import org.towercrier.command.verify.Check;
import org.towercrier.command.verify.Checks;

/**
 * The limits of the shipped rule sets: not read from the documents but found from outside, as the load at which an alarm appears. A
 * limit that is stored rightly but compared wrongly is found so, too.
 */
@Component
public final class ThresholdChecks implements Checks {

    private static final String OPERATOR = "China Mobile, TD-LTE carrier expansion by packet size";
    private static final String MAKER = "vendor LTE capacity guide";
    private static final String STANDARD = "3GPP threshold monitoring: high = value + hysteresis, low = value − hysteresis";
    private static final double TOLERANCE = 1e-6;
    private static final double LIMIT = 720;
    private static final double HYSTERESIS = 20;

    /**
     * A column of the operator's table.
     *
     * @param name     of the class
     * @param kilobyte a packet size in the class, kilobyte per E-RAB
     * @param users    RRC users with data
     * @param pusch    use of the PUSCH in percent
     * @param pdsch    use of the PDSCH in percent
     * @param pdcch    use of the PDCCH in percent
     * @param ul       uplink volume in gigabyte
     * @param dl       downlink volume in gigabyte
     */
    private record PacketClass(String name, double kilobyte, double users, double pusch, double pdsch, double pdcch, double ul, double dl) {
    }

    private static final List<PacketClass> TABLE = List.of(new PacketClass("large", 1000, 10, 50, 70, 50, 0.3, 5),
            new PacketClass("medium", 300, 20, 50, 50, 50, 0.3, 3.5), new PacketClass("small", 299, 50, 50, 40, 50, 0.3, 2.2));

    @Override
    public List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        checks.add(classBorder("medium-large", 1000, 15));
        checks.add(classBorder("small-medium", 300, 30));
        TABLE.forEach(each -> operator(each, checks));
        maker(checks);
        hysteresis(checks);
        return checks;
    }

    /** As many users as are too many in the upper class and not in the lower one: the alarm tells the class. */
    private static Check classBorder(String name, double published, double users) {
        return Check.number("capacity.packet-size." + name, "smallest packet of the upper class, kB per E-RAB", OPERATOR, published,
                TOLERANCE,
                context -> ShippedRule.of(ShippedRule.CHINA_MOBILE, "dense-load").border(published / 2, published * 2,
                        kilobyte -> BusyHourLoad.beyondAllLimits(kilobyte).with(Figure.USERS, users).series()));
    }

    private static void operator(PacketClass each, List<Check> checks) {
        checks.add(limit(each, Figure.USERS, "users with data", each.users()));
        checks.add(limit(each, Figure.PUSCH, "PUSCH use, %, uplink branch", each.pusch(), Figure.VOLUME_DL));
        checks.add(limit(each, Figure.VOLUME_UL, "uplink volume, GB, uplink branch", each.ul(), Figure.VOLUME_DL));
        checks.add(limit(each, Figure.PDSCH, "PDSCH use, %, downlink branch", each.pdsch(), Figure.PUSCH, Figure.PDCCH));
        checks.add(limit(each, Figure.PDCCH, "PDCCH use, %, downlink branch", each.pdcch(), Figure.PUSCH, Figure.PDSCH));
        checks.add(limit(each, Figure.VOLUME_DL, "downlink volume, GB, downlink branch", each.dl(), Figure.PUSCH));
    }

    /** Where a figure begins to matter while those that would settle the rule without it are almost nothing. */
    private static Check limit(PacketClass each, Figure figure, String what, double published, Figure... silent) {
        String id = figure.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Check.number("capacity.china-mobile." + each.name() + "." + id, "busy hour, " + each.name() + " packets: " + what, OPERATOR,
                published, TOLERANCE,
                context -> ShippedRule.of(ShippedRule.CHINA_MOBILE, "dense-load").border(published * 0.9, published * 1.1,
                        value -> {
                            BusyHourLoad load = BusyHourLoad.beyondAllLimits(each.kilobyte());
                            for (Figure other : silent) {
                                load.with(other, 0.01);
                            }
                            return load.with(figure, value).series();
                        }));
    }

    private static void maker(List<Check> checks) {
        checks.add(maker("prb-dl", "dense-load-dl", "RRU.PrbTotDl", "downlink resource blocks, %", 70, true, "DRB.UEThpDl", 100));
        checks.add(maker("throughput-dl", "dense-load-dl", "DRB.UEThpDl", "downlink throughput per user, kbit/s", 2000, false,
                "RRU.PrbTotDl", 99));
        checks.add(maker("prb-ul", "dense-load-ul", "RRU.PrbTotUl", "uplink resource blocks, %", 70, true, "DRB.UEThpUl", 100));
        checks.add(maker("throughput-ul", "dense-load-ul", "DRB.UEThpUl", "uplink throughput per user, kbit/s", 512, false, "RRU.PrbTotUl",
                99));
        checks.add(maker("users", "dense-users", "RRC.ConnMean", "connected users, 60 % of 1,200", 0.6 * 1200, true, "RRU.PrbTotUl", 1));
        checks.add(maker("preambles", "dense-control", "RACH.PreambleUtilisation", "use of preambles, %", 75, true, "PDCCH.CceUtilisation",
                1));
        checks.add(maker("cce", "dense-control", "PDCCH.CceUtilisation", "use of control channel elements, %", 70, true,
                "RACH.PreambleUtilisation", 1));
    }

    private static Check maker(String name, String rule, String measurement, String what, double published, boolean upwards, String other,
            double otherValue) {
        double good = published * (upwards ? 0.9 : 1.1);
        double bad = published * (upwards ? 1.1 : 0.9);
        return Check.number("capacity.vendor-lte." + name, "busy hour: " + what, MAKER, published, TOLERANCE,
                context -> ShippedRule.of(ShippedRule.VENDOR, rule).border(good, bad, value -> new ConstructedSeries(3, 3600)
                        .all("DRB.PdcpSduVolumeDL", 100).all(other, otherValue).all(measurement, value)));
    }

    private static void hysteresis(List<Check> checks) {
        checks.add(Check.number("capacity.hysteresis.high", "connected users that raise, limit 720 with hysteresis 20", STANDARD,
                LIMIT + HYSTERESIS, TOLERANCE,
                context -> withHysteresis().border(LIMIT - 100, LIMIT + 100, users -> connected(users, users))));
        checks.add(Check.number("capacity.hysteresis.low", "connected users that clear, limit 720 with hysteresis 20", STANDARD,
                LIMIT - HYSTERESIS, TOLERANCE, context -> clearing()));
        checks.add(Check.text("capacity.hysteresis.between", "an alarm while users stay between 700 and 740, exclusive", STANDARD,
                "raised on day 1, not cleared", context -> {
                    List<Finding> findings = withHysteresis().findings(connected(LIMIT + HYSTERESIS, LIMIT - HYSTERESIS + 1));
                    Finding finding = findings.getFirst();
                    long day = Duration.between(ConstructedSeries.BEGIN, finding.raised()).toDays() + 1;
                    return "raised on day " + day + finding.cleared().map(at -> ", cleared " + at).orElse(", not cleared");
                }));
    }

    private static ShippedRule withHysteresis() {
        return ShippedRule.of(ShippedRule.VENDOR, "dense-users", rule -> {
            rule.setDays(1);
            rule.setOfDays(1);
            rule.getConditions().getFirst().setHysteresis(HYSTERESIS);
        });
    }

    private static ConstructedSeries connected(double first, double later) {
        ConstructedSeries series = new ConstructedSeries(2, 3600).all("RRC.ConnMean", later);
        for (int hour = 0; hour < series.size() / 2; hour++) {
            series.at(hour, "RRC.ConnMean", first);
        }
        return series;
    }

    /** The greatest number of users on the second day with which an alarm of the first day is cleared. */
    private static double clearing() {
        ShippedRule rule = withHysteresis();
        double clears = 0;
        double keeps = LIMIT + HYSTERESIS;
        while (keeps - clears > TOLERANCE / 2) {
            double middle = (clears + keeps) / 2;
            Optional<Instant> cleared = rule.findings(connected(LIMIT + 2 * HYSTERESIS, middle)).getFirst().cleared();
            if (cleared.isPresent()) {
                clears = middle;
            } else {
                keeps = middle;
            }
        }
        return clears;
    }
}
