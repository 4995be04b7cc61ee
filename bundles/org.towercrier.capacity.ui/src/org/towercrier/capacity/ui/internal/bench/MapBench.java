package org.towercrier.capacity.ui.internal.bench;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import org.eclipse.swt.SWTError;
import org.eclipse.swt.widgets.Display;
import org.osgi.service.component.annotations.Component;
import org.towercrier.command.SkippedException;
import org.towercrier.command.bench.BenchCase;
import org.towercrier.command.bench.BenchContext;
import org.towercrier.command.bench.BenchInfo;
import org.towercrier.command.bench.BenchResult;
import org.towercrier.command.bench.BenchScale;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.map.CellColouring;
import org.towercrier.ui.map.CellLayer;
import org.towercrier.ui.map.MapBenchmark;
import org.towercrier.ui.map.MapCells;
import org.towercrier.ui.theme.Theme;

/** Times the slowest frame of a flight over 100,000 cells, from the whole country down to a street. */
@Component(service = BenchCase.class)
public final class MapBench implements BenchCase {

    private static final int WIDTH = 1_600;
    private static final int HEIGHT = 900;
    private static final int FRAMES = 120;
    private static final int SEVERITIES = 4;

    @Override
    public BenchInfo info() {
        return BenchInfo.of("map-100k-frame-ms", "slowest frame of the map while flying over all cells", "ms",
                BenchInfo.Goal.atMost(50));
    }

    @Override
    public BenchResult run(BenchContext context) throws Exception {
        int cells = context.scale() == BenchScale.FULL ? 100_000 : 10_000;
        Display display;
        try {
            display = new Display();
        } catch (SWTError | UnsatisfiedLinkError noWindow) {
            throw new SkippedException("no display: " + noWindow.getMessage());
        }
        try {
            CellLayer layer = new CellLayer(UiMessages.of(Locale.ENGLISH));
            layer.setCells(scattered(cells), severities(cells));
            MapBenchmark.FrameTimes times = MapBenchmark.run(display, List.of(layer),
                    MapBenchmark.tour(layer.bounds(), WIDTH, HEIGHT, FRAMES), Theme.LIGHT);
            return new BenchResult(times.worst(), String.format(Locale.ROOT, "%,d cells, %d × %d pixels, %d frames, median %.1f ms",
                    cells, WIDTH, HEIGHT, times.frames(), times.median()));
        } finally {
            display.dispose();
        }
    }

    /** Three-sector sites, dense in the middle and thin at the edge, as cities are. */
    private static MapCells scattered(int n) {
        SplittableRandom random = new SplittableRandom(1);
        double[] longitude = new double[n];
        double[] latitude = new double[n];
        float[] azimuth = new float[n];
        float[] beam = new float[n];
        float[] radius = new float[n];
        String[] id = new String[n];
        String[] site = new String[n];
        for (int i = 0; i < n; i++) {
            if (i % 3 == 0) {
                double distance = 0.6 * random.nextDouble() * random.nextDouble();
                double angle = 2 * Math.PI * random.nextDouble();
                longitude[i] = 11 + distance * Math.cos(angle);
                latitude[i] = 48 + 0.7 * distance * Math.sin(angle);
            } else {
                longitude[i] = longitude[i - 1];
                latitude[i] = latitude[i - 1];
            }
            azimuth[i] = i % 3 * 120f;
            beam[i] = 65;
            radius[i] = Float.NaN;
            id[i] = "cell-" + i;
            site[i] = "site-" + i / 3;
        }
        return new MapCells(longitude, latitude, azimuth, beam, radius, id, id, site);
    }

    private static CellColouring severities(int n) {
        SplittableRandom random = new SplittableRandom(2);
        byte[] severity = new byte[n];
        for (int i = 0; i < n; i++) {
            severity[i] = (byte) (random.nextInt(10) == 0 ? random.nextInt(SEVERITIES) : -1);
        }
        return new CellColouring.BySeverity(severity);
    }
}
