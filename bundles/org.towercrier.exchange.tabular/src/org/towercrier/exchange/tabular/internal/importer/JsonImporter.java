package org.towercrier.exchange.tabular.internal.importer;

import java.util.List;
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
import org.towercrier.exchange.tabular.internal.table.JsonTable;
import org.towercrier.exchange.tabular.internal.table.TableSource;

/** Arrays of JSON objects. */
@Component(service = Importer.class)
public final class JsonImporter extends TabularImporter {

    @Activate
    public JsonImporter(@Reference Profiles profiles) {
        super("json", List.of("json"), profiles);
    }

    @Override
    public Recognition recognise(Probe probe) {
        boolean array = probe.text().map(text -> text.replace("\ufeff", "").stripLeading()).filter(text -> text.matches("(?s)\\[\\s*\\{.*"))
                .isPresent();
        return array ? new Recognition(25, Messages.of("recognised.objects")) : Recognition.NONE;
    }

    @Override
    TableSource table(ImportSource source, Optional<ImportProfile> profile) {
        return bytes -> JsonTable.open(source::open, bytes);
    }
}
