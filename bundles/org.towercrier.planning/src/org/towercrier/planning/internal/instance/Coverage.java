package org.towercrier.planning.internal.instance;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.towercrier.planning.SitePlanning;
import org.towercrier.planning.SitePlanning.Area;
import org.towercrier.planning.SitePlanning.Kind;
import org.towercrier.planning.SitePlanning.Point;
import org.towercrier.planning.SitePlanning.Position;

/**
 * Tables of weak points ({@code x,y,traffic}) and of existing sites ({@code x,y}, any further columns), told apart by their headings.
 */
public final class Coverage {

    private static final Set<String> TRAFFIC = Set.of("traffic", "weight", "demand", "volume", "业务量", "話務量", "话务量");

    /** As in the 2022 MathorCup contest. */
    public static final double CONTEST_SHARE = 0.9;
    /** As in the 2022 MathorCup contest, in grid units. */
    public static final double CONTEST_DISTANCE = 10;
    /** As in the 2022 MathorCup contest. */
    public static final List<Kind> CONTEST_KINDS = List.of(new Kind("macro", 30, 10), new Kind("micro", 10, 1));
    private static final int CONTEST_GRID = 2499;

    private final List<Point> points = new ArrayList<>();
    private final List<Position> sites = new ArrayList<>();

    /** Reads one more table. */
    public void read(Path file) throws IOException, InstanceException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUnicode) {
            throw new InstanceException(file, 1, "this is not a text in UTF-8");
        }
        if (lines.isEmpty()) {
            throw new InstanceException(file, 1, "the file is empty");
        }
        String[] headings = cells(lines.getFirst().replace("\uFEFF", ""));
        int x = column(headings, Set.of("x"));
        int y = column(headings, Set.of("y"));
        int traffic = column(headings, TRAFFIC);
        if (x < 0 || y < 0) {
            throw new InstanceException(file, 1, "columns x and y are expected, and traffic for weak points");
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            String[] cells = cells(lines.get(i));
            int atX = whole(file, i + 1, cells, x, "x");
            int atY = whole(file, i + 1, cells, y, "y");
            if (traffic < 0) {
                sites.add(new Position(atX, atY));
            } else {
                double amount = number(file, i + 1, cells, traffic, "traffic");
                if (amount < 0) {
                    throw new InstanceException(file, i + 1, "traffic is negative: " + amount);
                }
                points.add(new Point(atX, atY, amount));
            }
        }
    }

    /** The problem of the contest the tables come from: its radii, costs, distance, share and grid. */
    public SitePlanning contest() {
        return problem(CONTEST_KINDS, CONTEST_DISTANCE, CONTEST_SHARE);
    }

    /** The problem over the contest's grid, or a larger one if points lie outside. */
    public SitePlanning problem(List<Kind> kinds, double distance, double share) {
        Area area = new Area(Math.min(0, points.stream().mapToInt(Point::x).min().orElse(0)),
                Math.min(0, points.stream().mapToInt(Point::y).min().orElse(0)),
                Math.max(CONTEST_GRID, points.stream().mapToInt(Point::x).max().orElse(0)),
                Math.max(CONTEST_GRID, points.stream().mapToInt(Point::y).max().orElse(0)));
        return new SitePlanning(points, sites, kinds, distance, share, area);
    }

    public List<Point> points() {
        return points;
    }

    private static String[] cells(String line) {
        return Arrays.stream(line.split("[,;\t]", -1)).map(cell -> cell.strip().replaceAll("^\"|\"$", "")).toArray(String[]::new);
    }

    private static int column(String[] headings, Set<String> names) {
        for (int i = 0; i < headings.length; i++) {
            if (names.contains(headings[i].toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return -1;
    }

    private static int whole(Path file, int line, String[] cells, int column, String what) throws InstanceException {
        double value = number(file, line, cells, column, what);
        if (value != Math.rint(value) || Math.abs(value) > 1_000_000) {
            throw new InstanceException(file, line, what + " must be a grid point: " + value);
        }
        return (int) value;
    }

    private static double number(Path file, int line, String[] cells, int column, String what) throws InstanceException {
        if (column >= cells.length) {
            throw new InstanceException(file, line, "there is no " + what);
        }
        try {
            double value = Double.parseDouble(cells[column]);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw new InstanceException(file, line, what + " is not a number: " + cells[column]);
        }
        throw new InstanceException(file, line, what + " is not a number: " + cells[column]);
    }
}
