package org.towercrier.ui;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.MUILabel;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.towercrier.ui.theme.Theme;

/**
 * Exchanges the icons of an application model when the theme changes: style sheets cannot, the addresses of the icons
 * stand in the model.
 */
public final class ThemeIcons {

    private static final String BRIGHT = "platform:/plugin/org.towercrier.ui/icons/";
    private static final String DARK = BRIGHT + "dark/";

    private ThemeIcons() {
    }

    /** Gives every part, tool item and menu item of the model the icon that fits the theme. */
    public static void apply(MApplication application, EModelService models, Theme theme) {
        List<MUILabel> labels = models.findElements(application, null, MUILabel.class);
        Stream<MUILabel> descriptors = application.getDescriptors().stream().filter(MUILabel.class::isInstance)
                .map(MUILabel.class::cast);
        Stream.concat(labels.stream(), descriptors).filter(label -> label.getIconURI() != null)
                .forEach(label -> label.setIconURI(uri(label.getIconURI(), theme)));
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
