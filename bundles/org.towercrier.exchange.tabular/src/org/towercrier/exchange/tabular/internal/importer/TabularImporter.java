package org.towercrier.exchange.tabular.internal.importer;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.towercrier.exchange.ImportContext;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.ImportSource;
import org.towercrier.exchange.ImporterInfo;
import org.towercrier.exchange.TableImporter;
import org.towercrier.exchange.TablePreview;
import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.profile.AutoProfile;
import org.towercrier.exchange.tabular.internal.map.TableImport;
import org.towercrier.exchange.tabular.internal.table.Table;
import org.towercrier.exchange.tabular.internal.table.TableSource;
import org.towercrier.model.ModelPackages;

/** What the importers of tables share: a table of some writing, a profile named or found, and the import by it. */
abstract class TabularImporter implements TableImporter {

    private final ImporterInfo info;
    private final Profiles profiles;

    TabularImporter(String id, List<String> extensions, Profiles profiles) {
        this.info = new ImporterInfo(id, Messages.of("format." + id), extensions,
                ModelPackages.stored().stream().map(type -> type.getName()).sorted().toList());
        this.profiles = profiles;
    }

    @Override
    public ImporterInfo info() {
        return info;
    }

    /** The table of a file, written as a profile says; without a profile everything is found by the content. */
    abstract TableSource table(ImportSource source, Optional<ImportProfile> profile) throws IOException, ImportRefusedException;

    @Override
    public void read(ImportSource source, ImportContext context) throws ImportRefusedException, IOException {
        Optional<ImportProfile> given = context.profile();
        if (given.isPresent() && !profiles.shipped().contains(given.get()) && !AutoProfile.leavesColumns(given.get())) {
            new TableImport(table(source, given), source.name(), given.get(), context, false).run();
            return;
        }
        TableSource table = table(source, given.filter(own -> !profiles.shipped().contains(own)));
        List<String> header;
        try (Table opened = table.open()) {
            header = opened.header();
        }
        if (header.isEmpty()) {
            context.warn(Messages.of("table.no-rows"));
            return;
        }
        if (given.isEmpty() && DataDictionary.describes(header)) {
            context.warn(Messages.of("table.dictionary"));
            return;
        }
        ImportProfile profile = profile(given, header, source)
                .orElseThrow(() -> new ImportRefusedException(unrecognised(header)));
        boolean byNames = profile.name().isEmpty() || given.filter(AutoProfile::leavesColumns).isPresent();
        context.warn(byNames ? Messages.of("map.by-names", profile.target(), described(profile))
                : Messages.of("map.by-profile", profile.name(), profile.target()));
        new TableImport(table, source.name(), profile, context, false).run();
    }

    @Override
    public Optional<TablePreview> preview(ImportSource source, Optional<ImportProfile> profile, int rows)
            throws ImportRefusedException, IOException {
        boolean own = profile.isPresent() && !profiles.shipped().contains(profile.get());
        return Previews.of(table(source, own ? profile : Optional.empty()), rows,
                header -> profile(profile, header, source));
    }

    private Optional<ImportProfile> profile(Optional<ImportProfile> given, List<String> header, ImportSource source) {
        return given.isPresent() ? profiles.completed(given.get(), header) : profiles.forHeader(header, source.name(), info.id());
    }

    private String unrecognised(List<String> header) {
        return profiles.nearest(header).map(near -> Messages.of("map.unrecognised.near", String.join(", ", header), near))
                .orElseGet(() -> Messages.of("map.unrecognised", String.join(", ", header)));
    }

    private static String described(ImportProfile profile) {
        return String.join(", ", profile.columns().entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue().attribute()
                        + (entry.getValue().unit().isEmpty() ? "" : " (" + entry.getValue().unit() + ")"))
                .toList());
    }
}
