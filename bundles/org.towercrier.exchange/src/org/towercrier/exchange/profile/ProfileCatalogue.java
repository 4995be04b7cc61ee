package org.towercrier.exchange.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.Probe;
import org.towercrier.exchange.Recognition;

/** Finds mapping profiles. An OSGi service. */
public interface ProfileCatalogue {

    /** Reads a profile, or takes the shipped one of that name when there is no such file. @throws ImportRefusedException with line and reason when it is not a profile */
    ImportProfile load(Path file) throws IOException, ImportRefusedException;

    /**
     * Reads a profile from text.
     *
     * @param name stands for the file name in messages
     * @throws ImportRefusedException with line and reason when it is not a profile
     */
    ImportProfile parse(String name, String text) throws ImportRefusedException;

    /** A profile as text that {@link #parse} reads. */
    String write(ImportProfile profile);

    /** The profiles that come with the product, by name. */
    List<ImportProfile> shipped();

    /** The shipped profile that fits the beginning of a file best. */
    Optional<Match> find(Probe probe);

    /** A profile and how well it fits. */
    record Match(ImportProfile profile, Recognition recognition) {
    }
}
