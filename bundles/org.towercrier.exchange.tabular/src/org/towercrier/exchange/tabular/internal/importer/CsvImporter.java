package org.towercrier.exchange.tabular.internal.importer;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.ImportSource;
import org.towercrier.exchange.Importer;
import org.towercrier.exchange.Probe;
import org.towercrier.exchange.Recognition;
import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.table.CsvDialect;
import org.towercrier.exchange.tabular.internal.table.CsvTable;
import org.towercrier.exchange.tabular.internal.table.TableSource;

/** Text files of separated values, of any character set and delimiter. */
@Component(service = Importer.class)
public final class CsvImporter extends TabularImporter {

    private static final int BY_STRUCTURE = 40;

    @Activate
    public CsvImporter(@Reference Profiles profiles) {
        super("csv", List.of("csv", "tsv", "txt"), profiles);
    }

    @Override
    public Recognition recognise(Probe probe) {
        boolean named = probe.fileName().toLowerCase(java.util.Locale.ROOT).matches(".*\\.(csv|tsv)");
        if (probe.head().length == 0 && named) {
            return new Recognition(BY_STRUCTURE, Messages.of("recognised.name"));
        }
        Optional<Heads.Head> head = Heads.header(probe).filter(found -> found.format().equals("csv"));
        if (head.isPresent()) {
            return new Recognition(BY_STRUCTURE, Messages.of("recognised.table", head.get().width()));
        }
        return named && !binary(probe.head()) ? new Recognition(BY_STRUCTURE / 2, Messages.of("recognised.name")) : Recognition.NONE;
    }

    private static boolean binary(byte[] head) {
        return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] < 8;
    }

    @Override
    TableSource table(ImportSource source, Optional<ImportProfile> profile) throws IOException, ImportRefusedException {
        try (InputStream in = source.open()) {
            if (binary(in.readNBytes(4))) {
                throw new ImportRefusedException(Messages.of("csv.is-archive"));
            }
        }
        String encoding = profile.map(each -> each.layout().encoding()).orElse(ImportProfile.AUTO);
        String delimiter = profile.map(each -> each.layout().delimiter()).orElse(ImportProfile.AUTO);
        int header = profile.map(each -> each.layout().header()).orElse(-1);
        CsvDialect dialect = CsvDialect.detect(source::open, encoding, delimiter);
        return bytes -> CsvTable.open(source::open, dialect, header, bytes);
    }
}
