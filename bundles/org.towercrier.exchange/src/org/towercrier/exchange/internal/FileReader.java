package org.towercrier.exchange.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.towercrier.exchange.ImportMonitor;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.ImportSource;
import org.towercrier.exchange.internal.FileFinder.Candidate;

/** Reads all files of a request, one after the other; runs on a thread of its own beside the one that stores. */
final class FileReader implements Unpacker.Visitor {

    /** Papers that their makers put beside data, with or without an extension. */
    private static final Pattern PAPERS = Pattern
            .compile("licen[cs]e|readme|read_me|notice|copying|changelog|dictionary|codebook|[-_.]names\\.txt$");

    private static final Logger LOG = System.getLogger(FileReader.class.getName());

    private final List<Candidate> candidates;
    private final FormatChoice formats;
    private final Set<String> extensions;
    private final Unpacker unpacker;
    private final FileContext.Shared shared;
    private final QuarantineReport report;
    private final ImportMonitor monitor;
    private final List<FileTally> tallies = new ArrayList<>();
    private final MessageDigest digest = sha256();
    private final ReadProgress progress;

    FileReader(List<Candidate> candidates, FormatChoice formats, List<String> claimedExtensions, Unpacker unpacker,
            FileContext.Shared shared,
            QuarantineReport report, ImportMonitor monitor) {
        this.candidates = candidates;
        this.formats = formats;
        this.extensions = new HashSet<>(claimedExtensions);
        this.unpacker = unpacker;
        this.shared = shared;
        this.report = report;
        this.monitor = monitor;
        this.progress = new ReadProgress(monitor, candidates.stream().mapToLong(Candidate::size).sum(), shared.cancelled());
    }

    /** Reads everything. @throws CancellationException when cancelled */
    void readAll() {
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            progress.begin(candidate);
            monitor.file(candidate.file().toString(), i, candidates.size());
            unpacker.visit(candidate.file(), progress.content(candidate), candidate.explicit(), this);
        }
    }

    List<FileTally> tallies() {
        return tallies;
    }

    /** SHA-256 over the contents that were read, in hexadecimal digits. */
    String digest() {
        return java.util.HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void refused(String shown, String reason) {
        newTally(shown).refuse(reason);
    }

    @Override
    public void member(Member member) {
        FileTally tally = newTally(member.shown());
        Optional<FileContext> context = Optional.empty();
        try {
            FileProbe probe = FileProbe.of(member);
            if (probe.head().length == 0) {
                throw new ImportRefusedException(Texts.text("File_Empty"));
            }
            Optional<FormatChoice.Choice> choice = formats.choose(probe);
            if (choice.isEmpty()) {
                unrecognised(member, tally);
                return;
            }
            tally.format(choice.get().importer().info().id());
            context = Optional.of(new FileContext(shared, tally, choice.get().profile()));
            choice.get().importer().read(new Digested(member), context.get());
            context.get().finish();
        } catch (ImportRefusedException refusal) {
            tally.refuse(sentence(refusal));
        } catch (CancellationException cancel) {
            throw cancel;
        } catch (UncheckedIOException trouble) {
            tally.refuse(Unpacker.reason(trouble.getCause()));
        } catch (IOException trouble) {
            tally.refuse(Unpacker.reason(trouble));
        } catch (RuntimeException defect) {
            // Importers come from anywhere; a defect in one costs its file, not the batch.
            LOG.log(Level.ERROR, "Importer " + tally.format() + " failed on " + member.shown(), defect);
            tally.refuse(Texts.text("File_Defect", tally.format(), Texts.shorten(String.valueOf(defect.getMessage()))));
        }
        tally.settle();
        tally.usesObjects(shared.dictionary().endFile(!tally.isRefused()));
        if (tally.isRefused() && context.map(FileContext::hasSent).orElse(false)) {
            shared.queue().put(new RowQueue.Discard(tally.ordinal()));
        }
    }

    /**
     * What was named is refused; what lay in a folder and looks like no data of any importer is only mentioned: notes, schemas, settings. JSON says nothing by its
     * extension.
     */
    private void unrecognised(Member member, FileTally tally) throws ImportRefusedException {
        String name = member.name().toLowerCase(Locale.ROOT);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        boolean data = extensions.contains(extension) && !extension.equals("json") || !name.contains(".");
        if (member.explicit() || data && !PAPERS.matcher(name).find()) {
            throw new ImportRefusedException(Texts.text("File_Unrecognised"));
        }
        tally.warn(Texts.text("File_Skipped"));
    }

    private FileTally newTally(String shown) {
        FileTally tally = new FileTally(tallies.size(), shown, report);
        tallies.add(tally);
        return tally;
    }

    /** The message with the place of the trouble. */
    static String sentence(ImportRefusedException refusal) {
        if (refusal.line() <= 0) {
            return refusal.getMessage();
        }
        String line = Long.toString(refusal.line());
        return refusal.column() <= 0 ? Texts.text("File_AtLine", refusal.getMessage(), line)
                : Texts.text("File_AtLineColumn", refusal.getMessage(), line, Long.toString(refusal.column()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    /** Digests what the importer reads the first time it opens the file, and lets a cancel end any read. */
    private final class Digested implements ImportSource {

        private final Member member;
        private boolean opened;

        Digested(Member member) {
            this.member = member;
        }

        @Override
        public String name() {
            return member.name();
        }

        @Override
        public InputStream open() throws IOException {
            InputStream in = new FilterInputStream(member.open()) {

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    if (shared.cancelled().getAsBoolean()) {
                        throw new CancellationException();
                    }
                    return in.read(buffer, offset, length);
                }
            };
            if (opened) {
                return in;
            }
            opened = true;
            return new DigestInputStream(in, digest);
        }

        @Override
        public long size() {
            return member.size();
        }
    }
}
