package org.towercrier.planning.internal.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.towercrier.command.RefusedException;
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
        Optional<String> obstacle = coverage.obstacle();
        if (obstacle.isPresent()) {
            throw new RefusedException(files.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ": " + obstacle.get());
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
            if (parts.length != 3) {
                throw new UsageException("--site is NAME:RADIUS:COST, not " + text);
            }
            try {
                list.add(new Kind(parts[0], Double.parseDouble(parts[1]), Double.parseDouble(parts[2])));
            } catch (NumberFormatException wrong) {
                throw new UsageException("--site is NAME:RADIUS:COST, not " + text);
            } catch (IllegalArgumentException wrong) {
                throw new UsageException("--site " + text + ": " + wrong.getMessage());
            }
        }
        return list;
    }
}
