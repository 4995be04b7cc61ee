package org.towercrier.ui.figure;

import java.util.Locale;
import java.util.Optional;

import org.eclipse.swt.graphics.Color;

/** A sheet that becomes an SVG drawing; texts are measured on another sheet. */
final class SvgSheet extends Sheet {

    private static final double RISE = 0.8;

    private final Sheet measure;
    private final double top;
    private final StringBuilder out = new StringBuilder();
    private int clips;

    SvgSheet(Sheet measure, double top, double height, Optional<Zoom> zoom) {
        super(measure.theme(), measure.numbers(), measure.width(), height, zoom);
        this.measure = measure;
        this.top = top;
    }

    /** The drawing with a title above. */
    String drawing(String title) {
        String head = String.format(Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" font-family=\"sans-serif\">\n"
                        + "<title>%s</title>\n<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>\n"
                        + "<text x=\"8\" y=\"18\" font-size=\"14\" font-weight=\"bold\" fill=\"%s\">%s</text>\n",
                width(), height() + top, escaped(title), hex(theme().background()), hex(theme().text()), escaped(title));
        return head + "<g transform=\"translate(0 " + String.format(Locale.ROOT, "%.0f", top) + ")\">\n" + out + "</g></svg>\n";
    }

    @Override
    public double textWidth(String text, Face face) {
        return measure.textWidth(text, face);
    }

    @Override
    public double lineHeight(Face face) {
        return measure.lineHeight(face);
    }

    @Override
    public void text(String text, double x, double above, Align align, Face face, Color colour) {
        double line = lineHeight(face);
        String anchor = switch (align) {
            case LEFT -> "start";
            case MIDDLE -> "middle";
            case RIGHT -> "end";
        };
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-size=\"%.1f\"%s fill=\"%s\">%s</text>", x, above + line * RISE, anchor,
                line * 0.75, face == Face.BOLD ? " font-weight=\"bold\"" : "", hex(colour), escaped(text));
    }

    @Override
    public void lines(double[] points, Color colour, double thickness, boolean dashed) {
        if (points.length >= 4) {
            add("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.1f\"%s/>", points(points), hex(colour), thickness,
                    dashed ? " stroke-dasharray=\"5 4\"" : "");
        }
    }

    @Override
    public void area(double[] corners, Color colour, double opacity) {
        add("<polygon points=\"%s\" fill=\"%s\" fill-opacity=\"%.2f\"/>", points(corners), hex(colour), opacity);
    }

    @Override
    public void ribbon(Ribbon ribbon, Color colour, double opacity) {
        double middle = (ribbon.left() + ribbon.right()) / 2;
        add("<path d=\"M%.1f %.1f C%.1f %.1f %.1f %.1f %.1f %.1f L%.1f %.1f C%.1f %.1f %.1f %.1f %.1f %.1f Z\" fill=\"%s\" fill-opacity=\"%.2f\"/>",
                ribbon.left(), ribbon.leftTop(), middle, ribbon.leftTop(), middle, ribbon.rightTop(), ribbon.right(), ribbon.rightTop(),
                ribbon.right(), ribbon.rightBottom(), middle, ribbon.rightBottom(), middle, ribbon.leftBottom(), ribbon.left(),
                ribbon.leftBottom(), hex(colour), opacity);
    }

    @Override
    public void disc(double x, double y, double radius, Color fill, Color edge) {
        add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\" stroke=\"%s\"/>", x, y, radius, hex(fill), hex(edge));
    }

    @Override
    public void clip(double x, double y, double wide, double high) {
        clips++;
        add("<clipPath id=\"clip%d\"><rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/></clipPath><g clip-path=\"url(#clip%d)\">",
                clips, x,
                y, wide, high, clips);
    }

    @Override
    public void unclip() {
        out.append("</g>\n");
    }

    private void add(String format, Object... arguments) {
        out.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    private static String points(double[] places) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < places.length; i += 2) {
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", places[i], places[i + 1]));
        }
        return points.toString().strip();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String hex(Color colour) {
        return String.format(Locale.ROOT, "#%02X%02X%02X", colour.getRed(), colour.getGreen(), colour.getBlue());
    }
}
