package org.towercrier.exchange.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.towercrier.exchange.ImportException;
import org.towercrier.exchange.ImportException.Kind;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.ImportRequest;
import org.towercrier.exchange.Recogniser;
import org.towercrier.exchange.Survey;
import org.towercrier.exchange.Survey.FileSurvey;
import org.towercrier.exchange.TableImporter;
import org.towercrier.exchange.TablePreview;
import org.towercrier.exchange.internal.FileFinder.Candidate;
import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.profile.ProfileCatalogue;

/** Looks at the beginnings of files with the same finder, unpacker and choice of format that an import uses. */
@Component
public final class DefaultRecogniser implements Recogniser {

    private final ImporterRegistry registry;
    private final Optional<ProfileCatalogue> profiles;

    @Activate
    public DefaultRecogniser(@Reference ImporterRegistry registry,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) ProfileCatalogue profiles) {
        this.registry = registry;
        this.profiles = Optional.ofNullable(profiles);
    }

    @Override
    public Survey look(ImportRequest request, int limit, int rows, BooleanSupplier cancelled) throws ImportException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        List<Candidate> candidates = new FileFinder(temporary).find(request.paths());
        Look look = new Look(new FormatChoice(registry, profiles, request), limit, rows, cancelled);
        Unpacker unpacker = new Unpacker(temporary, UnpackLimits.STANDARD);
        long bytes = candidates.stream().mapToLong(Candidate::size).sum();
        try {
            for (Candidate candidate : candidates) {
                look.checkRoom();
                unpacker.visit(candidate.file(), () -> Files.newInputStream(candidate.file()), candidate.explicit(), look);
            }
        } catch (Enough enough) {
            return new Survey(look.found, candidates.size(), bytes, false);
        } catch (CancellationException stopped) {
            throw new ImportException(Kind.CANCELLED, Texts.text("Request_Cancelled"), stopped);
        }
        return new Survey(look.found, candidates.size(), bytes, true);
    }

    /** Ends the walk through an archive when enough has been seen. */
    private static final class Enough extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Enough() {
            super("enough", null, false, false);
        }
    }

    private static final class Look implements Unpacker.Visitor {

        private final FormatChoice formats;
        private final int limit;
        private final int rows;
        private final BooleanSupplier cancelled;
        private final List<FileSurvey> found = new ArrayList<>();

        Look(FormatChoice formats, int limit, int rows, BooleanSupplier cancelled) {
            this.formats = formats;
            this.limit = limit;
            this.rows = rows;
            this.cancelled = cancelled;
        }

        void checkRoom() {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            if (found.size() >= limit) {
                throw new Enough();
            }
        }

        @Override
        public void refused(String shown, String reason) {
            checkRoom();
            found.add(new FileSurvey(shown, 0, Optional.empty(), "", Optional.empty(), Optional.empty(), Optional.of(reason)));
        }

        @Override
        public void member(Member member) {
            checkRoom();
            try {
                FileProbe probe = FileProbe.of(member);
                if (probe.head().length == 0) {
                    add(member, Optional.empty(), Optional.empty(), Optional.of(Texts.text("File_Empty")));
                    return;
                }
                Optional<FormatChoice.Choice> choice = formats.choose(probe);
                if (choice.isEmpty()) {
                    add(member, choice, Optional.empty(),
                            Optional.of(Texts.text(member.explicit() ? "File_Unrecognised" : "File_Skipped")));
                    return;
                }
                Optional<TablePreview> table = choice.get().importer() instanceof TableImporter importer
                        ? importer.preview(member, choice.get().profile(), rows) : Optional.empty();
                add(member, choice, table, Optional.empty());
            } catch (ImportRefusedException refusal) {
                refuse(member, FileReader.sentence(refusal));
            } catch (IOException unreadable) {
                refuse(member, Unpacker.reason(unreadable));
            }
        }

        /** The importer is still worth naming when its file is refused. */
        private void refuse(Member member, String reason) {
            Optional<FormatChoice.Choice> choice;
            try {
                choice = formats.choose(FileProbe.of(member));
            } catch (IOException unreadable) {
                choice = Optional.empty();
            }
            add(member, choice, Optional.empty(), Optional.of(reason));
        }

        private void add(Member member, Optional<FormatChoice.Choice> choice, Optional<TablePreview> table, Optional<String> trouble) {
            Optional<ImportProfile> profile = table.map(TablePreview::profile).or(() -> choice.flatMap(FormatChoice.Choice::profile));
            found.add(new FileSurvey(member.shown(), member.size(), choice.map(chosen -> chosen.importer().info()),
                    choice.map(FormatChoice.Choice::reason).orElse(""), profile, table, trouble));
        }
    }
}
