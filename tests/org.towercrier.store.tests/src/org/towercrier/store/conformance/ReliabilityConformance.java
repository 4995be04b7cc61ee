package org.towercrier.store.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.towercrier.fixture.TestModel;
import org.towercrier.store.RowWriter;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.StoreFullException;
import org.towercrier.store.StoreLockedException;
import org.towercrier.store.StoreReadOnlyException;
import org.towercrier.store.Stores;
import org.towercrier.store.TableSchema;

/** Killed processes, second processes, folders and disks that do not take what is written. */
@Timeout(value = 1800, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class ReliabilityConformance implements EngineUnderTest {

    private static final int BATCH = 20_000;
    private static final String BATCH_DONE = "batch";

    @TempDir
    Path folder;

    /** The child process: stores batch after batch and tells of each one, until it is killed. */
    public static final class Child {

        private Child() {
        }

        /** @param arguments the engine's class, the folder */
        public static void main(String[] arguments) throws Exception {
            EngineUnderTest engine = () -> newEngine(arguments[0]);
            TestModel model = new TestModel();
            try (Store store = Stores.open(engine.engine(), Path.of(arguments[1]))) {
                System.out.println("open");
                for (int batch = 0; batch < 10_000; batch++) {
                    int number = batch;
                    store.write(tx -> insert(tx.insert(model.reading()), number));
                    System.out.println(BATCH_DONE);
                }
            } catch (StoreException e) {
                System.out.println(e.getClass().getSimpleName() + ' ' + e.getMessage());
            }
        }

        private static org.towercrier.store.StoreEngine newEngine(String type) {
            try {
                return (org.towercrier.store.StoreEngine) Class.forName(type).getConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(type, e);
            }
        }

        private static int insert(RowWriter writer, int batch) throws StoreException {
            try (writer) {
                for (int i = 0; i < BATCH; i++) {
                    writer.add(i).addMicros(batch * 1_000_000L).add(1).add(false).add(batch).add(Math.sin(i * batch)).endRow();
                }
                return batch;
            }
        }
    }

    private Process start(String... prefix) throws IOException {
        java.util.List<String> command = new java.util.ArrayList<>(java.util.List.of(prefix));
        command.addAll(java.util.List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED", "-cp", TestClassPath.get(), Child.class.getName(),
                engine().getClass().getName(), folder.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static int awaitBatches(BufferedReader output, int batches) throws IOException {
        int seen = 0;
        while (seen < batches) {
            String line = output.readLine();
            if (line == null) {
                throw new IOException("The child ended early");
            }
            seen += line.equals(BATCH_DONE) ? 1 : 0;
        }
        return seen;
    }

    private static void kill(Process child) throws InterruptedException {
        child.destroyForcibly();
        assertTrue(child.waitFor(600, TimeUnit.SECONDS));
    }

    private int rows() throws StoreException {
        try (Store store = Stores.open(engine(), folder)) {
            TestModel model = new TestModel();
            store.ensure(java.util.List.of(model.reading()));
            return store.read(sql -> sql.fetchCount(TableSchema.of(model.reading()).table()));
        }
    }

    @Test
    @DisplayName("a killed process leaves whole batches only, all that it told of, and no lock")
    void killed() throws Exception {
        int told = 0;
        for (int round = 1; round <= 4; round++) {
            Process child = start();
            try (BufferedReader output = new BufferedReader(
                    new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
                told += awaitBatches(output, 2 * round);
                kill(child);
            } finally {
                child.destroyForcibly();
            }
            int rows = rows();
            assertEquals(0, rows % BATCH, "half a batch after round " + round);
            assertTrue(rows >= told * BATCH, rows + " rows of " + told + " batches");
            told = rows / BATCH;
        }
    }

    @Test
    @DisplayName("a second process is told who has the workspace")
    void secondProcess() throws Exception {
        Process child = start();
        try (BufferedReader output = new BufferedReader(
                new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            awaitBatches(output, 1);
            StoreLockedException locked = assertThrows(StoreLockedException.class, () -> Stores.open(engine(), folder));
            assertEquals(child.pid(), locked.owner().orElseThrow().pid());
            assertTrue(locked.what(Locale.ENGLISH).contains(Long.toString(child.pid())), locked.getMessage());
            kill(child);
        } finally {
            child.destroyForcibly();
        }
        assertTrue(rows() > 0);
    }

    @Test
    @DisplayName("a second opening in this process is refused, and possible after closing")
    void secondOpening() throws StoreException {
        Store first = Stores.open(engine(), folder);
        StoreLockedException locked = assertThrows(StoreLockedException.class, () -> Stores.open(engine(), folder));
        assertEquals(ProcessHandle.current().pid(), locked.owner().orElseThrow().pid());
        first.close();
        Stores.open(engine(), folder).close();
    }

    @Test
    @DisplayName("a folder that is none is told as one that cannot be written")
    void noFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        StoreReadOnlyException failure = assertThrows(StoreReadOnlyException.class,
                () -> Stores.open(engine(), file.resolve("workspace")));
        assertTrue(failure.what(Locale.ENGLISH).contains("cannot be written"));
        assertFalse(failure.remedy(Locale.SIMPLIFIED_CHINESE).isBlank());
    }

    @Test
    @DisplayName("a read-only folder is told")
    void readOnlyFolder() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        assumeTrue(locked.toFile().setWritable(false) && !Files.isWritable(locked), "needs a user who can be refused");
        assertThrows(StoreReadOnlyException.class, () -> Stores.open(engine(), locked));
    }

    @Test
    @DisplayName("a full disk is told, and what was committed before is there")
    void fullDisk() throws Exception {
        assumeTrue(System.getProperty("os.name").startsWith("Linux"), "needs the file size limit of a Linux shell");
        Process child = start("bash", "-c", "ulimit -f 6000; exec \"$@\"", "bash");
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(child.waitFor(600, TimeUnit.SECONDS));
        assertTrue(output.contains(StoreFullException.class.getSimpleName()), output);
        int told = (int) output.lines().filter(BATCH_DONE::equals).count();
        int rows = rows();
        assertEquals(0, rows % BATCH);
        assertTrue(rows >= told * BATCH, rows + " rows of " + told + " batches: " + output);
    }
}
