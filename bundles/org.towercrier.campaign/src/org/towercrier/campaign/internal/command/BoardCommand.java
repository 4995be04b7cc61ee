package org.towercrier.campaign.internal.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.towercrier.campaign.CampaignBoard;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.internal.CampaignMessages;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.Table;
import org.towercrier.model.campaign.CampaignStep;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code campaign board}: cards, contact pressure, past campaigns. */
@Command(name = "board")
public final class BoardCommand extends CampaignWork {

    private static final int WEEKS = 8;

    @Option(names = "--from", paramLabel = "DAY")
    String from;
    @Option(names = "--to", paramLabel = "DAY")
    String to;

    @Override
    int work(CommandContext context) throws StoreException {
        CampaignBoard board = context.service(CampaignBoard.class);
        LocalDate last = day(to, context);
        LocalDate first = from == null ? last.minusWeeks(WEEKS) : day(from, context);
        CampaignBoard.Pressure pressure = board.pressure(first, last, cancellation(context));
        List<CampaignBoard.Comparison> past = board.past();
        Campaigns campaigns = context.service(Campaigns.class);
        Map<CampaignStep, List<CampaignBoard.Card>> steps = new TreeMap<>();
        for (CampaignBoard.Card card : board.cards(cancellation(context))) {
            CampaignStep at = step(campaigns, card.id(), card.step(), context);
            steps.computeIfAbsent(at, none -> new ArrayList<>()).add(card.at(at));
        }
        List<CampaignBoard.Card> cards = steps.values().stream().flatMap(List::stream).toList();
        steps.forEach((step, of) -> {
            context.out().println(CampaignMessages.text(context.locale(), "Step_" + step.getLiteral()));
            table(of, context).print(context.out());
            context.out().println();
        });
        Table weeks = Table.in(context).text(context.messages().text("Segment")).text(context.messages().text("Week"))
                .number(context.messages().text("Contacts"), "", 0).number(context.messages().text("PerCustomer"), "", 3);
        pressure.cells().forEach(cell -> weeks.row(cell.segment(), cell.week(), cell.contacts() + cell.planned(), cell.perCustomer()));
        if (!pressure.cells().isEmpty()) {
            weeks.print(context.out());
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("cards", cards);
        document.put("pressure", pressure);
        document.put("past", past);
        context.json(document);
        return ExitCode.DONE;
    }

    private static Table table(List<CampaignBoard.Card> cards, CommandContext context) {
        Table table = Table.in(context).text(context.messages().text("Name")).text(context.messages().text("State"))
                .number(context.messages().text("Members"), "", 0).number(context.messages().text("Contacts"), "", 0)
                .number(context.messages().text("Spent"), "", 2).number(context.messages().text("Budget"), "", 2)
                .text(context.messages().text("Verdict"));
        cards.forEach(card -> table.row(card.name(), CampaignMessages.text(context.locale(), "State_" + card.state().getLiteral()),
                card.audience(), card.reach(), card.spent(), card.budget(),
                card.verdict().map(each -> CampaignMessages.text(context.locale(), "Verdict_" + each.getLiteral()))));
        return table;
    }
}
