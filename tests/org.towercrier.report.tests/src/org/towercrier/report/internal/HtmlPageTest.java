package org.towercrier.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;

import org.junit.jupiter.api.Test;
import org.towercrier.report.Chart;
import org.towercrier.report.Report;
import org.towercrier.report.Tone;
import org.towercrier.report.ReportRequest;
import org.towercrier.report.Section;

class HtmlPageTest {

    private final Report report = SampleReports.everything();

    private static String page(Report report, ReportRequest request) {
        return new HtmlPage(report, request, ReportsComponent.texts(request.locale())).text();
    }

    @Test
    void nothingIsFetchedFromElsewhereAndNothingRuns() {
        String page = page(report, SampleReports.REQUEST);

        assertFalse(page.replace("http://www.w3.org/2000/svg", "").replace("http://evil", "").contains("http"), page);
        assertFalse(page.contains("<script") || page.contains("<link") || page.contains("src="), page);
    }

    @Test
    void textsCannotBreakOutOfThePage() {
        String page = page(report, SampleReports.REQUEST);

        assertFalse(page.contains("<b>bold</b>"));
        assertTrue(page.contains("&lt;b&gt;bold&lt;/b&gt; &amp; co"));
        assertTrue(page.contains("<h1>Morning &amp; evening</h1>"));
    }

    @Test
    void numbersFollowTheLanguageAndTimesTheZone() {
        assertTrue(page(report, SampleReports.REQUEST).contains("1,234.6"));
        assertTrue(page(report, SampleReports.REQUEST).contains("2026-11-01 20:00"));
        ReportRequest german = ReportRequest.of(Locale.GERMANY, ZoneId.of("UTC"), SampleReports.NOON);
        assertTrue(page(report, german).contains("1.234,6"));
        assertTrue(page(report, german).contains("2026-11-01 12:00"));
    }

    @Test
    void whatOnlyScriptsNeedIsNotOnThePage() {
        String page = page(report, SampleReports.REQUEST);

        assertFalse(page.contains("ROW:1") || page.contains(">key<"), page);
        assertTrue(page.contains(">severity</th>"));
    }

    @Test
    void theLastNumberOfAnAxisEndsAtItsEdgeAndTheUnitIsNamed() {
        Chart chart = Chart.of("Curve", new Chart.Numbers("Budget", "GBP", List.of(0.0, 600_000.0, 1_200_000.0)),
                new Chart.Quantity("Relief", "Mbit/s"),
                new Chart.Series("Relief", Chart.Style.LINE, Tone.PLAIN, List.of(1.0, 2.0, 3.0)));
        Report curve = new Report("Plan", "", List.of(), List.of(Section.of("curve", 1, "Curve", chart)), Map.of());
        String page = page(curve, SampleReports.REQUEST);

        assertTrue(page.matches("(?s).*text-anchor=\"end\"[^>]*>1,200,000<.*"), page);
        assertTrue(page.matches("(?s).*text-anchor=\"middle\"[^>]*>600,000<.*"), page);
        assertTrue(page.contains(">Budget (GBP)<"), page);
    }

    @Test
    void sectionsStandInTheirOrder() {
        String page = page(report, SampleReports.REQUEST);

        assertTrue(page.indexOf("id=\"first\"") < page.indexOf("id=\"second\""));
    }

    @Test
    void laterTheOnlyDifferenceIsTheTimeStamp() {
        ReportRequest later = ReportRequest.of(Locale.ENGLISH, ZoneId.of("Asia/Shanghai"), Instant.parse("2026-11-02T08:30:00Z"));

        assertEquals(page(report, SampleReports.REQUEST).replace("2026-11-01 20:00 (Asia", ""),
                page(report, later).replace("2026-11-02 16:30 (Asia", ""));
    }

    @Test
    void chartsAreWellFormedPicturesWithExactValues() throws Exception {
        for (Section section : report.sections()) {
            for (var block : section.blocks()) {
                if (block instanceof Chart chart) {
                    String svg = new SvgChart(chart, new ValueTexts(SampleReports.REQUEST), ZoneId.of("UTC")).svg();
                    XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(svg));
                    while (xml.hasNext()) {
                        xml.next();
                    }
                    assertFalse(svg.contains("NaN"), svg);
                    chart.limits().forEach(limit -> assertTrue(svg.contains(limit.label() + " 40"), svg));
                }
            }
        }
    }

    @Test
    void aGapInTheValuesIsAGapInTheLine() {
        Chart chart = (Chart) report.sections().get(1).blocks().getFirst();
        String svg = new SvgChart(chart, new ValueTexts(SampleReports.REQUEST), ZoneId.of("UTC")).svg();
        String line = svg.lines().filter(text -> text.contains("stroke-width=\"1.8\"")).findFirst().orElseThrow();

        assertEquals(2, line.chars().filter(c -> c == 'M').count(), line);
        assertEquals(0, line.substring(0, line.indexOf("fill")).chars().filter(c -> c == 'L').count(), line);
    }
}
