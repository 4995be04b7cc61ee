package org.towercrier.exchange.tabular.internal.map;

import java.util.LinkedHashMap;
import java.util.Map;

import org.towercrier.exchange.ImportContext;
import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.value.BadValueException;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.model.wlan.WlanPackage;

/** Gathers sightings of access points and cells and stores each thing once, at the place where it was strongest. */
public final class Sightings {

    /**
     * One sighting.
     *
     * @param strength in dBm, negative infinity when not known
     * @param extra what has no attribute
     */
    public record Sighting(long line, String identity, Kind kind, double latitude, double longitude, double strength,
            Map<String, String> extra) {

        /** What was seen. */
        public sealed interface Kind {
        }

        /** An access point. @param channel as seen, 0 or less when not known */
        public record AccessPoint(String ssid, long channel) implements Kind {
        }

        /** A cell by its global identity. @param technology literal, empty when not known */
        public record Cell(String technology, long mcc, long mnc, long area, long cell, String operator) implements Kind {
        }

        /** Something that is no part of any network, a headset for instance. */
        public record Other(String type) implements Kind {
        }
    }

    private final ImportContext context;
    private final Positions positions = new Positions();
    private final CellRules cellRules = new CellRules();
    private final AccessPointRules accessPointRules = new AccessPointRules();
    private final Map<String, Sighting> strongest = new LinkedHashMap<>();
    private final Draft cell = new Draft(NetworkPackage.Literals.CELL);
    private final Draft accessPoint = new Draft(WlanPackage.Literals.ACCESS_POINT);
    private long others;
    private long seen;

    public Sightings(ImportContext context) {
        this.context = context;
    }

    /** Takes a sighting. @throws BadValueException when it cannot be true */
    public void add(Sighting sighting) throws BadValueException {
        if (sighting.kind() instanceof Sighting.Other) {
            others++;
            return;
        }
        draft(sighting);
        seen++;
        strongest.merge(sighting.identity(), sighting, (known, next) -> next.strength() > known.strength() ? next : known);
    }

    private Draft draft(Sighting sighting) throws BadValueException {
        Draft draft = switch (sighting.kind()) {
            case Sighting.AccessPoint point -> {
                accessPoint.begin(sighting.line());
                accessPoint.set("bssid", sighting.identity(), "MAC");
                if (!point.ssid().isEmpty()) {
                    accessPoint.set("ssid", point.ssid(), "SSID");
                    accessPoint.set("name", point.ssid(), "SSID");
                }
                if (point.channel() > 0) {
                    accessPoint.set("channel", point.channel(), "Channel");
                }
                accessPoint.set("owner", "FOREIGN", "");
                yield accessPoint;
            }
            case Sighting.Cell seenCell -> {
                cell.begin(sighting.line());
                if (!seenCell.technology().isEmpty()) {
                    cell.set("technology", seenCell.technology(), "Type");
                }
                cell.set("mcc", seenCell.mcc(), "MAC");
                cell.set("mnc", seenCell.mnc(), "MAC");
                cell.set("areaCode", seenCell.area(), "MAC");
                cell.set("cellIdentity", seenCell.cell(), "MAC");
                if (!seenCell.operator().isEmpty()) {
                    cell.extra("operator", seenCell.operator());
                }
                yield cell;
            }
            case Sighting.Other other -> throw new IllegalArgumentException(other.type());
        };
        draft.set("latitude", sighting.latitude(), "CurrentLatitude");
        draft.set("longitude", sighting.longitude(), "CurrentLongitude");
        sighting.extra().forEach(draft::extra);
        positions.apply(draft);
        if (draft == cell) {
            cellRules.apply(draft);
        } else {
            accessPointRules.apply(draft);
        }
        return draft;
    }

    /** Stores what was seen. */
    public void write() {
        SiteBuilder sites = new SiteBuilder(true);
        for (Sighting sighting : strongest.values()) {
            try {
                Draft draft = draft(sighting);
                if (draft == cell) {
                    sites.place(draft);
                }
                draft.writeTo(context.rows(draft.type()));
            } catch (BadValueException bad) {
                throw new IllegalStateException("checked when it was added", bad);
            }
        }
        sites.write(context);
        if (seen > strongest.size()) {
            context.warn(Messages.of("wigle.gathered", seen, strongest.size()));
        }
        if (others > 0) {
            context.warn(Messages.of("wigle.others", others));
        }
    }
}
