package org.towercrier.planning.internal.instance;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.towercrier.planning.SitePlanning;
import org.towercrier.planning.SitePlanning.Area;
import org.towercrier.planning.SitePlanning.Kind;
import org.towercrier.planning.SitePlanning.Point;
import org.towercrier.planning.SitePlanning.Position;

/**
 * Tables of weak points ({@code x,y,traffic}) and of existing sites ({@code x,y}, any further columns), told apart by their headings.
 */
public final class Coverage {

    private static final Set<String> X = Set.of("x", "x坐标", "x坐標", "横坐标", "橫坐標", "x座標");
    private static final Set<String> Y = Set.of("y", "y坐标", "y坐標", "纵坐标", "縱坐標", "y座標");
    private static final Set<String> TRAFFIC = Set.of("traffic", "weight", "demand", "volume", "业务量", "話務量", "话务量");

    /** As in the 2022 MathorCup contest. */
    public static final double CONTEST_SHARE = 0.9;
    /** As in the 2022 MathorCup contest, in grid units. */
    public static final double CONTEST_DISTANCE = 10;
    /** As in the 2022 MathorCup contest. */
    public static final List<Kind> CONTEST_KINDS = List.of(new Kind("macro", 30, 10), new Kind("micro", 10, 1));
    private static final int CONTEST_GRID = 2499;
    /** Grid points that are planned over at once. */
    private static final long MOST_CELLS = 40_000_000;
    private static final double MOST_TRAFFIC = 1e12;

    private final List<Point> points = new ArrayList<>();
    private final List<Position> sites = new ArrayList<>();

    /** Reads one more table. */
    public void read(Path file) throws IOException, InstanceException {
        List<String> lines = lines(file);
        if (lines.isEmpty()) {
            throw new InstanceException(file, 1, "the file is empty");
        }
        String heading = lines.getFirst().replace("\uFEFF", "");
        String delimiter = delimiter(heading);
        String[] headings = cells(heading, delimiter);
        int x = column(headings, X);
        int y = column(headings, Y);
        int traffic = column(headings, TRAFFIC);
        if (x < 0 || y < 0) {
            throw new InstanceException(file, 1, "columns x and y are expected, and traffic for weak points");
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            String[] cells = cells(lines.get(i), delimiter);
            if (cells.length > headings.length) {
                throw new InstanceException(file, i + 1, cells.length + " values under " + headings.length + " headings");
            }
            int atX = whole(file, i + 1, cells, x, "x");
            int atY = whole(file, i + 1, cells, y, "y");
            if (traffic < 0) {
                sites.add(new Position(atX, atY));
            } else {
                double amount = number(file, i + 1, cells, traffic, "traffic");
                if (amount < 0) {
                    throw new InstanceException(file, i + 1, "traffic is negative: " + amount);
                }
                if (amount > MOST_TRAFFIC) {
                    throw new InstanceException(file, i + 1, "traffic is beyond " + MOST_TRAFFIC + ": " + amount);
                }
                points.add(new Point(atX, atY, amount));
            }
        }
    }

    /** The problem of the contest the tables come from: its radii, costs, distance, share and grid. */
    public SitePlanning contest() {
        return problem(CONTEST_KINDS, CONTEST_DISTANCE, CONTEST_SHARE);
    }

    /**
     * The problem over the contest's grid, larger if points lie outside and still near, or over the rectangle of the points if they lie elsewhere.
     * New sites stand where they can reach a point: others would cover nothing.
     */
    public SitePlanning problem(List<Kind> kinds, double distance, double share) {
        Area own = rectangle();
        Area grid = new Area(Math.min(0, own.left()), Math.min(0, own.bottom()), Math.max(CONTEST_GRID, own.right()),
                Math.max(CONTEST_GRID, own.top()));
        if (cells(grid) > MOST_CELLS) {
            grid = own;
        }
        int reach = (int) Math.ceil(kinds.stream().mapToDouble(Kind::radius).max().orElse(0));
        Area area = new Area(Math.max(grid.left(), own.left() - reach), Math.max(grid.bottom(), own.bottom() - reach),
                Math.min(grid.right(), own.right() + reach), Math.min(grid.top(), own.top() + reach));
        return new SitePlanning(points, sites, kinds, distance, share, area);
    }

    private Area rectangle() {
        return new Area(points.stream().mapToInt(Point::x).min().orElse(0), points.stream().mapToInt(Point::y).min().orElse(0),
                points.stream().mapToInt(Point::x).max().orElse(0), points.stream().mapToInt(Point::y).max().orElse(0));
    }

    private static long cells(Area area) {
        return (area.right() - area.left() + 1L) * (area.top() - area.bottom() + 1L);
    }

    /** Why these tables make no problem: there is nothing to cover, or it is spread too widely. */
    public Optional<String> obstacle() {
        if (points.isEmpty()) {
            return Optional.of("none of the files has weak points with x, y and traffic");
        }
        if (points.stream().noneMatch(point -> point.traffic() > 0)) {
            return Optional.of("no weak point has any traffic");
        }
        Area own = rectangle();
        if (cells(own) > MOST_CELLS) {
            return Optional.of("the weak points are spread over a grid of " + (own.right() - own.left() + 1L) + " by "
                    + (own.top() - own.bottom() + 1L) + " points; up to " + MOST_CELLS + " in all can be planned");
        }
        return Optional.empty();
    }

    public List<Point> points() {
        return points;
    }

    /** In UTF-8, or as tables from China often are. */
    private static List<String> lines(Path file) throws IOException, InstanceException {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUnicode) {
            try {
                return Files.readAllLines(file, Charset.forName("GB18030"));
            } catch (CharacterCodingException notChinese) {
                throw new InstanceException(file, 1, "this is not a text in UTF-8 or GB18030");
            }
        }
    }

    /** The first of those usual ones that stands in the headings. */
    private static String delimiter(String headings) {
        return Stream.of("\t", ";", ",").filter(headings::contains).findFirst().orElse(",");
    }

    private static String[] cells(String line, String delimiter) {
        return Arrays.stream(line.split(delimiter, -1)).map(cell -> cell.strip().replaceAll("^\"|\"$", "")).toArray(String[]::new);
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
