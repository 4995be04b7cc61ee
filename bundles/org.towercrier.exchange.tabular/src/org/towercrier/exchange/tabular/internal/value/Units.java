package org.towercrier.exchange.tabular.internal.value;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/**
 * Conversion of the units found in files to those of the model. Units of volume are decimal (1 GB = 8,000 Mbit) except the binary ones that say so (GiB).
 */
public final class Units {

    /** A unit: how many of the family's base unit one of it is. */
    private record Unit(String family, double factor) {
    }

    private static final Map<String, Unit> UNITS = units();
    /** Units that need more than a factor, by model unit. */
    private static final Set<String> BLOCKS = Set.of("prb", "prbs", "rb", "rbs", "resource blocks");

    private Units() {
    }

    /** Is the unit a count of resource blocks, to be divided by their total? */
    public static boolean resourceBlocks(String unit) {
        return BLOCKS.contains(unit.strip().toLowerCase(Locale.ROOT));
    }

    /** Is the unit known at all? */
    public static boolean known(String unit) {
        return resourceBlocks(unit) || "w".equalsIgnoreCase(unit.strip()) || UNITS.containsKey(normal(unit));
    }

    /**
     * Conversion from a file's unit to a model unit.
     *
     * @param from unit in the file; empty is the model's own
     * @param to unit of the model
     * @return empty when the one cannot become the other
     */
    public static Optional<DoubleUnaryOperator> conversion(String from, String to) {
        if (from.isBlank() || normal(from).equals(normal(to))) {
            return Optional.of(DoubleUnaryOperator.identity());
        }
        if (normal(to).equals("dbm") && from.strip().equalsIgnoreCase("w")) {
            return Optional.of(watt -> watt > 0 ? 10 * Math.log10(watt * 1000) : Double.NaN);
        }
        Unit source = UNITS.get(normal(from));
        Unit target = UNITS.get(normal(to));
        if (source == null || target == null || !source.family.equals(target.family)) {
            return Optional.empty();
        }
        if (source.factor == target.factor) {
            return Optional.of(DoubleUnaryOperator.identity());
        }
        double up = source.factor / target.factor;
        double down = target.factor / source.factor;
        // dividing by a whole number keeps decimal fractions exact where multiplying by its inverse does not
        return Optional.of(down > 1 && down == Math.rint(down) ? value -> value / down : value -> value * up);
    }

    /** Bits and bytes differ by their capital only, so the case of a lone B counts; everything else does not. */
    private static String normal(String unit) {
        String s = unit.strip().replace("µ", "u");
        String lower = s.toLowerCase(Locale.ROOT).replace(" per ", "/").replace("ps", "/s").replace(" ", "");
        if (lower.matches("[kmgt]?i?b(/s)?")) {
            boolean bytes = s.indexOf('B') >= 0;
            return lower.replace("b", bytes ? "byte" : "bit");
        }
        return lower.replace("bytes", "byte").replace("bits", "bit").replace("octets", "byte").replace("octet", "byte");
    }

    private static Map<String, Unit> units() {
        Map<String, Unit> units = new HashMap<>();
        put(units, "share", 1, "%", "percent", "percentage", "pct", "百分比");
        put(units, "share", 100, "ratio", "fraction", "share");
        put(units, "share", 0.1, "permille", "‰");
        String[] prefixes = { "", "k", "m", "g", "t" };
        double decimal = 1;
        double binary = 1;
        for (String prefix : prefixes) {
            put(units, "volume", decimal, prefix + "bit");
            put(units, "volume", decimal * 8, prefix + "byte");
            put(units, "rate", decimal, prefix + "bit/s");
            put(units, "rate", decimal * 8, prefix + "byte/s");
            if (!prefix.isEmpty()) {
                put(units, "volume", binary, prefix + "ibit");
                put(units, "volume", binary * 8, prefix + "ibyte");
                put(units, "rate", binary, prefix + "ibit/s");
                put(units, "rate", binary * 8, prefix + "ibyte/s");
            }
            decimal *= 1000;
            binary *= 1024;
        }
        put(units, "time", 0.001, "ms", "millisecond", "milliseconds");
        put(units, "time", 1, "s", "sec", "second", "seconds");
        put(units, "time", 60, "min", "minute", "minutes");
        put(units, "time", 3600, "h", "hour", "hours");
        put(units, "length", 1, "m", "metre", "metres", "meter", "meters");
        put(units, "length", 1000, "km");
        put(units, "length", 0.3048, "ft", "foot", "feet");
        put(units, "length", 1609.344, "mi", "mile", "miles");
        put(units, "frequency", 1, "hz");
        put(units, "frequency", 1e3, "khz");
        put(units, "frequency", 1e6, "mhz");
        put(units, "frequency", 1e9, "ghz");
        put(units, "count", 1, "1", "count", "number", "users", "user", "个");
        put(units, "count", 1000, "thousand", "k");
        put(units, "count", 10000, "万", "萬");
        put(units, "traffic", 1, "erlang", "erl", "e");
        put(units, "traffic", 0.001, "merl", "millierlang");
        put(units, "angle", 1, "deg", "degree", "degrees", "°");
        put(units, "angle", 180 / Math.PI, "rad", "radian");
        put(units, "power", 1, "dbm");
        put(units, "gain", 1, "db", "dbi");
        return units;
    }

    private static void put(Map<String, Unit> units, String family, double factor, String... names) {
        for (String name : names) {
            units.put(name, new Unit(family, factor));
        }
    }
}
