package org.towercrier.report.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.towercrier.report.Chart;
import org.towercrier.report.Facts;
import org.towercrier.report.Grid;
import org.towercrier.report.Paragraph;
import org.towercrier.report.Report;
import org.towercrier.report.ReportRequest;
import org.towercrier.report.Section;
import org.towercrier.report.Tone;

/** A report with one block of every sort. */
final class SampleReports {

    static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    static final ReportRequest REQUEST = ReportRequest.of(Locale.ENGLISH, ZoneId.of("Asia/Shanghai"), NOON);

    private SampleReports() {
    }

    static Report everything() {
        Grid grid = Grid.of(Grid.Column.text("cell"), Grid.Column.number("load", "%", 1), Grid.Column.time("seen"),
                Grid.Column.date("day"), Grid.Column.text("severity"), Grid.Column.key("key"))
                .row("=HYPERLINK(\"http://evil\")", 1234.56, NOON, LocalDate.of(2026, 11, 1), new Grid.Mark(Tone.MAJOR, "major"), "ROW:1")
                .row("<b>bold</b> & co", -5, NOON, LocalDate.of(2026, 11, 2), "", "ROW:2").table("Cells", "none");
        Chart chart = new Chart("Load", new Chart.Times("hour", List.of(NOON, NOON.plusSeconds(3600), NOON.plusSeconds(7200))),
                new Chart.Quantity("load", "%"),
                List.of(new Chart.Series("cell 1", Chart.Style.LINE, Tone.PLAIN, List.of(10.0, Double.NaN, 30.0))),
                List.of(new Chart.Band("interval", List.of(5.0, 6.0, 7.0), List.of(15.0, 26.0, 47.0))),
                List.of(new Chart.Limit("limit", 40)));
        Chart bars = Chart.of("Alarms", new Chart.Words("severity", List.of("critical", "major")), new Chart.Quantity("alarms", ""),
                new Chart.Series("active", Chart.Style.BARS, Tone.CRITICAL, List.of(2.0, 3.0)),
                new Chart.Series("new", Chart.Style.STACK, Tone.MAJOR, List.of(1.0, 0.0)));
        return new Report("Morning & evening", "All of it", List.of("Synthetic data."),
                List.of(Section.of("second", 200, "History: a/b", chart, bars),
                        Section.of("first", 100, "History: a/b", Paragraph.of("+1 line\nand another"),
                                Facts.of(new Facts.Fact("worst", 12.5, "%", Tone.CRITICAL), Facts.Fact.of("cells", 1200)), grid)),
                Map.of("cells", 2));
    }
}
