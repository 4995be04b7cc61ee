package org.towercrier.statistics.command.internal;

import java.nio.file.Path;

import org.towercrier.exchange.tabular.TableLayout;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands on tables have in common: the file and how it is written. */
final class TableOptions {

    @Parameters(index = "0", paramLabel = "FILE")
    Path file = Path.of("");

    @Option(names = "--encoding", paramLabel = "NAME", defaultValue = TableLayout.AUTO)
    String encoding = TableLayout.AUTO;

    @Option(names = "--delimiter", paramLabel = "CHAR", defaultValue = TableLayout.AUTO)
    String delimiter = TableLayout.AUTO;

    @Option(names = "--decimal", paramLabel = "CHAR", defaultValue = TableLayout.AUTO)
    String decimal = TableLayout.AUTO;

    @Option(names = "--sheet", paramLabel = "NAME", defaultValue = "")
    String sheet = "";

    @Option(names = "--header", paramLabel = "ROW", defaultValue = "-1")
    int header = -1;

    TableLayout layout() {
        return new TableLayout(encoding, delimiter, decimal, sheet, header);
    }
}
