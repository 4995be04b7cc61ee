package org.towercrier.campaign.internal.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.campaign.CampaignBoard;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.CampaignResults;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.StepCheck;
import org.towercrier.campaign.internal.CampaignMessages;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.report.Block;
import org.towercrier.report.Chart;
import org.towercrier.report.Facts;
import org.towercrier.report.Facts.Fact;
import org.towercrier.report.Grid;
import org.towercrier.report.Grid.Column;
import org.towercrier.report.Paragraph;
import org.towercrier.report.Report;
import org.towercrier.report.ReportException;
import org.towercrier.report.ReportKind;
import org.towercrier.report.ReportRequest;
import org.towercrier.report.Section;
import org.towercrier.report.Tone;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/** {@code report campaign [ID…]}: the result of campaigns; without an id the board. */
@Component(service = ReportKind.class)
public final class CampaignReport implements ReportKind {

    private final Campaigns campaigns;
    private final CampaignBoard board;
    private final CampaignResults results;

    @Activate
    public CampaignReport(@Reference Campaigns campaigns, @Reference CampaignBoard board, @Reference CampaignResults results) {
        this.campaigns = campaigns;
        this.board = board;
        this.results = results;
    }

    @Override
    public String id() {
        return "campaign";
    }

    @Override
    public String label(Locale locale) {
        return CampaignMessages.text(locale, "Report_Campaign");
    }

    @Override
    public Report compose(ReportRequest request) throws ReportException, StoreException {
        Locale locale = request.locale();
        List<Section> sections = new ArrayList<>();
        Map<String, Object> figures = new LinkedHashMap<>();
        if (request.subjects().isEmpty()) {
            List<CampaignBoard.Card> cards = board.cards(Cancellation.none());
            sections.add(Section.of("board", 100, text(locale, "Board"), grid(cards, locale)));
            sections.add(Section.of("past", 200, text(locale, "Past"), past(locale)));
            figures.put("campaigns", cards.size());
        }
        int order = 100;
        for (String id : request.subjects()) {
            Campaign campaign = campaigns.open(id).map(found -> found.root())
                    .orElseThrow(() -> new ReportException(CampaignMessages.text(locale, "Campaign_Unknown", id)));
            sections.addAll(sections(campaign, request, order, figures));
            order += 100;
        }
        return new Report(text(locale, "Campaign"), String.join(", ", request.subjects()), List.of(), sections, figures);
    }

    private static String text(Locale locale, String key) {
        return CampaignMessages.text(locale, "Report_" + key);
    }

    private static String column(Locale locale, String key) {
        return CampaignMessages.text(locale, "Column_" + key);
    }

    private static Grid grid(List<CampaignBoard.Card> cards, Locale locale) {
        Grid.Builder grid = Grid.of(Column.text(column(locale, "Name")), Column.text(column(locale, "Step")),
                Column.text(column(locale, "State")), Column.text(column(locale, "Owner")), Column.date(column(locale, "From")),
                Column.date(column(locale, "Until")), Column.number(column(locale, "Audience"), "", 0),
                Column.number(column(locale, "Reach"), "", 0), Column.number(column(locale, "Spent"), "", 2),
                Column.number(column(locale, "Budget"), "", 2), Column.text(column(locale, "Verdict")));
        cards.forEach(card -> grid.row(card.name(), CampaignMessages.text(locale, "Step_" + card.step().getLiteral()),
                CampaignMessages.text(locale, "State_" + card.state().getLiteral()), card.owner(), card.start(), card.end(),
                card.audience(),
                card.reach(), card.spent(), card.budget(),
                card.verdict().map(verdict -> CampaignMessages.text(locale, "Verdict_" + verdict.getLiteral()))));
        return grid.table("", text(locale, "None"));
    }

    private Grid past(Locale locale) throws StoreException {
        Grid.Builder grid = Grid.of(Column.text(column(locale, "Name")), Column.number(column(locale, "Audience"), "", 0),
                Column.number(column(locale, "Reach"), "", 0), Column.text(column(locale, "Verdict")),
                Column.number(column(locale, "Difference"), "", 4), Column.number(column(locale, "Lower"), "", 4),
                Column.number(column(locale, "Upper"), "", 4), Column.number(column(locale, "Return"), "", 2),
                Column.number(column(locale, "Spent"), "", 2), Column.text(column(locale, "Conclusion")));
        board.past().forEach(each -> grid.row(each.name(), each.audience(), each.reach(),
                CampaignMessages.text(locale, "Verdict_" + each.verdict().getLiteral()), each.difference(), each.lower(), each.upper(),
                each.incrementalReturn(), each.spent(), each.conclusion()));
        return grid.table("", text(locale, "None"));
    }

