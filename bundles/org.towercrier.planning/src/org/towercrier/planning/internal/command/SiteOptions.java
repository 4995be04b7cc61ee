package org.towercrier.planning.internal.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.towercrier.command.UsageException;
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

    Instance read(List<Path> files) throws IOException, InstanceException {
        Coverage coverage = new Coverage();
        for (Path file : files) {
            coverage.read(file);
        }
        if (coverage.points().isEmpty()) {
            throw new UsageException("none of the files has weak points with x, y and traffic");
        }
        try {
            return new Instance("coverage", coverage.problem(parsed(), distance, share), List.of());
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
    }

    private List<Kind> parsed() {
        if (kinds.isEmpty()) {
            return Coverage.CONTEST_KINDS;
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
