package org.towercrier.store.duckdb.internal.driver;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.towercrier.store.EngineSession;
import org.towercrier.store.StoreException;
import org.towercrier.store.StoreOptions;
import org.towercrier.store.StoreReadOnlyException;
import org.towercrier.store.duckdb.internal.Opener;

/** Opens DuckDB files with the settings of the product. */
public final class DuckDbOpener implements Opener {

    private static final String TEMPORARY = "tmp";

    /** Loads the native library, so that a failure shows before a file is touched. */
    public DuckDbOpener() {
        try (DuckDBConnection probe = connect("jdbc:duckdb:", new Properties())) {
            probe.getMetaData();
        } catch (SQLException e) {
            throw new IllegalStateException("The DuckDB driver does not start", e);
        }
    }

    @Override
    public EngineSession open(Path folder, Path file, StoreOptions options) throws StoreException {
        Path temporary = folder.resolve(TEMPORARY);
        try {
            clear(temporary);
        } catch (IOException e) {
            throw new StoreReadOnlyException(folder, e);
        }
        Failures failures = new Failures(folder, file);
        DuckDBConnection connection = null;
        try {
            connection = connect("jdbc:duckdb:" + file, settings(temporary, options));
            return new DuckDbSession(connection, version(connection), failures);
        } catch (SQLException e) {
            throw failures.translate(close(connection, e));
        }
    }

    /** What a killed process has left there is of no use to anybody. */
    private static void clear(Path temporary) throws IOException {
        Files.createDirectories(temporary);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(temporary, "duckdb_temp_*")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Properties settings(Path temporary, StoreOptions options) {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", options.memoryMiB() + "MiB");
        settings.setProperty("threads", Integer.toString(options.threads()));
        settings.setProperty("temp_directory", temporary.toString());
        // Without insertion order, appended rows of an open transaction cannot be moved out of memory: millions fail.
        settings.setProperty("preserve_insertion_order", "true");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        return settings;
    }

    private static DuckDBConnection connect(String url, Properties settings) throws SQLException {
        return new DuckDBDriver().connect(url, settings).unwrap(DuckDBConnection.class);
    }

    private static String version(DuckDBConnection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET GLOBAL TimeZone = 'UTC'");
            try (ResultSet result = statement.executeQuery("SELECT version()")) {
                result.next();
                return result.getString(1);
            }
        }
    }

    private static SQLException close(DuckDBConnection connection, SQLException failure) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                failure.addSuppressed(e);
            }
        }
        return failure;
    }
}
