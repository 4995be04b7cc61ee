package org.towercrier.ui.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.towercrier.ui.map.MapCells;
import org.towercrier.ui.map.MapPoints;
import org.towercrier.ui.map.MapPolygon;

/** A made-up city for trying out widgets: towns of different size, three sectors a site, one to four carriers each. */
public final class DemoCity {

    private static final double LONGITUDE = 104.06;
    private static final double LATITUDE = 30.66;

    private final Random random = new Random(7);
    private final MapCells cells;
    private final byte[] severities;
    private final float[] usage;

    public DemoCity(int count) {
        double[] lon = new double[count];
        double[] lat = new double[count];
        float[] azimuth = new float[count];
        float[] beam = new float[count];
        float[] radius = new float[count];
        String[] id = new String[count];
        String[] label = new String[count];
        String[] site = new String[count];
        severities = new byte[count];
        usage = new float[count];
        int towns = Math.max(3, count / 2000);
        double[][] middle = new double[towns][];
        for (int t = 0; t < towns; t++) {
            double away = t == 0 ? 0 : 0.15 + 0.02 * t * random.nextDouble();
            double direction = random.nextDouble() * 2 * Math.PI;
            middle[t] = new double[]{ LONGITUDE + away * Math.cos(direction) * 1.15,
                    LATITUDE + away * Math.sin(direction), t == 0 ? 0.05 : 0.012 + 0.02 * random.nextDouble() };
        }
        int cell = 0;
        for (int s = 0; cell < count; s++) {
            double[] town = middle[random.nextInt(10) < 6 ? 0 : random.nextInt(towns)];
            double x = town[0] + random.nextGaussian() * town[2] * 1.15;
            double y = town[1] + random.nextGaussian() * town[2];
            int carriers = 1 + random.nextInt(3);
            int turn = random.nextInt(120);
            boolean indoor = random.nextInt(12) == 0;
            double load = 28 + 40 * Math.exp(-Math.hypot(x - LONGITUDE, y - LATITUDE) / 0.08);
            for (int sector = 0; sector < (indoor ? 1 : 3); sector++) {
                double sectorLoad = load + random.nextGaussian() * 16;
                for (int carrier = 0; carrier < carriers && cell < count; carrier++) {
                    lon[cell] = x;
                    lat[cell] = y;
                    azimuth[cell] = indoor ? Float.NaN : turn + 120 * sector;
                    beam[cell] = indoor ? 360 : 65;
                    radius[cell] = indoor ? 80 : 260;
                    id[cell] = "460-00-" + (100000 + s) + "-" + (10 * sector + carrier);
                    site[cell] = "Site " + (1000 + s);
                    label[cell] = site[cell] + " \u00B7 " + (indoor ? "indoor" : "sector " + (sector + 1)) + " \u00B7 F"
                            + (carrier + 1);
                    usage[cell] = random.nextInt(60) == 0 ? Float.NaN
                            : (float) Math.clamp(sectorLoad + random.nextGaussian() * 6, 1, 99);
                    severities[cell] = (byte) (Float.isNaN(usage[cell]) ? 4
                            : usage[cell] > 92 ? 0 : usage[cell] > 87 ? 1 : usage[cell] > 83 ? 2 : usage[cell] > 80 ? 3
                                    : random.nextInt(200) == 0 ? 5 : -1);
                    cell++;
                }
            }
        }
        cells = new MapCells(lon, lat, azimuth, beam, radius, id, label, site);
    }

    public MapCells cells() {
        return cells;
    }

    public byte[] severities() {
        return severities;
    }

    /** Use of resource blocks in per cent. */
    public float[] usage() {
        return usage;
    }

    /** Access points around the middle. */
    public MapPoints accessPoints(int count) {
        double[] lon = new double[count];
        double[] lat = new double[count];
        byte[] series = new byte[count];
        String[] id = new String[count];
        String[] label = new String[count];
        for (int i = 0; i < count; i++) {
            lon[i] = LONGITUDE + random.nextGaussian() * 0.03;
            lat[i] = LATITUDE + random.nextGaussian() * 0.03;
            series[i] = 2;
            id[i] = "AP-" + i;
            label[i] = "Access point " + i;
        }
        return new MapPoints(lon, lat, series, id, label);
    }

    /** Districts as rings around the middle, parted by rays. */
    public List<MapPolygon> districts() {
        double[] radii = { 0.045, 0.12, 0.24 };
        int[] parts = { 1, 5, 7 };
        List<MapPolygon> districts = new ArrayList<>();
        double inner = 0;
        for (int ring = 0; ring < radii.length; ring++) {
            for (int part = 0; part < parts[ring]; part++) {
                districts.add(district(ring, part, parts[ring], inner, radii[ring]));
            }
            inner = radii[ring];
        }
        return districts;
    }

    private static MapPolygon district(int ring, int part, int parts, double inner, double outer) {
        int steps = 360 / parts;
        List<double[]> points = new ArrayList<>();
        int from = 360 * part / parts;
        for (int i = 0; i <= steps; i++) {
            points.add(at(from + i, outer));
        }
        for (int i = steps; i >= 0 && inner > 0; i--) {
            points.add(at(from + i, inner));
        }
        double[] flat = new double[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            flat[2 * i] = points.get(i)[0];
            flat[2 * i + 1] = points.get(i)[1];
        }
        String[] names = { "Old Town", "Jade Gate", "North Lake", "River Bend", "Tech Park", "Hibiscus", "Pine Hill",
                "West Fields", "Mill Brook", "Twin Pagodas", "East Ford", "Bamboo Grove", "South Orchard" };
        int number = ring == 0 ? 0 : ring == 1 ? 1 + part : 6 + part;
        return new MapPolygon("d" + number, names[number], List.of(flat));
    }

    private static double[] at(int degrees, double radius) {
        double a = Math.toRadians(degrees);
        double wobble = radius * (1 + 0.07 * Math.sin(3 * a + radius * 20) + 0.035 * Math.sin(11 * a)
                + 0.012 * Math.sin(37 * a));
        return new double[]{ LONGITUDE + wobble * Math.cos(a) * 1.15, LATITUDE + wobble * Math.sin(a) };
    }
}
