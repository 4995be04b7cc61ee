package org.towercrier.ui;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
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

    /** An icon in another size, for empty states and welcome pages. */
    public Image image(Icon icon, Theme theme, int pixels) {
        return resources.create(ImageDescriptor.createFromImageDataProvider(zoom -> scaled(icon, theme,
                pixels * zoom / 100)));
    }

    private static ImageData scaled(Icon icon, Theme theme, int pixels) {
        try (InputStream in = address(icon, theme).openStream()) {
            String svg = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String large = svg.replaceFirst("width=\"16\" height=\"16\"",
                    "width=\"" + pixels + "\" height=\"" + pixels + "\"").replaceFirst("stroke-width=\"1.5\"",
                            "stroke-width=\"1\"");
            return new ImageData(new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The picture of " + icon + " cannot be read", unreadable);
        }
    }

    /** Descriptor of an icon for the ground of a theme. */
    public static ImageDescriptor descriptor(Icon icon, Theme theme) {
        return ImageDescriptor.createFromURL(address(icon, theme));
    }

    private static URL address(Icon icon, Theme theme) {
        URL url = Icons.class.getClassLoader().getResource(icon.path(theme.isDark()));
        return Objects.requireNonNull(url, () -> "No picture of " + icon);
    }
}
