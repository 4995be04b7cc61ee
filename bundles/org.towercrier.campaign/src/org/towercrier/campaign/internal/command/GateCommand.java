package org.towercrier.campaign.internal.command;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.ContactGate;
import org.towercrier.campaign.internal.CampaignMessages;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.Table;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code campaign gate ID [--customer X] [--at T]}: who may be contacted at a moment, and why not. */
@Command(name = "gate")
public final class GateCommand extends CampaignWork {

    private static final int SHOWN = 20;

    @Parameters(arity = "1", paramLabel = "ID")
    String id;
    @Option(names = "--customer", paramLabel = "CUSTOMER")
    String customer;
    @Option(names = "--at", paramLabel = "T")
    String at;
    @Option(names = "--policy", paramLabel = "NAME")
    String policy;
    @Option(names = "--as-then")
    boolean asThen;
    @Option(names = "--channel", paramLabel = "CHANNEL", split = ",")
    List<String> channels;
    @Option(names = "--csv")
    boolean csv;

    @Override
    int work(CommandContext context) throws CampaignException, StoreException {
        List<ContactChannel> wanted = channels == null ? List.of()
                : channels.stream().map(each -> literal(each, ContactChannel.VALUES, context)).toList();
        Instant moment = moment(at, context);
        ContactGate.Question question = new ContactGate.Question(id, moment, Optional.ofNullable(policy), asThen, List.of(), wanted);
        ContactGate gate = context.service(ContactGate.class);
        if (customer != null) {
            explain(gate.explain(question, customer, cancellation(context)), moment, context);
            return ExitCode.DONE;
        }
        ContactGate.Report report = gate.decide(question, cancellation(context));
        if (csv) {
            csv(report, context);
        } else {
            print(report, context);
        }
        context.json(document(report, context));
        return ExitCode.DONE;
    }

    private static Map<String, Object> document(ContactGate.Report report, CommandContext context) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("campaign", report.campaign());
        document.put("at", report.at());
        document.put("policy", report.policy());
        document.put("policyVersion", report.policyVersion());
        document.put("candidates", report.candidates());
        document.put("passed", report.passed());
        document.put("delayed", report.delayed());
        document.put("stopped", report.stopped());
        Map<String, Long> rules = new LinkedHashMap<>();
        report.byRule().forEach((rule, count) -> rules.put(rule.getLiteral(), count));
        document.put("byRule", rules);
        Map<String, Long> reached = new LinkedHashMap<>();
        report.byChannel().forEach((channel, count) -> reached.put(channel.getLiteral(), count));
        document.put("byChannel", reached);
        document.put("rivals", report.rivals());
        document.put("decisions", report.decisions().stream().map(each -> decision(each, context)).toList());
        return document;
    }

    private static Map<String, Object> decision(ContactGate.Decision decision, CommandContext context) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("customer", decision.customer());
        map.put("outcome", decision.outcome().getLiteral());
        map.put("rule", decision.rule().getLiteral());
        map.put("channel", decision.channel().map(ContactChannel::getLiteral));
        map.put("reason", decision.reason().text(context.locale()));
        map.put("until", decision.until());
        map.put("winner", decision.winner());
        map.put("value", decision.value());
        map.put("rank", decision.rank());
        return map;
    }

    private static void csv(ContactGate.Report report, CommandContext context) {
        context.out().println("customer,outcome,rule,channel,until,winner,value,rank,reason");
        for (ContactGate.Decision each : report.decisions()) {
            context.out().println(String.join(",", quoted(each.customer()), each.outcome().getLiteral(), each.rule().getLiteral(),
                    each.channel().map(ContactChannel::getLiteral).orElse(""), each.until().map(Instant::toString).orElse(""),
                    quoted(each.winner().orElse("")), Double.toString(each.value()), each.rank().map(String::valueOf).orElse(""),
                    quoted(each.reason().text(context.locale()))));
        }
    }

    /** A spreadsheet must not take a text for a formula. */
    private static String quoted(String cell) {
        String safe = cell.matches("(?s)^[=+\\-@\\t\\r].*") ? "'" + cell : cell;
        return safe.matches("[\\w.:-]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static void print(ContactGate.Report report, CommandContext context) {
        context.out()
                .println(context.messages().text("Gate_Title", report.campaign(), report.at().atZone(context.zone()).toOffsetDateTime(),
                        report.policy(), report.candidates(), report.passed(), report.delayed(), report.stopped()));
        Table rules = Table.in(context).text(context.messages().text("Rule")).number(context.messages().text("Customers"), "", 0);
        report.byRule().forEach((rule, count) -> rules.row(CampaignMessages.text(context.locale(), "Rule_" + rule.getLiteral()), count));
        if (!report.byRule().isEmpty()) {
            rules.print(context.out());
            context.out().println();
        }
        Table table = Table.in(context).text(context.messages().text("Customer")).text(context.messages().text("Outcome"))
                .text(context.messages().text("Channel")).text(context.messages().text("Reason"));
        report.decisions().stream().limit(SHOWN).forEach(each -> table.row(each.customer(),
                CampaignMessages.text(context.locale(), "Outcome_" + each.outcome().getLiteral()),
                each.channel().map(channel -> CampaignMessages.text(context.locale(), "Channel_" + channel.getLiteral())),
                each.reason().text(context.locale())));
        table.print(context.out());
        if (report.candidates() > SHOWN) {
            context.out().println(context.messages().text("Gate_More", report.candidates() - SHOWN));
        }
    }

    private static void explain(ContactGate.Explanation explanation, Instant at, CommandContext context) {
        ContactGate.Decision decision = explanation.decision();
        context.out().println(decision.customer() + ": "
                + CampaignMessages.text(context.locale(), "Outcome_" + decision.outcome().getLiteral()) + ". "
                + decision.reason().text(context.locale()));
        Table table = Table.in(context).text(context.messages().text("Rule")).text(context.messages().text("Channel"))
                .text(context.messages().text("Outcome")).text(context.messages().text("Reason"));
        explanation.rules().forEach(rule -> table.row(CampaignMessages.text(context.locale(), "Rule_" + rule.rule().getLiteral()),
                rule.channel().map(channel -> CampaignMessages.text(context.locale(), "Channel_" + channel.getLiteral())),
                CampaignMessages.text(context.locale(), "Outcome_" + rule.outcome().getLiteral()), rule.reason().text(context.locale())));
        table.print(context.out());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("campaign", decision.campaign());
        document.put("at", at);
        document.put("policy", explanation.policy());
        document.put("policyVersion", explanation.policyVersion());
        document.put("decision", decision(decision, context));
        document.put("rules", explanation.rules().stream().map(rule -> {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("rule", rule.rule().getLiteral());
            map.put("channel", rule.channel().map(ContactChannel::getLiteral));
            map.put("outcome", rule.outcome().getLiteral());
            map.put("figure", rule.figure());
            map.put("limit", rule.limit());
            map.put("until", rule.until());
            map.put("reason", rule.reason().text(context.locale()));
            return map;
        }).toList());
        context.json(document);
    }
}
