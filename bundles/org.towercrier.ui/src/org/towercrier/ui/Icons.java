package org.towercrier.ui;

import java.net.URL;
import java.util.Objects;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.towercrier.ui.theme.Theme;

/** Gives icons to a control; they are released with it. */
public final class Icons {

    private final LocalResourceManager resources;

    /** Icons for {@code owner} and all that lies in it. */
    public Icons(Control owner) {
        resources = new LocalResourceManager(JFaceResources.getResources(owner.getDisplay()), owner);
    }

    /** An icon for the ground of a theme; it belongs to this object and is not to be disposed of. */
    public Image image(Icon icon, Theme theme) {
        return resources.create(descriptor(icon, theme));
    }

    /** Descriptor of an icon for the ground of a theme. */
    public static ImageDescriptor descriptor(Icon icon, Theme theme) {
        URL url = Icons.class.getClassLoader().getResource(icon.path(theme.isDark()));
        return ImageDescriptor.createFromURL(Objects.requireNonNull(url, () -> "No picture of " + icon));
    }
}
