package org.towercrier.sample.internal;

import java.util.List;
import org.towercrier.model.network.CoverageScenario;
import org.towercrier.model.wlan.AccessPointRole;
import org.towercrier.model.wlan.Ownership;
import org.towercrier.model.wlan.WlanBand;
import org.towercrier.model.wlan.WlanPackage.Literals;
import org.towercrier.model.wlan.WlanStandard;
import org.towercrier.sample.internal.City.SitePlan;
import org.towercrier.store.StoreException;

/**
 * Writes WLAN access points around the busier sites, own and foreign, on a channel plan with faults worth mending, and
 * relay links between some of them.
 */
final class AccessPointWriter {

    private static final int[] USUAL_CHANNELS = { 1, 6, 6, 6, 11, 3, 9 };
    private static final int[] CHANNELS_5_GHZ = { 36, 40, 44, 48, 149, 153, 157, 161 };
    private static final String[] VENUES = { "Café", "Hotel", "Arcade", "Library", "Station hall", "Market hall" };
    private static final int LINK_EVERY = 60;

    private final City city;
    private final Noise noise;

    AccessPointWriter(City city, long seed) {
        this.city = city;
        this.noise = new Noise(seed).stream("wlan");
    }

    /** Writes everything and returns the number of access points. */
    int write(Tables tables) throws StoreException {
        int count = 0;
        try (Rows rows = new Rows(tables, Literals.ACCESS_POINT)) {
            for (SitePlan site : city.sites()) {
                int here = number(site);
                for (int k = 0; k < here; k++) {
                    writeAccessPoint(rows, site, count++);
                }
            }
        }
        writeLinks(tables, count);
        return count;
    }

    private int number(SitePlan site) {
        return switch (site.scenario()) {
            case INDOOR -> 5 + noise.index(site.number(), 1, 4);
            case DENSE_URBAN, TRANSPORT_HUB, CAMPUS -> 1 + noise.index(site.number(), 1, 3);
            case URBAN -> noise.index(site.number(), 1, 3);
            case SUBURBAN -> noise.index(site.number(), 1, 2);
            case RURAL -> 0;
        };
    }

    private void writeAccessPoint(Rows rows, SitePlan site, int number) throws StoreException {
        boolean low = noise.unit(number, 2) < 0.6;
        boolean own = noise.unit(number, 3) < 0.75;
        double spread = site.scenario() == CoverageScenario.INDOOR ? 30 : 160;
        int clients = Math.max(0, (int) Math.round(12 + 10 * noise.bell(number, 4)));
        if (noise.unit(number, 5) < 0.08) {
            clients += 25 + noise.index(number, 6, 40);
        }
        double utilisation = Math.min(95, Math.rint(4 + clients * noise.between(number, 7, 0.7, 1.3)));
        WlanStandard[] standards = { WlanStandard.IEEE_802_11N, WlanStandard.IEEE_802_11AX,
                low ? WlanStandard.IEEE_802_11G : WlanStandard.IEEE_802_11AC };
        String venue = VENUES[noise.index(number, 8, VENUES.length)];
        rows.set(Literals.ACCESS_POINT__ID, id(number))
                .set(Literals.ACCESS_POINT__NAME, venue + " " + site.name() + " " + (number + 1))
                .set(Literals.ACCESS_POINT__LATITUDE, City.latitude(site.north() + spread * noise.bell(number, 9)))
                .set(Literals.ACCESS_POINT__LONGITUDE, City.longitude(site.east() + spread * noise.bell(number, 10)))
                .set(Literals.ACCESS_POINT__FLOOR, noise.index(number, 11, site.indoor() ? 6 : 3))
                .set(Literals.ACCESS_POINT__STANDARD, standards[noise.index(number, 12, standards.length)])
                .set(Literals.ACCESS_POINT__BAND, low ? WlanBand.BAND_24GHZ : WlanBand.BAND_5GHZ)
                .set(Literals.ACCESS_POINT__CHANNEL, channel(low, number))
                .set(Literals.ACCESS_POINT__WIDTH, low ? 20 : 40)
                .set(Literals.ACCESS_POINT__POWER, low ? 20.0 : 23.0)
                .set(Literals.ACCESS_POINT__ANTENNA, "omni")
                .set(Literals.ACCESS_POINT__ROLE, AccessPointRole.ACCESS)
                .set(Literals.ACCESS_POINT__CLIENTS, clients)
                .set(Literals.ACCESS_POINT__UTILISATION, utilisation)
                .set(Literals.ACCESS_POINT__VENUE, venue)
                .set(Literals.ACCESS_POINT__ADDRESS, site.district().name() + ", " + City.LABEL)
                .set(Literals.ACCESS_POINT__SSID, own ? City.NAME + "-WLAN" : "guest-" + noise.index(number, 13, 900))
                .set(Literals.ACCESS_POINT__BSSID, address(number))
                .set(Literals.ACCESS_POINT__OWNER, own ? Ownership.OWN : Ownership.FOREIGN)
                .set(Literals.ACCESS_POINT__OPERATOR, own ? City.NAME + " Mobile (synthetic)" : null)
                .set(Literals.ACCESS_POINT__REGION, site.district().id()).end();
    }

    private int channel(boolean low, int number) {
        int[] channels = low ? USUAL_CHANNELS : CHANNELS_5_GHZ;
        return channels[noise.index(number, 14, channels.length)];
    }

    private static String id(int number) {
        return String.format("SYN-AP-%05d", number + 1);
    }

    /** A locally administered address, so that it cannot be anybody's. */
    private static String address(int number) {
        return String.format("02:53:59:%02x:%02x:%02x", number >> 16 & 0xFF, number >> 8 & 0xFF, number & 0xFF);
    }

    private void writeLinks(Tables tables, int accessPoints) throws StoreException {
        try (Rows rows = new Rows(tables, Literals.RELAY_LINK)) {
            for (int from = 0; from + 1 < accessPoints; from += LINK_EVERY) {
                int to = from + 1;
                List<Double> heights = List.of(Math.rint(noise.between(from, 20, 12, 40)),
                        Math.rint(noise.between(to, 20, 12, 40)));
                rows.set(Literals.RELAY_LINK__ID, String.format("SYN-RL-%04d", from / LINK_EVERY + 1))
                        .set(Literals.RELAY_LINK__NAME, id(from) + " – " + id(to))
                        .set(Literals.RELAY_LINK__SOURCE, id(from)).set(Literals.RELAY_LINK__TARGET, id(to))
                        .set(Literals.RELAY_LINK__FREQUENCY, 5.8).set(Literals.RELAY_LINK__BANDWIDTH, 40.0)
                        .set(Literals.RELAY_LINK__TRANSMIT_POWER, 20.0)
                        .set(Literals.RELAY_LINK__SOURCE_GAIN, 23.0).set(Literals.RELAY_LINK__TARGET_GAIN, 23.0)
                        .set(Literals.RELAY_LINK__SOURCE_HEIGHT, heights.get(0))
                        .set(Literals.RELAY_LINK__TARGET_HEIGHT, heights.get(1))
                        .set(Literals.RELAY_LINK__SENSITIVITY, -78.0)
                        .set(Literals.RELAY_LINK__RAIN_RATE, 42.0).end();
            }
        }
    }
}
