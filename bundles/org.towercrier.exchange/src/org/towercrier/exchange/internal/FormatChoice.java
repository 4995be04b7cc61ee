package org.towercrier.exchange.internal;

import java.nio.file.Path;
import java.io.IOException;
import java.util.Optional;

import org.towercrier.exchange.ImportException;
import org.towercrier.exchange.ImportException.Kind;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.ImportRequest;
import org.towercrier.exchange.Importer;
import org.towercrier.exchange.Probe;
import org.towercrier.exchange.Recognition;
import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.profile.ProfileCatalogue;

/** Decides which importer reads a file, and with which profile. */
final class FormatChoice {

    /**
     * The importer and its profile.
     *
     * @param reason one clause that says by what the file was recognised, empty when the request named the importer
     */
    record Choice(Importer importer, Optional<ImportProfile> profile, String reason) {
    }

    private final ImporterRegistry registry;
    private final Optional<ProfileCatalogue> catalogue;
    private final Optional<Importer> named;
    private final Optional<ImportProfile> profile;

    /** @throws ImportException when the request names a format or profile that is not there */
    FormatChoice(ImporterRegistry registry, Optional<ProfileCatalogue> catalogue, ImportRequest request) throws ImportException {
        this.registry = registry;
        this.catalogue = catalogue;
        this.profile = request.profile().isPresent() ? Optional.of(load(request.profile().get())) : Optional.empty();
        Optional<String> id = request.format()
                .or(() -> profile.filter(each -> !FormatChoice.isForAnyFormat(each)).map(ImportProfile::format));
        this.named = id.isPresent() ? Optional.of(importer(id.get())) : Optional.empty();
    }

    /** A profile that says only what the rows are holds for whatever they are written in. */
    private static boolean isForAnyFormat(ImportProfile profile) {
        return profile.columns().isEmpty() && profile.compose().isEmpty();
    }

    private ImportProfile load(Path file) throws ImportException {
        ProfileCatalogue profiles = catalogue.orElseThrow(() -> new ImportException(Kind.REQUEST, Texts.text("Request_NoProfiles")));
        try {
            return profiles.load(file);
        } catch (ImportRefusedException wrong) {
            throw new ImportException(Kind.REQUEST, wrong.getMessage(), wrong);
        } catch (IOException unreadable) {
            throw new ImportException(Kind.REQUEST, Texts.text("Request_Profile", file, String.valueOf(unreadable.getMessage())),
                    unreadable);
        }
    }

    private Importer importer(String id) throws ImportException {
        Optional<Importer> found = registry.byId(id);
        if (found.isEmpty()) {
            String installed = String.join(", ", registry.importers().stream().map(info -> info.id()).toList());
            throw new ImportException(Kind.REQUEST, Texts.text("Request_Format", id, installed));
        }
        return found.get();
    }

    /** The best importer for a file, empty when none recognises it. */
    Optional<Choice> choose(Probe probe) {
        if (named.isPresent()) {
            return Optional.of(new Choice(named.get(), profile.or(() -> shipped(probe, named.get())), ""));
        }
        Optional<ProfileCatalogue.Match> match = catalogue.flatMap(profiles -> profiles.find(probe));
        Optional<Importer> best = Optional.empty();
        String reason = "";
        int confidence = 0;
        for (Importer importer : registry.installed()) {
            Recognition own = importer.recognise(probe);
            Recognition credited = match.filter(found -> fits(found, importer)).map(ProfileCatalogue.Match::recognition)
                    .orElse(Recognition.NONE);
            Recognition better = credited.confidence() > own.confidence() ? credited : own;
            if (better.confidence() > confidence) {
                confidence = better.confidence();
                reason = better.reason();
                best = Optional.of(importer);
            }
        }
        String why = reason;
        return best.map(
                importer -> new Choice(importer,
                        profile.isPresent() ? profile : match.filter(found -> fits(found, importer)).map(ProfileCatalogue.Match::profile),
                        why));
    }

    private Optional<ImportProfile> shipped(Probe probe, Importer importer) {
        return catalogue.flatMap(profiles -> profiles.find(probe)).filter(found -> fits(found, importer))
                .map(ProfileCatalogue.Match::profile);
    }

    private static boolean fits(ProfileCatalogue.Match match, Importer importer) {
        return match.profile().format().equals(importer.info().id());
    }
}
