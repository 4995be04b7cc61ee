package org.towercrier.exchange.tabular.internal.importer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.TablePreview;
import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.table.Table;
import org.towercrier.exchange.tabular.internal.table.TableSource;

/** Reads the beginnings of tables. */
final class Previews {

    private Previews() {
    }

    /**
     * The beginning of a table; empty when it has no columns.
     *
     * @param mapping the profile for a header
     * @throws ImportRefusedException when there is none
     */
    static Optional<TablePreview> of(TableSource source, int most, Function<List<String>, Optional<ImportProfile>> mapping)
            throws IOException, ImportRefusedException {
        try (Table table = source.open()) {
            List<String> header = table.header();
            if (header.isEmpty()) {
                return Optional.empty();
            }
            ImportProfile profile = mapping.apply(header)
                    .orElseThrow(() -> new ImportRefusedException(Messages.of("map.unrecognised", String.join(", ", header))));
            List<List<String>> rows = new ArrayList<>();
            while (rows.size() < most && table.next()) {
                List<String> row = new ArrayList<>(header.size());
                for (int column = 0; column < header.size(); column++) {
                    row.add(table.text(column));
                }
                rows.add(row);
            }
            return Optional.of(new TablePreview(profile, header, rows));
        }
    }
}
