package org.towercrier.expansion.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Long texts as they are kept in an attribute of a document: packed. Besides being a tenth as long they have no character that XML would
 * write as an entity, of which the reader of the platform bears a hundred thousand characters in a document.
 */
final class PackedText {

    private static final String PACKED = "gzip:";

    private PackedText() {
    }

    static String pack(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory can be written", impossible);
        }
        return PACKED + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /**
     * A text that was packed, or one from before texts were.
     *
     * @throws IOException when it is neither
     */
    static String unpack(String text) throws IOException {
        if (!text.startsWith(PACKED)) {
            return text;
        }
        try (GZIPInputStream packed = new GZIPInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(text.substring(PACKED.length()))))) {
            return new String(packed.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw new IOException("the text is not packed as it says", broken);
        }
    }
}
