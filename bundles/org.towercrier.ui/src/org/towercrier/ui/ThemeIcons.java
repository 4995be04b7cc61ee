package org.towercrier.ui;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.MUILabel;
import org.eclipse.e4.ui.model.application.ui.menu.MToolItem;
import org.eclipse.e4.ui.workbench.IPresentationEngine;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.towercrier.ui.theme.Theme;

/**
 * Exchanges the icons of an application model when the theme changes: style sheets cannot, the addresses of the icons
 * stand in the model.
 */
public final class ThemeIcons {

    private static final String BRIGHT = "platform:/plugin/org.towercrier.ui/icons/";
    private static final String DARK = BRIGHT + "dark/";
    /** Names of the icons that have a faint one for what cannot be done now: the toolkit's own graying does not show on a dark ground. */
    private static final Set<String> WITH_FAINT = Set.of("undo.svg", "redo.svg");

    private ThemeIcons() {
    }

    /** Gives every part, tool item and menu item of the model the icon that fits the theme. */
    public static void apply(MApplication application, EModelService models, Theme theme) {
        List<MUILabel> labels = models.findElements(application, null, MUILabel.class);
        Stream<MUILabel> descriptors = application.getDescriptors().stream().filter(MUILabel.class::isInstance)
                .map(MUILabel.class::cast);
        Stream.concat(labels.stream(), descriptors).filter(label -> label.getIconURI() != null)
                .forEach(label -> apply(label, theme));
    }

    private static void apply(MUILabel label, Theme theme) {
        String uri = uri(label.getIconURI(), theme);
        int name = uri.lastIndexOf('/') + 1;
        if (label instanceof MToolItem item && uri.startsWith(BRIGHT) && WITH_FAINT.contains(uri.substring(name))) {
            // Before the icon: that is what makes the bar draw the item again.
            item.getTransientData().put(IPresentationEngine.DISABLED_ICON_IMAGE_KEY, uri.substring(0, name) + "off/" + uri.substring(name));
        }
        label.setIconURI(uri);
    }

    /** The address of the same icon for the ground of a theme; addresses of other bundles stay as they are. */
    public static String uri(String uri, Theme theme) {
        if (!uri.startsWith(BRIGHT)) {
            return uri;
        }
        String name = uri.startsWith(DARK) ? uri.substring(DARK.length()) : uri.substring(BRIGHT.length());
        return (theme.isDark() ? DARK : BRIGHT) + name;
    }
}
