package org.towercrier.exchange.tabular.internal.map;

import java.util.Locale;
import java.util.Optional;

import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.value.BadValueException;

/** Checks positions and gives them names. */
final class Positions implements Finish {

    private static final double NOWHERE = 1e-6;

    @Override
    public void apply(Draft row) throws BadValueException {
        Optional<Double> latitude = row.number("latitude");
        Optional<Double> longitude = row.number("longitude");
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return;
        }
        if (latitude.isEmpty() || longitude.isEmpty()) {
            String missing = latitude.isEmpty() ? "latitude" : "longitude";
            throw new BadValueException(row.column(missing), "", Messages.of("position.half", missing));
        }
        double lat = latitude.get();
        double lon = longitude.get();
        boolean swapped = Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lon) <= 90;
        if (!(Math.abs(lat) <= 90)) {
            throw new BadValueException(row.column("latitude"), plain(lat),
                    Messages.of(swapped ? "position.swapped" : "position.latitude", plain(lat)));
        }
        if (!(Math.abs(lon) <= 180)) {
            throw new BadValueException(row.column("longitude"), plain(lon), Messages.of("position.longitude", plain(lon)));
        }
        if (Math.abs(lat) < NOWHERE && Math.abs(lon) < NOWHERE) {
            throw new BadValueException(row.column("latitude"), plain(lat) + "/" + plain(lon), Messages.of("position.zero"));
        }
    }

    private static String plain(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** A position as a name, to five decimals (about a metre); empty when the row has none. */
    static Optional<String> name(Draft row) {
        return row.number("latitude")
                .flatMap(lat -> row.number("longitude").map(lon -> String.format(Locale.ROOT, "%.5f,%.5f", lat + 0.0, lon + 0.0)));
    }
}
