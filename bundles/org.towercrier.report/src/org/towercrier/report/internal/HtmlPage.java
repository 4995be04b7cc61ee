package org.towercrier.report.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.towercrier.command.Messages;
import org.towercrier.report.Block;
import org.towercrier.report.Chart;
import org.towercrier.report.Facts;
import org.towercrier.report.Grid;
import org.towercrier.report.Paragraph;
import org.towercrier.report.Report;
import org.towercrier.report.ReportRequest;
import org.towercrier.report.Section;

/** A report as one HTML page without any reference to elsewhere: style and pictures are in it, scripts are not. */
final class HtmlPage {

    /** The office attribute keeps text that is copied from the page into a spreadsheet from being run as a formula. */
    private static final String STYLE = """
            :root{color-scheme:light}
            body{font:14px/1.5 system-ui,"Segoe UI","Noto Sans","Noto Sans CJK SC",sans-serif;margin:2rem auto;max-width:76rem;\
            padding:0 1rem;color:#1b2430;background:#fff}
            h1{font-size:1.6rem;margin:0}h2{font-size:1.15rem;margin:2rem 0 .4rem;border-bottom:2px solid #d5dbe3;padding-bottom:.2rem}
            h3{font-size:1rem;margin:1.2rem 0 .2rem}p{margin:.4rem 0;white-space:pre-line}.muted{color:#5a6675}
            nav a{margin-right:1rem;color:#2f6fab}
            table{border-collapse:collapse;width:100%;margin-top:.6rem}
            th,td{text-align:left;padding:.25rem .6rem;border-bottom:1px solid #d5dbe3;vertical-align:top}
            td{mso-number-format:"\\@"}th{font-weight:600;color:#4a5768;vertical-align:bottom}
            .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}.w{white-space:nowrap}
            th.n{white-space:normal;vertical-align:bottom}td.n{mso-number-format:General}
            .note{background:#fff4d6;padding:.5rem .8rem;border-radius:6px}
            .facts{display:flex;flex-wrap:wrap;gap:.6rem;margin:.8rem 0}
            .fact{border:1px solid #d5dbe3;border-left-width:5px;border-radius:4px;padding:.35rem .8rem;min-width:7rem}
            .fact b{display:block;font-size:1.3rem;font-variant-numeric:tabular-nums}.fact span{color:#4a5768}
            figure{margin:1rem 0}figcaption{font-weight:600}svg{max-width:100%;height:auto}
            @media print{body{margin:0;max-width:none}nav{display:none}h2{break-after:avoid}tr,figure{break-inside:avoid}}
            """;

    private final Report report;
    private final ReportRequest request;
    private final Messages texts;
    private final ValueTexts values;
    private final StringBuilder page = new StringBuilder();

    HtmlPage(Report report, ReportRequest request, Messages texts) {
        this.report = report;
        this.request = request;
        this.texts = texts;
        this.values = new ValueTexts(request);
    }

    void write(OutputStream out) throws IOException {
        out.write(text().getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        page.setLength(0);
        page.append("<!DOCTYPE html>\n<html lang=\"").append(escape(request.locale().toLanguageTag()))
                .append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(escape(report.title())).append("</title>\n<style>\n").append(STYLE).append("</style></head>\n<body>\n<h1>")
                .append(escape(report.title())).append("</h1>\n");
        if (!report.subtitle().isEmpty()) {
            paragraph(report.subtitle(), "");
        }
        paragraph(texts.text("Report_Made", values.time(request.now()), request.zone().getId()), "muted");
        report.notices().forEach(notice -> paragraph(notice, "note"));
        if (report.sections().size() > 1) {
            contents();
        }
        report.sections().forEach(this::section);
        return page.append("</body></html>\n").toString();
    }

    private void contents() {
        page.append("<nav>");
        report.sections().forEach(section -> page.append("<a href=\"#").append(escape(section.id())).append("\">")
                .append(escape(section.title())).append("</a>"));
        page.append("</nav>\n");
    }

    private void section(Section section) {
        page.append("<section id=\"").append(escape(section.id())).append("\">\n<h2>").append(escape(section.title()))
                .append("</h2>\n");
        section.blocks().forEach(this::block);
        page.append("</section>\n");
    }

    private void block(Block block) {
        switch (block) {
            case Paragraph paragraph -> paragraph(paragraph.text(), paragraph.muted() ? "muted" : "");
            case Facts facts -> facts(facts);
            case Grid grid -> grid(grid);
            case Chart chart -> page.append("<figure><figcaption>").append(escape(chart.title())).append("</figcaption>\n")
                    .append(new SvgChart(chart, values, request.zone()).svg()).append("</figure>\n");
        }
    }

    private void paragraph(String text, String style) {
        page.append(style.isEmpty() ? "<p>" : "<p class=\"" + style + "\">").append(escape(text)).append("</p>\n");
    }

    private void facts(Facts facts) {
        page.append("<div class=\"facts\">");
        for (Facts.Fact fact : facts.facts()) {
            page.append("<div class=\"fact\" style=\"border-left-color:").append(fact.tone().colour()).append("\"><b>")
                    .append(escape(values.fact(fact.value())));
            if (!fact.unit().isEmpty()) {
                page.append(' ').append(escape(fact.unit()));
            }
            page.append("</b><span>").append(escape(marked(fact.tone().shape(), fact.label()))).append("</span></div>");
        }
        page.append("</div>\n");
    }

    private static String marked(String shape, String text) {
        return shape.isEmpty() ? text : shape + " " + text;
    }

    private void grid(Grid grid) {
        if (!grid.title().isEmpty()) {
            page.append("<h3>").append(escape(grid.title())).append("</h3>\n");
        }
        if (grid.rows().isEmpty()) {
            paragraph(grid.none(), "muted");
            return;
        }
        page.append("<table><thead><tr>");
        for (Grid.Column column : grid.columns().stream().filter(HtmlPage::isShown).toList()) {
            page.append(column.type() == Grid.Type.NUMBER ? "<th class=\"n\">" : "<th>").append(escape(heading(column)))
                    .append("</th>");
        }
        page.append("</tr></thead><tbody>\n");
        grid.rows().forEach(row -> row(grid.columns(), row));
        page.append("</tbody></table>\n");
    }

    private static boolean isShown(Grid.Column column) {
        return column.type() != Grid.Type.KEY;
    }

    static String heading(Grid.Column column) {
        return column.unit().isEmpty() ? column.label() : column.label() + " (" + column.unit() + ")";
    }

    private void row(List<Grid.Column> columns, List<Object> row) {
        page.append("<tr>");
        for (int i = 0; i < row.size(); i++) {
            Grid.Column column = columns.get(i);
            if (!isShown(column)) {
                continue;
            }
            Object value = row.get(i);
            String style = switch (column.type()) {
                case NUMBER -> " class=\"n\"";
                case TIME, DATE -> " class=\"w\"";
                case TEXT, KEY -> "";
            };
            page.append("<td").append(style);
            if (value instanceof Grid.Mark mark) {
                page.append(" style=\"border-left:5px solid ").append(mark.tone().colour()).append("\"");
            }
            page.append('>').append(escape(values.cell(value, column.decimals()))).append("</td>");
        }
        page.append("</tr>\n");
    }

    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(c < ' ' && c != '\n' && c != '\t' ? ' ' : c);
            }
        });
        return safe.toString();
    }
}
