package org.towercrier.store.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import org.towercrier.store.StoreException;
import org.towercrier.store.StoreLockedException;
import org.towercrier.store.StoreLockedException.Owner;
import org.towercrier.store.StoreReadOnlyException;

/**
 * One process per workspace. The lock is the operating system's, so that the lock of a dead process is none; the text in
 * the file only tells others who has it.
 */
final class WorkspaceLock implements AutoCloseable {

    private static final String FILE = "workspace.lock";
    /** Behind the text, because on Windows a locked region cannot be read by others. */
    private static final long POSITION = 1L << 40;

    private final FileChannel channel;

    private WorkspaceLock(FileChannel channel) {
        this.channel = channel;
    }

    static WorkspaceLock acquire(Path folder, Instant now) throws StoreException {
        Path file = folder.resolve(FILE);
        FileChannel channel;
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StoreReadOnlyException(folder, e);
        }
        try {
            if (lock(channel).isEmpty()) {
                Optional<Owner> owner = owner(channel);
                channel.close();
                throw new StoreLockedException(folder, owner, null);
            }
            String text = ProcessHandle.current().pid() + "\n" + host() + "\n" + now + "\n";
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
            return new WorkspaceLock(channel);
        } catch (IOException e) {
            closeAfter(channel, e);
            throw new StoreReadOnlyException(folder, e);
        }
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock(POSITION, 1, false));
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    private static Optional<Owner> owner(FileChannel channel) {
        try {
            ByteBuffer bytes = ByteBuffer.allocate(1024);
            channel.read(bytes, 0);
            String[] lines = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).split("\n");
            return lines.length < 3 ? Optional.empty()
                    : Optional.of(new Owner(Long.parseLong(lines[0]), lines[1], Instant.parse(lines[2])));
        } catch (IOException | NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private static void closeAfter(FileChannel channel, IOException failure) {
        try {
            channel.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Gives the workspace free. The file stays: deleting it would race with the next owner. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
