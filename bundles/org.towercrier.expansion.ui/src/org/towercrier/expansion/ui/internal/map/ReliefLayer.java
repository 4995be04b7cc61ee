package org.towercrier.expansion.ui.internal.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.towercrier.expansion.CandidateSites.Candidate;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.hints.Hint;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.map.LegendEntry;
import org.towercrier.ui.map.MapBounds;
import org.towercrier.ui.map.MapHit;
import org.towercrier.ui.map.MapLayer;
import org.towercrier.ui.map.MapPlace;
import org.towercrier.ui.map.Mercator;
import org.towercrier.ui.map.PaintContext;
import org.towercrier.ui.map.ValueScale;
import org.towercrier.ui.map.Viewport;

/**
 * What a plan does, as discs whose area is the relief and whose colour is the share of the demand relieved; what it could do and does not,
 * as small hollow squares set on their corner. Sectors of a site stand around it as their antennas look.
 */
final class ReliefLayer implements MapLayer {

    /** Distance of a sector's mark from its site, pixels. */
    private static final int AWAY = 30;
    private static final int LEAST = 5;
    private static final int MOST = 20;
    private static final int CANDIDATE = 5;
    /** Half the width of a listed site. */
    private static final int SITE = 7;
    /** A mark is hit a little beside it too. */
    private static final int SLACK = 2;
    private static final int MOST_LINES = 6;
    private static final double PERCENT = 100;

    private final Texts texts;
    private final NumberFormats numbers;
    private List<ReliefMark> marks = List.of();
    private List<Candidate> candidates = List.of();
    private double greatest;
    private MapBounds bounds = MapBounds.NONE;
    private Runnable repaint = () -> {};

    ReliefLayer(Locale locale) {
        texts = new Texts(locale);
        numbers = NumberFormats.of(locale);
    }

    Texts texts() {
        return texts;
    }

    /** Shows other marks, the greatest first, and the sites that people listed as possible. */
    void show(List<ReliefMark> newMarks, List<Candidate> newCandidates) {
        marks = List.copyOf(newMarks);
        candidates = List.copyOf(newCandidates);
        greatest = marks.stream().mapToDouble(ReliefMark::relief).max().orElse(0);
        bounds = MapBounds.NONE;
        marks.forEach(mark -> bounds = bounds.join(at(mark)));
        candidates.forEach(site -> bounds = bounds.join(at(site)));
        repaint.run();
    }

    private static MapBounds at(ReliefMark mark) {
        return MapBounds.at(Mercator.x(mark.longitude()), Mercator.y(mark.latitude()));
    }

    private static MapBounds at(Candidate site) {
        return MapBounds.at(Mercator.x(site.longitude()), Mercator.y(site.latitude()));
    }

    /** The listed site nearest to a place on the screen, when it is there. */
    Optional<Candidate> candidateAt(MapPlace place) {
        Viewport viewport = place.viewport();
        return candidateAt(viewport, viewport.screenX(Mercator.x(place.longitude())), viewport.screenY(Mercator.y(place.latitude())));
    }

    private Optional<Candidate> candidateAt(Viewport viewport, double px, double py) {
        return candidates.stream().filter(site -> away(site, viewport, px, py) <= SITE + SLACK)
                .min((one, other) -> Double.compare(away(one, viewport, px, py), away(other, viewport, px, py)));
    }

    private static double away(Candidate site, Viewport viewport, double px, double py) {
        return Math.hypot(viewport.screenX(Mercator.x(site.longitude())) - px, viewport.screenY(Mercator.y(site.latitude())) - py);
    }

    @Override
    public void attach(Runnable newRepaint) {
        repaint = newRepaint;
    }

    private int x(ReliefMark mark, Viewport viewport) {
        double away = Double.isNaN(mark.azimuth()) ? 0 : AWAY * Math.sin(Math.toRadians(mark.azimuth()));
        return (int) Math.round(viewport.screenX(Mercator.x(mark.longitude())) + away);
    }

    private int y(ReliefMark mark, Viewport viewport) {
        double away = Double.isNaN(mark.azimuth()) ? 0 : -AWAY * Math.cos(Math.toRadians(mark.azimuth()));
        return (int) Math.round(viewport.screenY(Mercator.y(mark.latitude())) + away);
    }

    private int radius(ReliefMark mark) {
        return mark.chosen() ? (int) Math.round(LEAST + (MOST - LEAST) * Math.sqrt(greatest > 0 ? mark.relief() / greatest : 0))
                : CANDIDATE;
    }

    @Override
    public void paint(PaintContext context) {
        GC gc = context.gc();
        gc.setLineWidth(1);
        for (int i = marks.size() - 1; i >= 0; i--) {
            if (!marks.get(i).chosen()) {
                paintCandidate(context, marks.get(i));
            }
        }
        for (ReliefMark mark : marks) {
            if (mark.chosen()) {
                paintChosen(context, mark);
            }
        }
        gc.setLineWidth(1);
        candidates.forEach(site -> paintSite(context, site));
    }

