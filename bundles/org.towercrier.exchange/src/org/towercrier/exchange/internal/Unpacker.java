package org.towercrier.exchange.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Takes compressions and archives off by their content (gz, tar, zip, and each inside another), within limits. Nothing is ever written under a name from an
 * archive. Office documents, which are zip files too, are left whole.
 */
final class Unpacker {

    private static final int BUFFER = 64 << 10;
    private static final int TAR_MAGIC_AT = 257;

    /** Receives what comes out. */
    interface Visitor {

        void member(Member member);

        /** A file or member that could not be opened. */
        void refused(String shown, String reason);
    }

    private final Path temporaryFolder;
    private final UnpackLimits limits;

    Unpacker(Path temporaryFolder, UnpackLimits limits) {
        this.temporaryFolder = temporaryFolder;
        this.limits = limits;
    }

    /** @param content the bytes of the file as they lie on disk */
    void visit(Path file, Content content, boolean explicit, Visitor visitor) {
        try {
            long size = Files.size(file);
            Wrapped wrapped = new Wrapped(file.toString(), file.getFileName().toString(), content, size, explicit);
            new Walk(new UnpackBudget(limits, size), visitor).inspect(wrapped, file, 0);
        } catch (IOException unreadable) {
            visitor.refused(file.toString(), reason(unreadable));
        }
    }

    /** Why a file cannot be read, as a sentence. */
    static String reason(IOException trouble) {
        return switch (trouble) {
            case UnpackLimitException bomb -> bomb.getMessage();
            case EOFException truncated -> Texts.text("Archive_Truncated");
            case ZipException damaged -> Texts.text("Archive_Damaged", Texts.shorten(String.valueOf(damaged.getMessage())));
            default -> Texts.text("File_Unreadable", Texts.shorten(String.valueOf(trouble.getMessage())));
        };
    }

    private record Wrapped(String shown, String name, Content content, long size, boolean explicit) {

        Wrapped without(String extension, Content inner) {
            boolean ends = name.toLowerCase(Locale.ROOT).endsWith(extension);
            return new Wrapped(shown, ends ? name.substring(0, name.length() - extension.length()) : name, inner, size, explicit);
        }

        Wrapped member(String path, Content inner, long length) {
            return new Wrapped(shown + "!/" + path, path.substring(path.lastIndexOf('/') + 1), inner, length, false);
        }
    }

    /** One file on disk with everything in it. */
    private final class Walk {

        private final UnpackBudget budget;
        private final Visitor visitor;

        Walk(UnpackBudget budget, Visitor visitor) {
            this.budget = budget;
            this.visitor = visitor;
        }

        /** @param onDisk the file with exactly this content, or null when there is none */
        void inspect(Wrapped file, Path onDisk, int depth) {
            try {
                byte[] head = head(file.content());
                boolean gzip = starts(head, 0x1f, 0x8b);
                boolean zip = starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6);
                boolean tar = isTar(head);
                if ((gzip || zip || tar) && depth >= limits.depth()) {
                    visitor.refused(file.shown(), Texts.text("Archive_Depth", limits.depth()));
                } else if (gzip) {
                    Content raw = file.content();
                    inspect(file.without(".gz", budget.bounded(() -> gunzip(raw))), null, depth + 1);
                } else if (tar) {
                    tar(file, depth);
                } else if (zip) {
                    zip(file, onDisk, depth);
                } else {
                    visitor.member(new Member(file.shown(), file.name(), file.content(), file.size(), file.explicit()));
                }
            } catch (IOException unreadable) {
                visitor.refused(file.shown(), reason(unreadable));
            }
        }

        private void tar(Wrapped file, int depth) throws IOException {
            try (InputStream in = file.content().open(); TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
                int count = 0;
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    if (entry.isFile() && accepted(file, entry.getName(), ++count)) {
                        try (Spill spill = Spill.of(tar, temporaryFolder)) {
                            inspect(file.member(entry.getName(), spill.content(), entry.getSize()), spill.file().orElse(null), depth + 1);
                        }
                    }
                }
            } catch (IllegalArgumentException damaged) {
                // The tar reader reports some broken headers this way.
                throw new ZipException(String.valueOf(damaged.getMessage()));
            }
        }

        private void zip(Wrapped file, Path onDisk, int depth) throws IOException {
            if (onDisk != null) {
                zip(file, onDisk, StandardCharsets.UTF_8, depth);
                return;
            }
            try (InputStream in = file.content().open(); Spill spill = Spill.toFile(in, temporaryFolder)) {
                zip(file, spill.file().orElseThrow(), StandardCharsets.UTF_8, depth);
            }
        }

        private void zip(Wrapped file, Path onDisk, Charset names, int depth) throws IOException {
            try (ZipFile zip = new ZipFile(onDisk.toFile(), names)) {
                if (zip.getEntry("[Content_Types].xml") != null) {
                    visitor.member(new Member(file.shown(), file.name(), file.content(), file.size(), file.explicit()));
                    return;
                }
                List<? extends ZipEntry> entries = zip.stream().filter(entry -> !entry.isDirectory()).toList();
                budget.check(entries.stream().mapToLong(entry -> Math.max(0, entry.getSize())).sum());
                int count = 0;
                for (ZipEntry entry : entries) {
                    if (accepted(file, entry.getName(), ++count)) {
                        Content content = budget.bounded(() -> zip.getInputStream(entry));
                        inspect(file.member(entry.getName(), content, entry.getCompressedSize()), null, depth + 1);
                    }
                }
            } catch (IllegalArgumentException unreadableNames) {
                throw new ZipException(String.valueOf(unreadableNames.getMessage()));
            } catch (ZipException trouble) {
                boolean badName = String.valueOf(trouble.getMessage()).contains("bad entry name");
                if (!badName || !names.equals(StandardCharsets.UTF_8)) {
                    throw trouble;
                }
                // Written on a Chinese Windows, where names are in the system's own encoding.
                zip(file, onDisk, Charset.forName("GB18030"), depth);
            }
        }

        private boolean accepted(Wrapped archive, String path, int count) throws ZipException {
            if (count > limits.entries()) {
                throw new ZipException(Texts.text("Archive_Entries", limits.entries()));
            }
            String name = path.replace('\\', '/');
            if (name.startsWith("/") || name.matches("[A-Za-z]:.*") || List.of(name.split("/")).contains("..")) {
                visitor.refused(archive.shown() + "!/" + path, Texts.text("Archive_Escape"));
                return false;
            }
            String last = name.substring(name.lastIndexOf('/') + 1);
            return !name.startsWith("__MACOSX/") && !last.startsWith(".");
        }
    }

    private static InputStream gunzip(Content raw) throws IOException {
        InputStream in = raw.open();
        try {
            return new GZIPInputStream(in, BUFFER);
        } catch (IOException noHeader) {
            in.close();
            throw noHeader;
        }
    }

    private static byte[] head(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return in.readNBytes(512);
        }
    }

    private static boolean isTar(byte[] head) {
        return head.length == 512 && head[TAR_MAGIC_AT] == 'u' && head[TAR_MAGIC_AT + 1] == 's' && head[TAR_MAGIC_AT + 2] == 't'
                && head[TAR_MAGIC_AT + 3] == 'a' && head[TAR_MAGIC_AT + 4] == 'r';
    }

    private static boolean starts(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