    private List<Section> sections(Campaign campaign, ReportRequest request, int order, Map<String, Object> figures)
            throws ReportException, StoreException {
        Locale locale = request.locale();
        String id = campaign.getId();
        String name = Optional.ofNullable(campaign.getName()).orElse(id);
        List<Section> sections = new ArrayList<>();
        List<Block> steps = new ArrayList<>();
        for (StepCheck check : campaigns.check(campaign, Cancellation.none())) {
            steps.add(Paragraph.of(CampaignMessages.text(locale, "Step_" + check.step().getLiteral()) + ": "
                    + CampaignMessages.text(locale, "Status_" + check.status())));
            check.reasons().forEach(reason -> steps.add(Paragraph.aside(reason.text(locale))));
            check.notes().forEach(note -> steps.add(Paragraph.aside(note.text(locale))));
        }
        sections.add(new Section(id + "-steps", order, name + " – " + text(locale, "Steps"), steps));
        if (campaign.getLaunched() == null) {
            sections.add(Section.of(id + "-result", order + 1, name + " – " + text(locale, "Result"),
                    Paragraph.of(text(locale, "NotLaunched"))));
            return sections;
        }
        Instant at = request.until().orElse(request.now());
        try {
            CampaignResults.Result result = results.evaluate(id, at, Cancellation.none());
            figures.put(id, Map.of("verdict", result.verdict().getLiteral(), "treated", result.treated(), "control", result.control()));
            sections.add(new Section(id + "-result", order + 1, name + " – " + text(locale, "Result"), result(result, locale)));
        } catch (CampaignException wrong) {
            throw new ReportException(wrong.text(locale), wrong);
        }
        return sections;
    }

    private static List<Block> result(CampaignResults.Result result, Locale locale) {
        Facts facts = Facts.of(
                Fact.of(column(locale, "Verdict"), CampaignMessages.text(locale, "Verdict_" + result.verdict().getLiteral())),
                Fact.of(column(locale, "Treated"), result.treated()), Fact.of(column(locale, "Control"), result.control()),
                Fact.of(column(locale, "Spent"), result.cost()));
        Grid.Builder grid = Grid.of(Column.text(column(locale, "Measure")), Column.text(column(locale, "Segment")),
                Column.number(column(locale, "Treated"), "", 4), Column.number(column(locale, "Control"), "", 4),
                Column.number(column(locale, "Difference"), "", 4), Column.number(column(locale, "Lower"), "", 4),
                Column.number(column(locale, "Upper"), "", 4), Column.number("p", "", 4), Column.text(column(locale, "Verdict")));
        result.measures().forEach(each -> grid.row(CampaignMessages.text(locale, "Measure_" + each.name()), each.segment(),
                finite(each.treatedValue()), finite(each.controlValue()),
                finite(each.difference()), finite(each.lower()), finite(each.upper()), finite(each.p()),
                CampaignMessages.text(locale, "Verdict_" + each.verdict().getLiteral())));
        Grid.Builder funnel = Grid.of(Column.text(column(locale, "Stage")), Column.number(column(locale, "Customers"), "", 0),
                Column.number(column(locale, "Share"), "%", 2));
        result.funnel()
                .forEach(each -> funnel.row(CampaignMessages.text(locale, "Funnel_" + each.step()), each.customers(), 100 * each.share()));
        List<Block> blocks = new ArrayList<>(List.of(facts, rates(result, locale), grid.table("", text(locale, "None")),
                stages(result, locale), funnel.table("", text(locale, "None"))));
        result.returns().ifPresent(each -> blocks.add(Facts.of(Fact.of(column(locale, "Return"), each.value()),
                Fact.of(column(locale, "Lower"), each.lower()), Fact.of(column(locale, "Upper"), each.upper()))));
        result.notes().forEach(note -> blocks.add(Paragraph.of(note.text(locale))));
        return blocks;
    }

    /** The rates of the whole audience side by side. */
    private static Chart rates(CampaignResults.Result result, Locale locale) {
        List<CampaignResults.Measure> rates = result.measures().stream()
                .filter(each -> each.segment().isEmpty() && !each.name().equals("spend") && Double.isFinite(each.treatedValue())).toList();
        return Chart.of(text(locale, "Rates"),
                new Chart.Words(column(locale, "Measure"),
                        rates.stream().map(each -> CampaignMessages.text(locale, "Measure_" + each.name())).toList()),
                new Chart.Quantity(text(locale, "Rate"), "%"),
                new Chart.Series(column(locale, "Treated"), Chart.Style.BARS, Tone.PLAIN,
                        rates.stream().map(each -> 100 * each.treatedValue()).toList()),
                new Chart.Series(column(locale, "Control"), Chart.Style.BARS, Tone.MUTED,
                        rates.stream().map(each -> 100 * each.controlValue()).toList()));
    }

    private static Chart stages(CampaignResults.Result result, Locale locale) {
        return Chart.of(text(locale, "FunnelOf"),
                new Chart.Words(column(locale, "Stage"),
                        result.funnel().stream().map(each -> CampaignMessages.text(locale, "Funnel_" + each.step())).toList()),
                new Chart.Quantity(column(locale, "Customers"), ""), new Chart.Series(column(locale, "Customers"), Chart.Style.BARS,
                        Tone.PLAIN, result.funnel().stream().map(each -> (double) each.customers()).toList()));
    }

    private static Optional<Double> finite(double value) {
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }
}
