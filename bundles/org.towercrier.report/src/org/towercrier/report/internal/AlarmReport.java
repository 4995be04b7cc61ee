package org.towercrier.report.internal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.command.Messages;

/**
 * The active alarms as one HTML page without any reference to elsewhere: worst first, then newest. The same alarms give
 * the same bytes; the page carries the time of the newest change instead of the time of writing.
 */
final class AlarmReport {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final String STYLE = """
            body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1b2430}
            h1{font-size:1.5rem;margin:0}p{margin:.4rem 0}table{border-collapse:collapse;width:100%;margin-top:1.2rem}
            th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #d5dbe3;vertical-align:top}
            th{font-weight:600;color:#4a5768}.note{background:#fff4d6;padding:.5rem .8rem;border-radius:6px}
            .CRITICAL{border-left:6px solid #8f1d2c}.MAJOR{border-left:6px solid #c75000}
            .MINOR{border-left:6px solid #b58900}.WARNING{border-left:6px solid #2f6fab}
            @media print{body{margin:0;max-width:none}}""";

    private final Messages texts;
    private final ZoneId zone;

    AlarmReport(Messages texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    String html(List<Alarm> alarms, String language) {
        List<Alarm> up = alarms.stream().filter(alarm -> alarm.cleared().isEmpty())
                .sorted(Comparator.comparing((Alarm alarm) -> alarm.severity().getValue())
                        .thenComparing(Comparator.comparing(Alarm::raised).reversed()).thenComparing(Alarm::id))
                .toList();
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"").append(escape(language))
                .append("\"><head><meta charset=\"utf-8\"><title>").append(text("Report_Title")).append("</title><style>")
                .append(STYLE).append("</style></head><body>\n<h1>").append(text("Report_Title")).append("</h1>\n");
        if (up.stream().anyMatch(Alarm::synthetic)) {
            page.append("<p class=\"note\">").append(text("Report_Synthetic")).append("</p>\n");
        }
        page.append("<p>").append(escape(summary(up))).append("</p>\n");
        if (!up.isEmpty()) {
            appendTable(page, up);
        }
        return page.append("</body></html>\n").toString();
    }

    private String summary(List<Alarm> up) {
        if (up.isEmpty()) {
            return texts.text("Report_None");
        }
        Map<String, Long> kinds = up.stream()
                .collect(Collectors.groupingBy(alarm -> kind(alarm), TreeMap::new, Collectors.counting()));
        return texts.text("Report_Summary", up.size(), time(up.stream().map(Alarm::changed).max(Comparator.naturalOrder())
                .orElseThrow())) + " " + kinds.entrySet().stream().map(kind -> kind.getKey() + " " + kind.getValue())
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private void appendTable(StringBuilder page, List<Alarm> up) {
        page.append("<table><thead><tr>");
        for (String column : List.of("Severity", "Cell", "Kind", "Problem", "Raised", "Acknowledged")) {
            page.append("<th>").append(text("Report_" + column)).append("</th>");
        }
        page.append("</tr></thead><tbody>\n");
        for (Alarm alarm : up) {
            page.append("<tr><td class=\"").append(alarm.severity().getLiteral()).append("\">")
                    .append(text("Report_" + alarm.severity().getLiteral())).append("</td>");
            for (String value : List.of(alarm.cell(), kind(alarm), alarm.identity().specificProblem(), time(alarm.raised()),
                    alarm.acknowledgement().isPresent() ? texts.text("Report_Yes") : "")) {
                page.append("<td>").append(escape(value)).append("</td>");
            }
            page.append("</tr>\n");
        }
        page.append("</tbody></table>\n");
    }

    private String kind(Alarm alarm) {
        return texts.text("Report_" + alarm.kind().getLiteral());
    }

    private String time(java.time.Instant instant) {
        return TIME.format(instant.atZone(zone));
    }

    private String text(String key) {
        return escape(texts.text(key));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
