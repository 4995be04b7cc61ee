package org.towercrier.exchange.tabular.internal.map;

import java.util.Locale;
import java.util.Optional;

import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.value.BadValueException;

/** Completes and checks access points: hotspot lists have no identity, so the radio address, else name and place, serve as one. */
final class AccessPointRules implements Finish {

    @Override
    public void apply(Draft row) throws BadValueException {
        row.text("bssid").ifPresent(bssid -> row.set("bssid", bssid.toLowerCase(Locale.ROOT).replace('-', ':'), row.column("bssid")));
        Optional<Long> channel = row.whole("channel");
        if (channel.isPresent() && (channel.get() < 0 || channel.get() > 253)) {
            throw new BadValueException(row.column("channel"), channel.get().toString(),
                    Messages.of("value.range", "channel", channel.get(), 1, 253));
        }
        channel.filter(number -> number >= 1 && number <= 14).ifPresent(number -> row.setIfAbsent("band", "BAND_2_4_GHZ"));
        channel.filter(number -> number >= 32 && number <= 177).ifPresent(number -> row.setIfAbsent("band", "BAND_5_GHZ"));
        Optional<Double> utilisation = row.number("utilisation");
        if (utilisation.isPresent() && !(utilisation.get() >= 0 && utilisation.get() <= 100)) {
            throw new BadValueException(row.column("utilisation"), utilisation.get().toString(),
                    Messages.of("value.range", "utilisation", utilisation.get(), 0, 100));
        }
        Optional<Long> clients = row.whole("clients");
        if (clients.isPresent() && clients.get() < 0) {
            throw new BadValueException(row.column("clients"), clients.get().toString(),
                    Messages.of("value.negative", "clients", clients.get()));
        }
        if (row.text("id").isEmpty()) {
            String place = Positions.name(row).map(position -> "@" + position).orElse("");
            String name = row.text("name").or(() -> row.text("ssid")).or(() -> row.text("address")).orElse("");
            String id = row.text("bssid").orElse(name + place);
            row.setIfAbsent("id", id.isEmpty() ? null : id);
        }
    }
}
