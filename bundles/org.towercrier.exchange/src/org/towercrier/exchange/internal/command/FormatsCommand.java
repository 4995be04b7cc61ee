package org.towercrier.exchange.internal.command;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.Table;
import org.towercrier.exchange.ExporterInfo;
import org.towercrier.exchange.Formats;
import org.towercrier.exchange.ImporterInfo;

import picocli.CommandLine.Command;

/** Lists what can be read and written: {@code towercrier formats}. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "formats")
public final class FormatsCommand implements HeadlessCommand {

    /** Widths of the columns on a terminal. */
    private static final int LABEL_WIDTH = 36;
    private static final int EXTENSIONS_WIDTH = 16;
    private static final int CONTENT_WIDTH = 40;

    @Override
    public String messages() {
        return "OSGI-INF/l10n/exchange";
    }

    @Override
    public int run(CommandContext context) {
        List<Formats> installed = context.installed(Formats.class);
        List<ImporterInfo> importers = installed.stream().flatMap(formats -> formats.importers().stream())
                .sorted(Comparator.comparing(ImporterInfo::id)).toList();
        List<ExporterInfo> exporters = installed.stream().flatMap(formats -> formats.exporters().stream())
                .sorted(Comparator.comparing(ExporterInfo::id)).toList();
        Table table = Table.in(context).text(text(context, "Column_Id")).text(text(context, "Column_Direction"))
                .wrapped(text(context, "Column_Label"), LABEL_WIDTH).wrapped(text(context, "Column_Extensions"), EXTENSIONS_WIDTH)
                .wrapped(text(context, "Column_Content"), CONTENT_WIDTH);
        for (ImporterInfo importer : importers) {
            table.row(importer.id(), text(context, "Direction_In"), importer.label(), String.join(", ", importer.extensions()),
                    String.join(", ", importer.targets()));
        }
        for (ExporterInfo exporter : exporters) {
            table.row(exporter.id(), text(context, "Direction_Out"), exporter.label(), exporter.extension(), exporter.content());
        }
        table.print(context.out());
        context.json(Map.of("importers", importers, "exporters", exporters));
        return ExitCode.DONE;
    }

    private static String text(CommandContext context, String key) {
        return context.messages().text(key);
    }
}
