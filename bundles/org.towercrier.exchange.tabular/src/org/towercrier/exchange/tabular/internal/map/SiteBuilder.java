package org.towercrier.exchange.tabular.internal.map;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.towercrier.exchange.ImportContext;
import org.towercrier.exchange.RowSink;
import org.towercrier.model.network.NetworkPackage;

/**
 * Finds sites and base stations of cells. Surveyed cells stand together when their positions are the same; estimated ones (crowd-sourced) when they belong to one
 * LTE base station, because their estimated positions scatter. A site stated in the file is taken as stated.
 */
final class SiteBuilder {

    /** What is known of a site: sums for the mean position, and a name. */
    private static final class Place {
        private double latitude;
        private double longitude;
        private int cells;
        private String name = "";
        private String region = "";
    }

    /** A base station and where it stands. */
    private record Station(String site, String technology) {
    }

    private final boolean estimated;
    private final Map<String, Place> sites = new LinkedHashMap<>();
    private final Map<String, Station> stations = new LinkedHashMap<>();
    private final Set<String> regions = new LinkedHashSet<>();

    SiteBuilder(boolean estimated) {
        this.estimated = estimated;
    }

    /** Identity of the site of a cell; empty for a cell without a place. */
    Optional<String> site(Draft cell) {
        Optional<String> stated = cell.text("site");
        if (stated.isPresent()) {
            return stated;
        }
        Optional<Long> node = cell.whole("nodeId");
        if (estimated && node.isPresent() && Positions.name(cell).isPresent()) {
            return Optional.of(network(cell) + node.get());
        }
        return Positions.name(cell).map(position -> network(cell).replaceAll("-$", "") + "@" + position);
    }

    private static String network(Draft cell) {
        StringBuilder network = new StringBuilder();
        cell.whole("mcc").ifPresent(mcc -> network.append(mcc).append('-'));
        cell.whole("mnc").ifPresent(mnc -> network.append(mnc).append('-'));
        return network.toString();
    }

    /** Puts site and base station into the cell and remembers them. */
    void place(Draft cell) {
        Optional<String> site = site(cell);
        cell.text("region").ifPresent(regions::add);
        if (site.isEmpty()) {
            return;
        }
        cell.setIfAbsent("site", site.get());
        Place place = sites.computeIfAbsent(site.get(), key -> new Place());
        if (cell.number("latitude").isPresent() && cell.number("longitude").isPresent()) {
            place.latitude += cell.number("latitude").get();
            place.longitude += cell.number("longitude").get();
            place.cells++;
        }
        if (place.name.isEmpty()) {
            place.name = cell.text("name").orElse("");
        }
        if (place.region.isEmpty()) {
            place.region = cell.text("region").orElse("");
        }
        String technology = cell.text("technology").orElse("");
        String station = cell.text("baseStation")
                .orElseGet(() -> cell.whole("nodeId").map(node -> network(cell) + node)
                        .orElse(site.get() + (technology.isEmpty() ? "" : "/" + technology)));
        cell.setIfAbsent("baseStation", station);
        stations.putIfAbsent(station, new Station(site.get(), technology));
    }

    /** Stores the sites and base stations of the cells placed so far. */
    void write(ImportContext context) {
        if (!regions.isEmpty()) {
            RowSink sink = context.rows(NetworkPackage.Literals.REGION);
            regions.forEach(region -> sink.set(sink.column("id"), region).set(sink.column("name"), region).end(0));
        }
        if (!sites.isEmpty()) {
            writeSites(context.rows(NetworkPackage.Literals.SITE));
            RowSink sink = context.rows(NetworkPackage.Literals.BASE_STATION);
            stations.forEach((id, station) -> {
                sink.set(sink.column("id"), id).set(sink.column("name"), id).set(sink.column("site"), station.site());
                if (!station.technology().isEmpty()) {
                    sink.set(sink.column("technology"), station.technology());
                }
                sink.end(0);
            });
        }
    }

    private void writeSites(RowSink sink) {
        sites.forEach((id, place) -> {
            sink.set(sink.column("id"), id).set(sink.column("name"), place.name.isEmpty() ? id : place.name);
            if (place.cells > 0) {
                sink.set(sink.column("latitude"), place.latitude / place.cells).set(sink.column("longitude"),
                        place.longitude / place.cells);
            }
            if (!place.region.isEmpty()) {
                sink.set(sink.column("region"), place.region);
            }
            sink.end(0);
        });
    }

    int sites() {
        return sites.size();
    }

    int stations() {
        return stations.size();
    }
}
