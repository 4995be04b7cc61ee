package org.towercrier.customer.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.RefusedException;
import org.towercrier.command.Table;
import org.towercrier.command.UsageException;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.Segments;
import org.towercrier.customer.internal.segment.CriterionParser;
import org.towercrier.customer.internal.segment.SegmentationText;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.model.customer.Segment;
import org.towercrier.model.customer.Segmentation;
import org.towercrier.store.DocumentConflictException;
import org.towercrier.store.DocumentInfo;
import org.towercrier.store.Documents;
import org.towercrier.store.StoreException;
import org.towercrier.store.Versioned;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that write segmentations: by options, or from a file. */
final class SegmentsEditCommands {

    private SegmentsEditCommands() {
    }

    /** What they share: a segmentation is saved and its sizes are shown. */
    abstract static class Edit implements HeadlessCommand {

        /** Puts the segmentation together. */
        abstract Versioned<Segmentation> edited(Segments segments, CommandContext context) throws CustomerException, StoreException;

        @Override
        public int run(CommandContext context) throws StoreException {
            Segments segments = context.service(Segments.class);
            try {
                Versioned<Segmentation> edited = edited(segments, context);
                long version = segments.save(edited.root(), edited.version());
                Segments.Sizes sizes = segments.sizes(edited.root(), CustomerCommands.cancellation(context.monitor()));
                context.out().println(context.messages().text("Segments_Saved", edited.root().getName(), version));
                SegmentsListCommand.print(edited.root(), sizes, segments, context);
                Map<String, Object> document = SegmentsListCommand.document(edited.root(), sizes, segments);
                document.put("version", version);
                context.json(document);
                return ExitCode.DONE;
            } catch (CustomerException wrong) {
                throw new RefusedException(wrong.getMessage(), wrong);
            } catch (DocumentConflictException conflict) {
                throw new RefusedException(context.messages().text("Segments_Conflict", conflict.getMessage()), conflict);
            }
        }

        /** The segmentation with the version that it is based on. */
        static Versioned<Segmentation> based(Segmentation root, long version) {
            return new Versioned<>(root, new DocumentInfo(Segments.KIND, root.getName(), version, java.time.Instant.EPOCH, ""));
        }

        /** Puts a segment written {@code name: rule} at the end, or in the place of the one of that name. */
        static void put(Segmentation segmentation, String written) throws CustomerException {
            int at = written.indexOf(':');
            if (at < 1) {
                throw new CustomerException(org.towercrier.customer.internal.CustomerMessages.text("Segment_Written", written));
            }
            String name = written.substring(0, at).strip();
            Segment segment = segmentation.getSegments().stream().filter(each -> name.equals(each.getName())).findFirst().orElseGet(() -> {
                Segment added = CustomerFactory.eINSTANCE.createSegment();
                added.setName(name);
                segmentation.getSegments().add(added);
                return added;
            });
            segment.setCriterion(CriterionParser.parse(written.substring(at + 1).strip()));
        }

        @Override
        public String messages() {
            return CustomerCommands.MESSAGES;
        }
    }

    /** {@code segments create NAME --segment "name: rule"…}. */
    @Command(name = "create")
    static final class Create extends Edit {

        @Parameters(arity = "1", paramLabel = "NAME")
        String name;
        @Option(names = "--segment", paramLabel = "NAME: RULE", required = true)
        List<String> written = new ArrayList<>();
        @Option(names = "--label", paramLabel = "TEXT")
        String label;

        @Override
        Versioned<Segmentation> edited(Segments segments, CommandContext context) throws CustomerException, StoreException {
            if (segments.find(name).isPresent()) {
                throw new UsageException(context.messages().text("Segments_Exists", name));
            }
            Segmentation segmentation = CustomerFactory.eINSTANCE.createSegmentation();
            segmentation.setName(name);
            segmentation.setLabel(label);
            for (String each : written) {
                put(segmentation, each);
            }
            return based(segmentation, Documents.NEW);
        }
    }

    /** {@code segments edit NAME [--segment "name: rule"]… [--remove NAME]… [--version N]}. */
    @Command(name = "edit")
    static final class Change extends Edit {

        @Parameters(arity = "1", paramLabel = "NAME")
        String name;
        @Option(names = "--segment", paramLabel = "NAME: RULE")
        List<String> written = new ArrayList<>();
        @Option(names = "--remove", paramLabel = "SEGMENT")
        List<String> removed = new ArrayList<>();
        @Option(names = "--version", paramLabel = "N")
        Long version;

