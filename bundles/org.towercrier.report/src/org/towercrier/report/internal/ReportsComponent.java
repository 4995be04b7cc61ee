package org.towercrier.report.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.towercrier.command.Messages;
import org.towercrier.report.Report;
import org.towercrier.report.ReportException;
import org.towercrier.report.ReportKind;
import org.towercrier.report.ReportRequest;
import org.towercrier.report.ReportSection;
import org.towercrier.report.Reports;
import org.towercrier.report.Section;
import org.towercrier.store.StoreException;

/** The kinds and sections that are there at the moment. */
@Component(service = Reports.class)
public final class ReportsComponent implements Reports {

    private final List<ReportKind> kinds = new CopyOnWriteArrayList<>();
    private final List<ReportSection> sections = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addKind(ReportKind kind) {
        kinds.add(kind);
    }

    public void removeKind(ReportKind kind) {
        kinds.remove(kind);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addSection(ReportSection section) {
        sections.add(section);
    }

    public void removeSection(ReportSection section) {
        sections.remove(section);
    }

    @Override
    public List<ReportKind> kinds() {
        return kinds.stream().sorted(Comparator.comparing(ReportKind::id)).toList();
    }

    @Override
    public Report compose(String kind, ReportRequest request) throws ReportException, StoreException {
        ReportKind asked = kinds().stream().filter(each -> each.id().equals(kind)).findFirst()
                .orElseThrow(() -> new ReportException(texts(request.locale()).text("Report_UnknownKind", kind,
                        kinds().stream().map(ReportKind::id).collect(Collectors.joining(", ")))));
        Report report = asked.compose(request);
        List<Section> more = new ArrayList<>();
        for (ReportSection section : sections) {
            if (section.belongsTo(kind)) {
                more.addAll(section.compose(kind, request));
            }
        }
        return more.isEmpty() ? report : report.with(more);
    }

    @Override
    public void write(Report report, ReportRequest request, Path file) throws ReportException, IOException {
        Path target = file.toAbsolutePath().normalize();
        Messages texts = texts(request.locale());
        String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
        boolean page = name.endsWith(".html") || name.endsWith(".htm");
        if (!page && !name.endsWith(".xlsx")) {
            throw new ReportException(texts.text("Report_UnknownFormat", file, String.join(", ", FORMATS)));
        }
        Path folder = target.getParent();
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, ".report", ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                if (page) {
                    new HtmlPage(report, request, texts).write(out);
                } else {
                    new XlsxBook(report, request, texts).write(out);
                }
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    static Messages texts(Locale locale) {
        return Messages.of(ReportsComponent.class, ReportCommand.TEXTS, locale);
    }
}
