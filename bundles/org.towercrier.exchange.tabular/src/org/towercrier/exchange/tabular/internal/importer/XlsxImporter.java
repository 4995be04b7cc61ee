package org.towercrier.exchange.tabular.internal.importer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.exchange.ImportSource;
import org.towercrier.exchange.Importer;
import org.towercrier.exchange.Probe;
import org.towercrier.exchange.Recognition;
import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.table.TableSource;
import org.towercrier.exchange.tabular.internal.table.XlsxTable;

/** Excel workbooks. */
@Component(service = Importer.class)
public final class XlsxImporter extends TabularImporter {

    @Activate
    public XlsxImporter(@Reference Profiles profiles) {
        super("xlsx", List.of("xlsx", "xlsm"), profiles);
    }

    @Override
    public Recognition recognise(Probe probe) {
        byte[] head = probe.head();
        boolean zip = head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3;
        boolean old = head.length > 3 && (head[0] & 0xff) == 0xd0 && (head[1] & 0xff) == 0xcf;
        String name = probe.fileName().toLowerCase(Locale.ROOT);
        boolean named = name.matches(".*\\.(xlsx|xlsm|xls)");
        if (zip && (named || new String(head, java.nio.charset.StandardCharsets.ISO_8859_1).contains("xl/"))) {
            return new Recognition(85, Messages.of("recognised.workbook"));
        }
        return named && (old || head.length > 0) ? new Recognition(30, Messages.of("recognised.name")) : Recognition.NONE;
    }

    @Override
    TableSource table(ImportSource source, Optional<ImportProfile> profile) {
        String sheet = profile.map(each -> each.layout().sheet()).orElse("");
        int header = profile.map(each -> each.layout().header()).orElse(-1);
        return bytes -> XlsxTable.open(source::open, sheet, header);
    }
}
