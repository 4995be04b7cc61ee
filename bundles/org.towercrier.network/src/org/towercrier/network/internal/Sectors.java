package org.towercrier.network.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.towercrier.network.PhysicalSector;

/** Puts the cells of each site into physical sectors. */
final class Sectors {

    /**
     * A cell as far as its sector is concerned.
     *
     * @param cell
     *            position in the snapshot
     * @param given
     *            name of the sector when the inventory says which it is
     * @param azimuth
     *            degrees, NaN for cells that cover all round or of unknown direction
     * @param allRound
     *            whether the beam width says that it covers all round
     */
    record Antenna(int cell, String site, Optional<String> given, double azimuth, boolean allRound) {
    }

    private Sectors() {
    }

    /** The sectors of all antennas, ordered by their names. */
    static List<PhysicalSector> of(List<Antenna> antennas) {
        Map<String, List<Antenna>> bySite = new TreeMap<>();
        for (Antenna antenna : antennas) {
            bySite.computeIfAbsent(antenna.site(), site -> new ArrayList<>()).add(antenna);
        }
        List<PhysicalSector> sectors = new ArrayList<>();
        bySite.forEach((site, here) -> addSite(site, here, sectors));
        sectors.sort(Comparator.comparing(PhysicalSector::id));
        return sectors;
    }

    private static void addSite(String site, List<Antenna> antennas, List<PhysicalSector> sectors) {
        Map<String, List<Antenna>> given = new TreeMap<>();
        List<Antenna> directed = new ArrayList<>();
        List<Antenna> allRound = new ArrayList<>();
        for (Antenna antenna : antennas) {
            if (antenna.given().isPresent()) {
                given.computeIfAbsent(antenna.given().get(), name -> new ArrayList<>()).add(antenna);
            } else if (!Double.isNaN(antenna.azimuth()) && !antenna.allRound()) {
                directed.add(antenna);
            } else if (antenna.allRound()) {
                allRound.add(antenna);
            } else {
                // Neither direction nor width: nothing says that it covers what another cell covers.
                sectors.add(sector(site + "/" + antenna.cell(), site, List.of(antenna)));
            }
        }
        given.forEach((name, members) -> sectors.add(sector(name, site, members)));
        if (!allRound.isEmpty()) {
            sectors.add(sector(site + "/0", site, allRound));
        }
        int number = 1;
        for (List<Antenna> members : directions(directed)) {
            sectors.add(sector(site + "/" + number++, site, members));
        }
    }

    /**
     * Groups around the circle. Each group starts at the first azimuth after a gap and reaches as far as the tolerance
     * from there, so that a group never spans more than the tolerance, however the antennas are spread; cutting at the
     * widest gap first makes the result independent of where north happens to be.
     */
    private static List<List<Antenna>> directions(List<Antenna> antennas) {
        List<List<Antenna>> groups = new ArrayList<>();
        if (antennas.isEmpty()) {
            return groups;
        }
        List<Antenna> around = new ArrayList<>(antennas);
        around.sort(Comparator.comparingDouble((Antenna antenna) -> turn(antenna.azimuth())).thenComparing(Antenna::cell));
        int start = afterWidestGap(around);
        double first = 0;
        for (int i = 0; i < around.size(); i++) {
            Antenna antenna = around.get((start + i) % around.size());
            double azimuth = turn(antenna.azimuth());
            if (groups.isEmpty() || turn(azimuth - first) > PhysicalSector.TOLERANCE) {
                groups.add(new ArrayList<>());
                first = azimuth;
            }
            groups.getLast().add(antenna);
        }
        groups.sort(Comparator.comparingDouble(group -> turn(group.getFirst().azimuth())));
        return groups;
    }

    private static int afterWidestGap(List<Antenna> around) {
        int start = 0;
        double widest = -1;
        for (int i = 0; i < around.size(); i++) {
            double before = around.get((i + around.size() - 1) % around.size()).azimuth();
            double gap = around.size() == 1 ? 360 : turn(around.get(i).azimuth() - before);
            if (gap > widest) {
                widest = gap;
                start = i;
            }
        }
        return start;
    }

    /** Degrees brought to 0 (inclusive) to 360 (exclusive). */
    private static double turn(double degrees) {
        double turned = degrees % 360;
        return turned < 0 ? turned + 360 : turned;
    }

    private static PhysicalSector sector(String id, String site, List<Antenna> members) {
        double east = 0;
        double north = 0;
        boolean directed = true;
        for (Antenna member : members) {
            directed &= !member.allRound() && !Double.isNaN(member.azimuth());
            east += Math.sin(Math.toRadians(member.azimuth()));
            north += Math.cos(Math.toRadians(member.azimuth()));
        }
        OptionalDouble azimuth = directed
                ? OptionalDouble.of(Math.rint(turn(Math.toDegrees(Math.atan2(east, north))) * 10) / 10 % 360)
                : OptionalDouble.empty();
        return new PhysicalSector(id, site, azimuth, members.stream().map(Antenna::cell).sorted().toList());
    }
}
