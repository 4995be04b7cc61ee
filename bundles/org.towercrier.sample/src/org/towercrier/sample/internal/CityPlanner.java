package org.towercrier.sample.internal;

import static org.towercrier.model.network.CoverageScenario.CAMPUS;
import static org.towercrier.model.network.CoverageScenario.DENSE_URBAN;
import static org.towercrier.model.network.CoverageScenario.INDOOR;
import static org.towercrier.model.network.CoverageScenario.RURAL;
import static org.towercrier.model.network.CoverageScenario.SUBURBAN;
import static org.towercrier.model.network.CoverageScenario.TRANSPORT_HUB;
import static org.towercrier.model.network.CoverageScenario.URBAN;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.towercrier.model.network.CoverageScenario;
import org.towercrier.sample.internal.City.CellPlan;
import org.towercrier.sample.internal.City.District;
import org.towercrier.sample.internal.City.SitePlan;
import org.towercrier.sample.internal.City.Venue;

/** Lays out a city with a given number of cells. */
final class CityPlanner {

    private record Template(String name, CoverageScenario scenario, Profile profile, double weight) {
    }

    private static final List<Template> TEMPLATES = List.of(
            new Template("Exchange Quarter", DENSE_URBAN, Profile.WORK, 1.5),
            new Template("Central Station", TRANSPORT_HUB, Profile.HUB, 0.6),
            new Template("Saltmarket", DENSE_URBAN, Profile.NIGHT, 1.1),
            new Template("Ropewalk", URBAN, Profile.HOME, 1.4),
            new Template("University Hill", CAMPUS, Profile.CAMPUS, 0.7),
            new Template("Mill Meadows", SUBURBAN, Profile.HOME, 1.2),
            new Template("Glassworks", URBAN, Profile.WORK, 1.1),
            new Template("Arena Park", URBAN, Profile.MIXED, 0.8),
            new Template("Northmere", SUBURBAN, Profile.HOME, 1.0),
            new Template("Lantern Rise", DENSE_URBAN, Profile.MIXED, 1.2),
            new Template("Airfield", TRANSPORT_HUB, Profile.HUB, 0.4),
            new Template("Heron Fens", RURAL, Profile.VILLAGE, 0.7));
    private static final String[] PREFIXES = { "", "East ", "West ", "Upper ", "Lower ", "New ", "Old ", "Far " };
    private static final int SITES_PER_DISTRICT = 25;
    private static final double GOLDEN_ANGLE = 2.399963229728653;
    private static final double INDOOR_SHARE = 0.07;

    private final Noise noise;

    CityPlanner(long seed) {
        this.noise = new Noise(seed).stream("city");
    }

    City plan(int cellCount) {
        List<District> districts = layOut(districts(cellCount));
        List<SitePlan> sites = new ArrayList<>();
        List<CellPlan> cells = new ArrayList<>();
        for (SitePlan site : allSites(districts)) {
            if (cells.size() >= cellCount) {
                break;
            }
            sites.add(site);
            addCells(site, cells, cellCount);
        }
        return new City(districts, List.copyOf(sites), List.copyOf(cells), venues(districts));
    }

