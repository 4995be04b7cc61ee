package org.towercrier.ui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.towercrier.ui.figure.Sheet.Align;
import org.towercrier.ui.figure.Sheet.Face;

/**
 * Tiers from the top down with two shares back to back: how many there are, and what they bring.
 *
 * @param title what it is about
 * @param left what is counted on the left, a share of one
 * @param right what is counted on the right, a share of one
 * @param tiers from the top
 */
public record PyramidFigure(String title, Axis left, Axis right, List<Tier> tiers) implements Figure {

    private static final double TOP = 26;
    private static final double BAR = 0.62;
    private static final double ROW = 44;
    private static final double HIGHEST_ROW = 84;

    public PyramidFigure {
        tiers = List.copyOf(tiers);
    }

    /**
     * A tier.
     *
     * @param name its name
     * @param note second line under the name, such as its lowest value
     * @param left share on the left
     * @param right share on the right
     * @param leftText what stands at the left bar
     * @param rightText what stands at the right bar
     * @param tip more lines for the mouse
     * @param target what is opened by a click
     */
    public record Tier(String name, String note, double left, double right, String leftText, String rightText, List<String> tip,
            Optional<Object> target) {

        public Tier {
            tip = List.copyOf(tip);
        }
    }

    @Override
    public double leastHeight(double width) {
        return TOP + ROW * tiers.size() + 8;
    }

    @Override
    public void draw(Sheet sheet) {
        double middle = 16 + tiers.stream()
                .mapToDouble(tier -> Math.max(sheet.textWidth(tier.name(), Face.BOLD), sheet.textWidth(tier.note(), Face.SMALL))).max()
                .orElse(40);
        double texts = tiers.stream().mapToDouble(tier -> Math.max(sheet.textWidth(tier.leftText(), Face.NORMAL),
                sheet.textWidth(tier.rightText(), Face.NORMAL))).max().orElse(40) + 12;
        double half = sheet.width() / 2;
        double room = Math.max(24, half - middle / 2 - texts - 8);
        double most = Math.max(1e-9, tiers.stream().mapToDouble(tier -> Math.max(tier.left(), tier.right())).max().orElse(1));
        double row = Math.min(HIGHEST_ROW, Math.max(ROW, (sheet.height() - TOP - 8) / Math.max(1, tiers.size())));
        sheet.text(left.title(), half - middle / 2, 4, Align.RIGHT, Face.SMALL, sheet.theme().mutedText());
        sheet.text(right.title(), half + middle / 2, 4, Align.LEFT, Face.SMALL, sheet.theme().mutedText());
        for (int i = 0; i < tiers.size(); i++) {
            Tier tier = tiers.get(i);
            double top = TOP + i * row;
            double high = row * BAR;
            double bar = top + (row - high) / 2;
            double wideLeft = Math.max(1, tier.left() / most * room);
            double wideRight = Math.max(1, tier.right() / most * room);
            sheet.rectangle(half - middle / 2 - wideLeft, bar, wideLeft, high, sheet.series(-1), 1);
            sheet.rectangle(half + middle / 2, bar, wideRight, high, sheet.series(0), 1);
            double text = top + row / 2 - sheet.lineHeight(Face.NORMAL) / 2;
            sheet.text(tier.leftText(), half - middle / 2 - wideLeft - 6, text, Align.RIGHT, Face.NORMAL, sheet.theme().text());
            sheet.text(tier.rightText(), half + middle / 2 + wideRight + 6, text, Align.LEFT, Face.NORMAL, sheet.theme().text());
            double name = tier.note().isEmpty() ? text : top + row / 2 - sheet.lineHeight(Face.BOLD);
            sheet.text(tier.name(), half, name, Align.MIDDLE, Face.BOLD, sheet.theme().text());
            sheet.text(tier.note(), half, name + sheet.lineHeight(Face.BOLD) + (row > ROW ? 1 : 0), Align.MIDDLE, Face.SMALL,
                    sheet.theme().mutedText());
            List<String> tip = new ArrayList<>(
                    List.of(tier.name(), left.label() + "  " + tier.leftText(), right.label() + "  " + tier.rightText()));
            tip.addAll(tier.tip());
            sheet.spot(Spot.of(0, top, sheet.width(), row, tip, tier.target()));
            if (i > 0) {
                sheet.line(8, top, sheet.width() - 8, top, sheet.theme().line(), 1, false);
            }
        }
    }
}
