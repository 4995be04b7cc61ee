package org.towercrier.exchange.tabular.internal.importer;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.Probe;
import org.towercrier.exchange.Recognition;
import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.profile.ProfileCatalogue;
import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.map.Target;
import org.towercrier.exchange.tabular.internal.profile.AutoProfile;
import org.towercrier.exchange.tabular.internal.profile.ProfileReader;
import org.towercrier.exchange.tabular.internal.profile.ProfileWriter;
import org.towercrier.exchange.tabular.internal.profile.ShippedProfiles;

/** Finds profiles: in files, among the shipped ones, or made from the names of the columns. */
@Component(service = { ProfileCatalogue.class, Profiles.class })
public final class Profiles implements ProfileCatalogue {

    private static final int SIGNATURE = 88;

    private final ShippedProfiles shipped;
    private final AutoProfile auto;

    @Activate
    public Profiles() {
        this.shipped = ShippedProfiles.load();
        this.auto = AutoProfile.load();
    }

    @Override
    public ImportProfile load(Path file) throws IOException, ImportRefusedException {
        String name = String.valueOf(file.getFileName());
        Optional<ImportProfile> known = shipped.all().stream().filter(each -> each.name().equals(file.toString())).findFirst();
        if (known.isPresent() && !Files.exists(file)) {
            return known.get();
        }
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return checked(name, reader);
        } catch (MalformedInputException e) {
            throw new ImportRefusedException(Messages.of("profile.at", name, 0, Messages.of("profile.utf8")));
        }
    }

    @Override
    public ImportProfile parse(String name, String text) throws ImportRefusedException {
        return checked(name, new StringReader(text));
    }

    private static ImportProfile checked(String name, Reader reader) throws ImportRefusedException {
        ImportProfile profile = ProfileReader.read(name, reader);
        checkNames(name, profile);
        return profile;
    }

    @Override
    public String write(ImportProfile profile) {
        return ProfileWriter.write(profile);
    }

    /** Names of classes and attributes are checked before any file is opened. */
    private static void checkNames(String file, ImportProfile profile) throws ImportRefusedException {
        Target target = Target.of(profile.target());
        for (ImportProfile.Column column : profile.columns().values()) {
            if (target.meaning(column.attribute()).isEmpty()) {
                throw new ImportRefusedException(file + ": " + target.unknown(column.attribute()));
            }
        }
        for (String name : profile.constants().keySet()) {
            if (target.meaning(name).isEmpty()) {
                throw new ImportRefusedException(file + ": " + target.unknown(name));
            }
        }
    }

    @Override
    public Optional<Match> find(Probe probe) {
        return Heads.header(probe).flatMap(
                head -> shipped.matching(head.columns(), probe.fileName()).filter(profile -> profile.format().equals(head.format())).map(
                        profile -> new Match(profile, new Recognition(SIGNATURE, Messages.of("recognised.profile", profile.name())))));
    }

    /** What a table that fits nothing comes nearest to, in a sentence; empty when nothing of it is known. */
    Optional<String> nearest(List<String> header) {
        return shipped.nearest(header)
                .map(near -> Messages.of("map.nearest", near.profile().name(), String.join(", ", near.missing())))
                .or(() -> auto.nearest(header)
                        .map(near -> Messages.of("map.nearest.names", near.target(), String.join(", ", near.columns()))));
    }

    /** A profile with its columns: one that names none has those that mean something for its class; empty when none does. */
    Optional<ImportProfile> completed(ImportProfile profile, List<String> header) {
        return AutoProfile.leavesColumns(profile) ? auto.completed(profile, header) : Optional.of(profile);
    }

    /** The shipped profile for columns, else one made from their names. */
    Optional<ImportProfile> forHeader(List<String> header, String fileName, String format) {
        return shipped.matching(header, fileName).or(() -> auto.forHeader(header, format));
    }

    @Override
    public List<ImportProfile> shipped() {
        return shipped.all();
    }
}