    private List<District> districts(int cellCount) {
        double expectedSites = cellCount / 7.5 + 1;
        int count = Math.clamp(Math.round(4 + expectedSites / SITES_PER_DISTRICT), 4,
                TEMPLATES.size() * PREFIXES.length);
        double weights = 0;
        for (int i = 0; i < count; i++) {
            weights += TEMPLATES.get(i % TEMPLATES.size()).weight();
        }
        List<District> districts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Template template = TEMPLATES.get(i % TEMPLATES.size());
            // Twice as many places as are expected to be needed: the cells asked for must fit in any case.
            int sites = (int) Math.ceil(2 * expectedSites * template.weight() / weights) + 1;
            double radius = 0.75 * spacing(template.scenario()) * StrictMath.sqrt(sites / 2.0 / Math.PI) * 1.25;
            districts.add(new District(i, PREFIXES[i / TEMPLATES.size()] + template.name(), template.scenario(),
                    template.profile(), noise.between(i, 1, 0.0, 0.07), 0, 0, radius, sites));
        }
        return districts;
    }

    /** Places the districts on a spiral, each as near to the centre as there is room. */
    private static List<District> layOut(List<District> districts) {
        List<District> placed = new ArrayList<>();
        for (District district : districts) {
            double angle = district.number() * GOLDEN_ANGLE;
            double distance = 0;
            District candidate = district.at(0, 0);
            while (overlaps(candidate, placed)) {
                distance += district.radius() / 8;
                candidate = district.at(distance * StrictMath.cos(angle), distance * StrictMath.sin(angle));
            }
            placed.add(candidate);
        }
        return List.copyOf(placed);
    }

    private static boolean overlaps(District candidate, List<District> placed) {
        for (District other : placed) {
            double east = candidate.east() - other.east();
            double north = candidate.north() - other.north();
            double room = 0.92 * (candidate.radius() + other.radius());
            if (east * east + north * north < room * room) {
                return true;
            }
        }
        return false;
    }

    /** Metres between neighbouring sites. */
    private static double spacing(CoverageScenario scenario) {
        return switch (scenario) {
            case DENSE_URBAN -> 380;
            case TRANSPORT_HUB, CAMPUS -> 480;
            case URBAN -> 620;
            case SUBURBAN -> 1_200;
            case RURAL -> 3_200;
            case INDOOR -> 300;
        };
    }

    /** Sites of all districts, mixed so that any number of them from the start is a city of the same composition. */
    private List<SitePlan> allSites(List<District> districts) {
        record Place(double order, District district, int number) {
        }
        List<Place> places = new ArrayList<>();
        for (District district : districts) {
            for (int k = 0; k < district.sites(); k++) {
                places.add(new Place((k + 0.5) / district.sites(), district, k));
            }
        }
        places.sort(Comparator.comparingDouble(Place::order).thenComparing(place -> place.district().number()));
        List<SitePlan> sites = new ArrayList<>();
        for (Place place : places) {
            sites.add(site(sites.size(), place.district(), place.number()));
        }
        return sites;
    }

    /** Sunflower pattern with some disorder: even, and without visible rows. */
    private SitePlan site(int number, District district, int k) {
        double distance = district.radius() * StrictMath.sqrt((k + 0.5) / (district.sites() / 2.0 + 1)) * 0.72;
        double angle = k * GOLDEN_ANGLE;
        double disorder = spacing(district.scenario()) * 0.18;
        double east = district.east() + distance * StrictMath.cos(angle) + disorder * noise.bell(number, 10);
        double north = district.north() + distance * StrictMath.sin(angle) + disorder * noise.bell(number, 11);
        boolean mayBeIndoor = district.scenario() != RURAL && district.scenario() != SUBURBAN;
        boolean indoor = mayBeIndoor && noise.unit(number, 12) < INDOOR_SHARE;
        String name = district.name() + " " + (k + 1) + (indoor ? " Arcade" : "");
        return new SitePlan(number, name, district, indoor ? INDOOR : district.scenario(),
                profile(number, district), east, north, indoor);
    }

    /** Most sites of a district share its rhythm, some differ: there are flats among offices. */
    private Profile profile(int number, District district) {
        double pick = noise.unit(number, 13);
        if (pick < 0.72 || district.profile() == Profile.VILLAGE) {
            return district.profile();
        }
        return pick < 0.86 ? Profile.MIXED : pick < 0.94 ? Profile.HOME : Profile.WORK;
    }

    private void addCells(SitePlan site, List<CellPlan> cells, int cellCount) {
        double turn = noise.between(site.number(), 20, 0, 120);
        double height = height(site);
        List<Layer> layers = layers(site);
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            int sectors = site.indoor() ? 1 : 3;
            for (int s = 0; s < sectors; s++) {
                if (cells.size() >= cellCount) {
                    return;
                }
                int sector = site.indoor() ? 0 : s + 1;
                int local = (l + 1) * 10 + sector;
                // Antennas of one sector are mounted a few degrees apart, well within one physical sector.
                double azimuth = Math.rint((turn + s * 120 + noise.between(site.number(), 30 + local, -4, 4)) % 360);
                cells.add(cell(cells.size(), site, sector, local, layer, (azimuth + 360) % 360, height));
            }
        }
    }

    private double height(SitePlan site) {
        double low = site.indoor() ? 3 : site.scenario() == RURAL ? 35 : 22;
        double high = site.indoor() ? 5 : site.scenario() == RURAL ? 60 : 38;
        return Math.rint(noise.between(site.number(), 21, low, high));
    }

    private List<Layer> layers(SitePlan site) {
        List<Layer> layers = new ArrayList<>();
        int n = site.number();
        switch (site.scenario()) {
            case INDOOR -> {
                layers.add(Layer.TDD_40);
                addSometimes(layers, Layer.NR_41, 0.3, n);
            }
            case DENSE_URBAN, TRANSPORT_HUB -> {
                layers.add(Layer.TDD_41A);
                addSometimes(layers, Layer.TDD_41B, 0.6, n);
                addSometimes(layers, Layer.FDD_3, 0.5, n);
                addSometimes(layers, Layer.NR_41, 0.45, n);
                addSometimes(layers, Layer.GSM_900, 0.3, n);
            }
            case URBAN, CAMPUS -> {
                layers.add(Layer.TDD_41A);
                addSometimes(layers, Layer.TDD_39, 0.45, n);
                addSometimes(layers, Layer.FDD_3, 0.45, n);
                addSometimes(layers, Layer.NR_41, 0.25, n);
                addSometimes(layers, Layer.GSM_900, 0.35, n);
                addSometimes(layers, Layer.TDS_34, 0.04, n);
            }
            case SUBURBAN -> {
                layers.add(Layer.TDD_39);
                addSometimes(layers, Layer.FDD_8, 0.5, n);
                addSometimes(layers, Layer.GSM_900, 0.3, n);
            }
            case RURAL -> {
                layers.add(Layer.FDD_8);
                addSometimes(layers, Layer.TDD_39, 0.25, n);
                addSometimes(layers, Layer.GSM_900, 0.5, n);
            }
        }
        return layers;
    }

    private void addSometimes(List<Layer> layers, Layer layer, double share, int site) {
        if (noise.unit(site, 100 + layer.ordinal()) < share) {
            layers.add(layer);
        }
    }

    private CellPlan cell(int number, SitePlan site, int sector, int local, Layer layer, double azimuth,
            double height) {
        boolean badRadio = layer.packet() && noise.unit(number, 40) < 0.025;
        double efficiency = badRadio ? noise.between(number, 41, 0.34, 0.45) : noise.between(number, 41, 0.85, 1.1);
        double power = site.indoor() ? 30 : layer == Layer.NR_41 ? 53 : layer.packet() ? 46 : 43;
        double[] sizes = { 1_450, 620, 620, 480, 185 };
        double size = sizes[noise.index(number, 42, sizes.length)] * noise.between(number, 43, 0.88, 1.12);
        double uplink = noise.between(number, 44, 0.06, 0.15);
        return new CellPlan(number, site.id() + "-" + local, site, sector, local, layer, site.indoor() ? 0 : azimuth,
                height, power, peak(number, site.scenario()) * (badRadio ? 0.75 : 1), efficiency, size, uplink);
    }

    /** Most cells have room; a few are full at their busy hour every day. */
    private double peak(int number, CoverageScenario scenario) {
        double usual;
        double full;
        switch (scenario) {
            case DENSE_URBAN, TRANSPORT_HUB -> {
                usual = 0.36;
                full = 0.05;
            }
            case URBAN, CAMPUS, INDOOR -> {
                usual = 0.31;
                full = 0.03;
            }
            case SUBURBAN -> {
                usual = 0.25;
                full = 0.015;
            }
            default -> {
                usual = 0.17;
                full = 0.01;
            }
        }
        if (noise.unit(number, 50) < full) {
            return noise.between(number, 51, 0.88, 1.15);
        }
        return Math.min(0.56, usual * StrictMath.exp(0.32 * noise.bell(number, 52)));
    }

    private static List<Venue> venues(List<District> districts) {
        List<Venue> venues = new ArrayList<>();
        for (District district : districts) {
            String name = district.name();
            if (name.endsWith("Arena Park") || districts.size() < 8 && district.number() == 3) {
                venues.add(new Venue(name + " Stadium", Profile.MIXED, district.east(), district.north(), 700));
            } else if (district.profile() == Profile.NIGHT) {
                venues.add(new Venue(name + " Concert Hall", Profile.NIGHT, district.east(), district.north(), 320));
            }
        }
        return List.copyOf(venues);
    }
}
