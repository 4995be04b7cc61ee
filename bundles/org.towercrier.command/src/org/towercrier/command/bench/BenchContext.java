package org.towercrier.command.bench;

import java.nio.file.Path;
import org.towercrier.command.CommandMonitor;

/** What a benchmark case may use. */
public interface BenchContext {

    BenchScale scale();

    /** An empty folder for files of the case; deleted afterwards. */
    Path folder();

    /** A service of the case's own, initially empty workspace; opened by the first call. */
    <T> T service(Class<T> type);

    CommandMonitor monitor();
}
