package org.towercrier.exchange;

import java.io.IOException;

/**
 * Reads one format. Provided as DS component; instances are shared, so they keep no state between calls.
 */
public interface Importer {

    ImporterInfo info();

    /** Looks at the beginning of a file. Must not fail on any content: what is not understood is {@link Recognition#NONE}. */
    Recognition recognise(Probe probe);

    /**
     * Reads a file and hands its rows to the context. Bad rows go to {@link ImportContext#quarantine}; a file that cannot be read as a whole is refused by an
     * exception, and then none of its rows is stored.
     *
     * @throws ImportRefusedException when the file as a whole is not acceptable, with a sentence for the user
     * @throws IOException when it cannot be read to its end (a truncated gz for instance); the file is refused with that reason
     * @throws java.util.concurrent.CancellationException when the user cancelled, from {@link ImportContext#checkCancelled()}
     */
    void read(ImportSource source, ImportContext context) throws ImportRefusedException, IOException;
}
