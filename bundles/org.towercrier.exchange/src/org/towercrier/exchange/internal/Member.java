package org.towercrier.exchange.internal;

import java.io.IOException;
import java.io.InputStream;

import org.towercrier.exchange.ImportSource;

/**
 * One file to import after all wrappings are off.
 *
 * @param shown path as reported, {@code archive.zip!/member.xml} for a member
 * @param name file name without folders and compression extension
 * @param content its bytes
 * @param size as far as known, for progress
 * @param explicit named by the user, not found in a folder or archive
 */
record Member(String shown, String name, Content content, long size, boolean explicit) implements ImportSource {

    @Override
    public InputStream open() throws IOException {
        return content.open();
    }
}