    /** A listed site is a triangle, standing on the ground where it would be built. */
    private static void paintSite(PaintContext context, Candidate site) {
        GC gc = context.gc();
        int x = (int) Math.round(context.viewport().screenX(Mercator.x(site.longitude())));
        int y = (int) Math.round(context.viewport().screenY(Mercator.y(site.latitude())));
        int[] corners = { x, y - SITE, x + SITE, y + SITE - 2, x - SITE, y + SITE - 2 };
        gc.setBackground(context.theme().background());
        gc.setForeground(context.theme().accent());
        gc.setLineWidth(2);
        gc.fillPolygon(corners);
        gc.drawPolygon(corners);
        gc.setLineWidth(1);
    }

    private void paintCandidate(PaintContext context, ReliefMark mark) {
        GC gc = context.gc();
        gc.setBackground(context.theme().background());
        gc.setForeground(context.theme().mutedText());
        int[] corners = corners(x(mark, context.viewport()), y(mark, context.viewport()), CANDIDATE);
        gc.setAlpha(200);
        gc.fillPolygon(corners);
        gc.setAlpha(255);
        gc.drawPolygon(corners);
    }

    private static int[] corners(int cx, int cy, int size) {
        return new int[]{ cx, cy - size, cx + size, cy, cx, cy + size, cx - size, cy };
    }

    private void paintChosen(PaintContext context, ReliefMark mark) {
        GC gc = context.gc();
        int radius = radius(mark);
        int cx = x(mark, context.viewport());
        int cy = y(mark, context.viewport());
        gc.setAlpha(225);
        gc.setBackground(Double.isNaN(mark.share()) ? context.theme().mapCell() : context.theme().sequential(mark.share()));
        gc.fillOval(cx - radius, cy - radius, 2 * radius, 2 * radius);
        gc.setAlpha(255);
        gc.setLineWidth(2);
        gc.setForeground(context.theme().background());
        gc.drawOval(cx - radius, cy - radius, 2 * radius, 2 * radius);
        gc.setLineWidth(1);
        gc.setForeground(context.theme().text());
        gc.drawOval(cx - radius - 1, cy - radius - 1, 2 * radius + 2, 2 * radius + 2);
    }

    @Override
    public void paintSelection(PaintContext context, Set<String> ids) {
        GC gc = context.gc();
        for (ReliefMark mark : marks) {
            if (mark.chosen() && mark.cells().stream().anyMatch(ids::contains)) {
                int radius = radius(mark) + 4;
                gc.setLineWidth(2);
                gc.setLineStyle(SWT.LINE_SOLID);
                gc.setForeground(context.theme().accent());
                gc.drawOval(x(mark, context.viewport()) - radius, y(mark, context.viewport()) - radius, 2 * radius, 2 * radius);
                gc.setLineWidth(1);
            }
        }
    }

    @Override
    public Optional<MapHit> hit(Viewport viewport, double px, double py) {
        Optional<Candidate> site = candidateAt(viewport, px, py);
        if (site.isPresent()) {
            return Optional.of(new MapHit(this, List.of(), siteTip(site.get()), at(site.get()), false));
        }
        // The smallest of those that cover one another is the one that is meant.
        return marks.stream().filter(mark -> Math.hypot(x(mark, viewport) - px, y(mark, viewport) - py) <= radius(mark) + SLACK)
                .min((one, other) -> Integer.compare(radius(one), radius(other)))
                .map(mark -> new MapHit(this, List.copyOf(mark.cells()), tip(mark), at(mark), false));
    }

    private List<String> siteTip(Candidate site) {
        List<String> lines = new ArrayList<>(List.of(texts.get("Candidate_Tip", site.name())));
        if (!site.note().isEmpty()) {
            lines.add(site.note());
        }
        return lines;
    }

    /** What is done here, or what could be and why it is not. */
    List<String> tip(ReliefMark mark) {
        List<String> lines = new ArrayList<>();
        Hint first = mark.hints().getFirst();
        lines.add(mark.chosen() ? texts.get("Map_Relief", first.place().cellName(), numbers.decimal(mark.relief(), 1),
                numbers.percent(mark.share(), 0)) : texts.get("Map_Candidate", first.place().cellName()));
        mark.hints().stream().limit(MOST_LINES).forEach(hint -> lines.add(texts.get("Map_Action", hint.name(texts),
                numbers.decimal(hint.money().total(), 0), numbers.decimal(hint.effect().relief(), 1), fate(hint))));
        return lines;
    }

    private String fate(Hint hint) {
        return texts.get(hint.reason().map(reason -> "Fate_" + reason).orElse("Fate_Chosen"));
    }

    @Override
    public MapBounds boundsOf(Set<String> ids) {
        MapBounds of = MapBounds.NONE;
        for (ReliefMark mark : marks) {
            if (mark.cells().stream().anyMatch(ids::contains)) {
                of = of.join(at(mark));
            }
        }
        return of;
    }

    @Override
    public MapBounds bounds() {
        return bounds;
    }

    @Override
    public List<LegendEntry> legend() {
        List<LegendEntry> entries = new ArrayList<>();
        if (!marks.isEmpty()) {
            entries.add(new LegendEntry.Scale(new ValueScale(texts.get("Map_Scale", numbers.decimal(greatest, 0)), "%", 0, PERCENT), 0));
            entries.add(new LegendEntry.Hollow(texts.get("Map_Candidates"), marks.stream().filter(mark -> !mark.chosen()).count()));
        }
        if (!candidates.isEmpty()) {
            entries.add(new LegendEntry.Triangle(texts.get("Map_Sites"), candidates.size()));
        }
        return entries;
    }
}
