package org.towercrier.ui.theme;

import java.util.EnumMap;
import java.util.Map;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;

/**
 * The colours of the workbench. There are two themes, {@link #LIGHT} and {@link #DARK}; severities and scales are the
 * same in both, only their edges differ so that they stand out from either ground.
 *
 * <p>Colours are plain values: nobody disposes of them.
 */
public final class Theme {

    /** The theme for bright surroundings. */
    public static final Theme LIGHT = new Theme(false,
            new String[]{ "#FFFFFF", "#F6F7F9", "#ECEEF1", "#1F2328", "#5A616B", "#DFE2E6", "#B4BAC2", "#00707A",
                    "#D3EAEC", "#EFF4F5", "#F4F2ED", "#E7EDF1", "#CFCBC0", "#E4E2DA", "#8E99A6" });

    /** The theme for dim rooms: a theme of its own, not an inversion. */
    public static final Theme DARK = new Theme(true,
            new String[]{ "#1E1F22", "#26282C", "#2F3237", "#DADCE0", "#A6ACB5", "#393C42", "#565B63", "#4FC3CD",
                    "#1B3D43", "#2A2D32", "#24272B", "#1A1C1F", "#3D4249", "#2B2E33", "#6F7985" });

    private static final RGB[] SEQUENTIAL = rgbs("#42145F", "#453781", "#3A558C", "#2C718E", "#22898C", "#27A384",
            "#53BB6D", "#93D142", "#D3E12F", "#F9E53C");
    private static final RGB[] DIVERGING_LIGHT = rgbs("#2B6CB0", "#7DABD6", "#E9E8E4", "#E5A66B", "#C05F0E");
    private static final RGB[] DIVERGING_DARK = rgbs("#5B9BDD", "#3C638C", "#3A3D42", "#8C5E33", "#E58A35");
    private static final int STEPS = 256;

    private final boolean dark;
    private final Color[] roles;
    private final Map<Severity, Color> edges = new EnumMap<>(Severity.class);
    private final Map<Severity, Color> fills = new EnumMap<>(Severity.class);
    private final Color[] sequential = new Color[STEPS];

    private Theme(boolean dark, String[] roles) {
        this.dark = dark;
        this.roles = new Color[roles.length];
        for (int i = 0; i < roles.length; i++) {
            this.roles[i] = new Color(rgb(roles[i]));
        }
        for (Severity severity : Severity.values()) {
            Color fill = new Color(rgb(switch (severity) {
                case CRITICAL -> "#B3261E";
                case MAJOR -> "#D9730D";
                case MINOR -> "#C9A400";
                case WARNING -> "#3B7DD8";
                case CLEARED -> "#4C8C4A";
                case INDETERMINATE -> "#7A7A7A";
            }));
            fills.put(severity, fill);
            edges.put(severity, Contrast.atLeast(fill, worstGround(), Contrast.GRAPHIC));
        }
    }

    /** The ground on which a mark is hardest to see in this theme. */
    private Color worstGround() {
        return roles[2];
    }

    /** The theme that fits the background a control has, as set by the style sheet. */
    public static Theme of(Control control) {
        return Contrast.luminance(control.getBackground().getRGB()) < 0.25 ? DARK : LIGHT;
    }

    /**
     * Keeps the style sheet off controls that are coloured by a theme themselves; their children are not included.
     */
    public static void keepsOwnColours(Control... controls) {
        for (Control control : controls) {
            control.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE);
        }
    }

    public boolean isDark() {
        return dark;
    }

    /** Ground of tables, editors and charts. */
    public Color background() {
        return roles[0];
    }

    /** Ground of the window, headers and tool bars. */
    public Color surface() {
        return roles[1];
    }

    /** Ground of what lies on a surface: buttons, chips, tips. */
    public Color raised() {
        return roles[2];
    }

    public Color text() {
        return roles[3];
    }

    /** Text of second rank: units, captions, axis labels. */
    public Color mutedText() {
        return roles[4];
    }

    /** Hair lines between things. */
    public Color line() {
        return roles[5];
    }

    /** Lines that have to be seen: axes, borders of fields. */
    public Color strongLine() {
        return roles[6];
    }

    /** The one accent: focus, links, what is selected, the first series of a chart. */
    public Color accent() {
        return roles[7];
    }

    /** Ground of selected rows. */
    public Color selection() {
        return roles[8];
    }

    /** Ground of the row under the mouse. */
    public Color hover() {
        return roles[9];
    }

    /** Districts on the map. */
    public Color mapLand() {
        return roles[10];
    }

    /** The map where nothing is known. */
    public Color mapGround() {
        return roles[11];
    }

    /** Borders of districts. */
    public Color mapBorder() {
        return roles[12];
    }

    /** Meridians and parallels. */
    public Color mapGrid() {
        return roles[13];
    }

    /** Cells that have nothing to say: no alarm, no value. */
    public Color mapCell() {
        return roles[14];
    }

    /** Colour of a severity, the same in all themes. */
    public Color severity(Severity severity) {
        return fills.get(severity);
    }

    /** Edge around a mark of this severity; at least 3:1 against every ground of the theme. */
    public Color edge(Severity severity) {
        return edges.get(severity);
    }

    /**
     * Colour of a value on the sequential scale, dark violet over green to yellow with even steps of luminance.
     *
     * @param share place between the ends of the scale, 0 to 1; values outside are cut
     */
    public Color sequential(double share) {
        int step = (int) Math.round(Math.clamp(Double.isNaN(share) ? 0 : share, 0, 1) * (STEPS - 1));
        Color colour = sequential[step];
        if (colour == null) {
            colour = new Color(interpolate(SEQUENTIAL, step / (double) (STEPS - 1)));
            sequential[step] = colour;
        }
        return colour;
    }

    /**
     * Colour of a value on the diverging scale, blue below and orange above, for values where zero means something.
     *
     * @param share −1 to 1; values outside are cut
     */
    public Color diverging(double share) {
        return new Color(interpolate(dark ? DIVERGING_DARK : DIVERGING_LIGHT,
                (Math.clamp(Double.isNaN(share) ? 0 : share, -1, 1) + 1) / 2));
    }

    /** Colours to tell series of a chart apart; distinct for the common kinds of colour blindness. */
    public Color series(int index) {
        String[] colours = dark ? new String[]{ "#4FC3CD", "#E6A15C", "#A99CF0", "#8FBF6B", "#E58FA6", "#A8ADB5" }
                : new String[]{ "#00707A", "#B85C00", "#5B4BB5", "#4F7F2E", "#A83A5B", "#5A616B" };
        return new Color(rgb(colours[Math.floorMod(index, colours.length)]));
    }

    private static RGB interpolate(RGB[] anchors, double share) {
        double place = share * (anchors.length - 1);
        int left = Math.min((int) place, anchors.length - 2);
        return Contrast.mix(anchors[left], anchors[left + 1], place - left);
    }

    private static RGB[] rgbs(String... hex) {
        RGB[] result = new RGB[hex.length];
        for (int i = 0; i < hex.length; i++) {
            result[i] = rgb(hex[i]);
        }
        return result;
    }

    private static RGB rgb(String hex) {
        int value = Integer.parseInt(hex, 1, 7, 16);
        return new RGB(value >> 16, value >> 8 & 0xFF, value & 0xFF);
    }
}
