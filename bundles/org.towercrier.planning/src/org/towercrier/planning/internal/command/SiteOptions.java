package org.towercrier.planning.internal.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.towercrier.command.UsageException;
import org.towercrier.planning.SitePlanning;
import org.towercrier.planning.SitePlanning.Area;
import org.towercrier.planning.SitePlanning.Kind;
import org.towercrier.planning.internal.instance.Coverage;
import org.towercrier.planning.internal.instance.Instance;
import org.towercrier.planning.internal.instance.InstanceException;

/**
 * The rules of a site planning problem, which its tables do not say. Those of the 2022 MathorCup contest when nothing is said.
 *
 * @param share
 *            of the traffic to cover
 * @param distance
 *            that any two sites are more than apart
 * @param kinds
 *            as {@code NAME:RADIUS:COST}
 */
record SiteOptions(double share, double distance, List<String> kinds) {

    static final double SHARE = 0.9;
    static final double DISTANCE = 10;
    private static final int GRID = 2499;
    private static final List<Kind> USUAL = List.of(new Kind("macro", 30, 10), new Kind("micro", 10, 1));

    Instance read(List<Path> files) throws IOException, InstanceException {
        Coverage coverage = new Coverage();
        for (Path file : files) {
            coverage.read(file);
        }
        if (coverage.points().isEmpty()) {
            throw new UsageException("none of the files has weak points with x, y and traffic");
        }
        int right = Math.max(GRID, coverage.points().stream().mapToInt(SitePlanning.Point::x).max().orElse(0));
        int top = Math.max(GRID, coverage.points().stream().mapToInt(SitePlanning.Point::y).max().orElse(0));
        int left = Math.min(0, coverage.points().stream().mapToInt(SitePlanning.Point::x).min().orElse(0));
        int bottom = Math.min(0, coverage.points().stream().mapToInt(SitePlanning.Point::y).min().orElse(0));
        try {
            return new Instance("coverage", new SitePlanning(coverage.points(), coverage.sites(), parsed(), distance, share,
                    new Area(left, bottom, right, top)), List.of());
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
    }

    private List<Kind> parsed() {
        if (kinds.isEmpty()) {
            return USUAL;
        }
        List<Kind> list = new ArrayList<>();
        for (String text : kinds) {
            String[] parts = text.split(":");
            try {
                list.add(new Kind(parts[0], Double.parseDouble(parts[1]), Double.parseDouble(parts[2])));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException wrong) {
                throw new UsageException("--site is NAME:RADIUS:COST, not " + text);
            }
        }
        return list;
    }
}
