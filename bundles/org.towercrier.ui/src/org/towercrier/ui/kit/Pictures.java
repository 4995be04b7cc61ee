package org.towercrier.ui.kit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Display;

/** Takes pictures of drawn widgets out of the window. */
public final class Pictures {

    private static final String VECTOR = ".svg";

    private Pictures() {
    }

    /** Copies a picture to the clipboard, and disposes of it. */
    public static void copy(Display display, Image picture) {
        Clipboard clipboard = new Clipboard(display);
        clipboard.setContents(new Object[]{ picture.getImageData() }, new Transfer[]{ ImageTransfer.getInstance() });
        clipboard.dispose();
        picture.dispose();
    }

    /**
     * Saves a picture, as SVG when the name of the file ends so, else as PNG.
     *
     * @param picture makes the picture, which is disposed of
     * @param svg     makes the same as a drawing
     * @throws IOException the file cannot be written
     */
    public static void save(Path file, Supplier<Image> picture, Supplier<String> svg) throws IOException {
        if (file.getFileName().toString().endsWith(VECTOR)) {
            Files.writeString(file, svg.get(), StandardCharsets.UTF_8);
            return;
        }
        Image made = picture.get();
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[]{ made.getImageData() };
        made.dispose();
        try (OutputStream out = Files.newOutputStream(file)) {
            loader.save(out, SWT.IMAGE_PNG);
        }
    }
}
