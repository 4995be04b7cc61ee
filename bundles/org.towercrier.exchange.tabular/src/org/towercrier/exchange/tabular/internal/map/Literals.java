package org.towercrier.exchange.tabular.internal.map;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.towercrier.exchange.tabular.internal.table.Headers;

/** Reads the literals of enumerations, also under the names that operators and surveys use. */
final class Literals {

    private static final Map<String, String> OTHER_NAMES = otherNames();

    private Literals() {
    }

    /** The literal that a text means. */
    static Optional<String> of(EEnum type, String text) {
        String key = Headers.key(text);
        for (EEnumLiteral literal : type.getELiterals()) {
            if (Headers.key(literal.getLiteral()).equals(key) || Headers.key(literal.getName()).equals(key)) {
                return Optional.of(literal.getLiteral());
            }
        }
        return Optional.ofNullable(OTHER_NAMES.get(type.getName() + ":" + key)).filter(name -> type.getEEnumLiteralByLiteral(name) != null);
    }

    private static Map<String, String> otherNames() {
        Map<String, String> names = new HashMap<>();
        put(names, "Technology", "GSM", "2g", "gprs", "edge", "gsm900", "gsm1800", "dcs1800", "dcs", "geran");
        put(names, "Technology", "TD_SCDMA", "tds", "tdscdma", "utratdd", "td");
        put(names, "Technology", "WCDMA", "3g", "umts", "utra", "utran", "utrafdd", "hspa", "hsdpa", "hsupa", "hspap", "hspa+", "wcdma2100",
                "wcdma900");
        put(names, "Technology", "LTE_FDD", "lte", "4g", "eutra", "eutran", "fdd", "ltefdd", "fddlte", "lteadvanced", "ltea", "lteca",
                "eutrafdd", "nbiot", "ltem");
        put(names, "Technology", "LTE_TDD", "tdd", "tdlte", "ltetdd", "eutratdd", "lteTDD".toLowerCase(java.util.Locale.ROOT));
        put(names, "Technology", "NR", "5g", "5gnr", "nrsa", "nrnsa", "nrtdd", "nrfdd", "ngran");
        put(names, "CoverageScenario", "DENSE_URBAN", "密集城区", "密集市区", "dense", "du");
        put(names, "CoverageScenario", "URBAN", "城区", "市区", "城區", "市區", "u");
        put(names, "CoverageScenario", "SUBURBAN", "郊区", "郊區", "su");
        put(names, "CoverageScenario", "RURAL", "农村", "農村", "乡村", "鄉村", "ru", "village");
        put(names, "CoverageScenario", "INDOOR", "室内", "室內", "室分", "indoordistribution", "ibs", "das");
        put(names, "CoverageScenario", "CAMPUS", "校园", "校園", "高校", "school", "university");
        put(names, "CoverageScenario", "TRANSPORT_HUB", "交通枢纽", "交通樞紐", "station", "airport", "railway", "hub");
        for (String version : new String[]{ "a", "b", "g", "n", "ac", "ax", "be" }) {
            put(names, "WlanStandard", "IEEE_802_11" + version.toUpperCase(java.util.Locale.ROOT), "80211" + version, "11" + version,
                    "ieee80211" + version, version);
        }
        put(names, "WlanStandard", "IEEE_802_11N", "wifi4");
        put(names, "WlanStandard", "IEEE_802_11AC", "wifi5");
        put(names, "WlanStandard", "IEEE_802_11AX", "wifi6", "wifi6e");
        put(names, "WlanStandard", "IEEE_802_11BE", "wifi7");
        put(names, "WlanStandard", "IEEE_802_11", "80211");
        put(names, "WlanBand", "BAND_2_4_GHZ", "24", "24ghz", "24g", "2400", "2400mhz", "bg");
        put(names, "WlanBand", "BAND_5_GHZ", "5", "5ghz", "5g", "5000", "5000mhz", "50ghz");
        put(names, "WlanBand", "BAND_6_GHZ", "6", "6ghz", "6g", "6000", "60ghz");
        put(names, "AccessPointRole", "ACCESS", "ap", "accesspoint", "pointtomultipoint", "ptmp", "p2mp");
        put(names, "AccessPointRole", "RELAY", "bridge", "pointtopoint", "ptp", "p2p", "mesh", "backhaul");
        put(names, "Ownership", "OWN", "自有", "ours", "internal");
        put(names, "Ownership", "FOREIGN", "外部", "other", "external", "rogue", "neighbour", "neighbor");
        CustomerWords.add(names);
        return names;
    }

    private static void put(Map<String, String> names, String type, String literal, String... others) {
        for (String other : others) {
            names.put(type + ":" + other, literal);
        }
    }
}