        @Override
        Versioned<Segmentation> edited(Segments segments, CommandContext context) throws CustomerException, StoreException {
            Optional<Versioned<Segmentation>> saved = segments.open(name);
            Segmentation segmentation = segments.find(name)
                    .orElseThrow(() -> new UsageException(context.messages().text("Segments_Unknown", name)));
            for (String each : removed) {
                if (!segmentation.getSegments().removeIf(segment -> each.equals(segment.getName()))) {
                    throw new UsageException(context.messages().text("Segments_NoSegment", each, name));
                }
            }
            for (String each : written) {
                put(segmentation, each);
            }
            return based(segmentation, version != null ? version : saved.map(Versioned::version).orElse(Documents.NEW));
        }
    }

    /** {@code segments import FILE}: a segmentation written as YAML, in the place of the one of that name. */
    @Command(name = "import")
    static final class Import extends Edit {

        @Parameters(arity = "1", paramLabel = "YAML")
        Path file;

        @Override
        Versioned<Segmentation> edited(Segments segments, CommandContext context) throws CustomerException, StoreException {
            try {
                Segmentation segmentation = SegmentationText.read(Files.readString(file));
                return based(segmentation, segments.open(segmentation.getName()).map(Versioned::version).orElse(Documents.NEW));
            } catch (CustomerException wrong) {
                throw new RefusedException(file + ": " + wrong.getMessage(), wrong);
            } catch (IOException unread) {
                throw new RefusedException(context.messages().text("Segments_Unread", file), unread);
            }
        }
    }

    /** {@code segments export NAME [--out FILE]}. */
    @Command(name = "export")
    static final class Export implements HeadlessCommand {

        @Parameters(arity = "1", paramLabel = "NAME")
        String name;
        @Option(names = "--out", paramLabel = "YAML")
        Path out;

        @Override
        public int run(CommandContext context) throws StoreException, IOException {
            Segments segments = context.service(Segments.class);
            String text = SegmentationText.write(segments.find(name)
                    .orElseThrow(() -> new UsageException(context.messages().text("Segments_Unknown", name))));
            if (out != null) {
                Files.writeString(out, text);
            } else {
                context.out().print(text);
            }
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("segmentation", name);
            document.put("file", out);
            document.put("text", text);
            context.json(document);
            return ExitCode.DONE;
        }

        @Override
        public String messages() {
            return CustomerCommands.MESSAGES;
        }
    }

    /** {@code segments delete NAME}. */
    @Command(name = "delete")
    static final class Delete implements HeadlessCommand {

        @Parameters(arity = "1", paramLabel = "NAME")
        String name;

        @Override
        public int run(CommandContext context) throws StoreException {
            Segments segments = context.service(Segments.class);
            long version = segments.open(name).map(Versioned::version)
                    .orElseThrow(() -> new UsageException(context.messages().text("Segments_Unknown", name)));
            segments.delete(name, version);
            context.out().println(context.messages().text("Segments_Deleted", name));
            context.json(Map.of("deleted", name));
            return ExitCode.DONE;
        }

        @Override
        public String messages() {
            return CustomerCommands.MESSAGES;
        }
    }

    /** {@code segments history NAME}. */
    @Command(name = "history")
    static final class History implements HeadlessCommand {

        @Parameters(arity = "1", paramLabel = "NAME")
        String name;

        @Override
        public int run(CommandContext context) throws StoreException {
            Segments segments = context.service(Segments.class);
            List<DocumentInfo> history = segments.history(name);
            if (history.isEmpty()) {
                throw new UsageException(context.messages().text("Segments_Unknown", name));
            }
            Table table = Table.in(context).number(context.messages().text("Segments_Version"), "", 0)
                    .text(context.messages().text("Segments_When")).text(context.messages().text("Segments_User"));
            history.forEach(each -> table.row(each.version(), each.saved(), each.user()));
            table.print(context.out());
            context.json(Map.of("segmentation", name, "versions", history.stream().map(each -> Map.of("version", each.version(), "saved",
                    each.saved(), "user", each.user())).toList(), "assignments", segments.runs(name)));
            return ExitCode.DONE;
        }

        @Override
        public String messages() {
            return CustomerCommands.MESSAGES;
        }
    }
}
