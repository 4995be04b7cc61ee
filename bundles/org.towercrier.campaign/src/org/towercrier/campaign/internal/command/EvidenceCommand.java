package org.towercrier.campaign.internal.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Orders;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.UsageException;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code campaign evidence verify|export --customer X}: the chain of confirmations. */
@Command(name = "evidence")
public final class EvidenceCommand extends CampaignWork {

    @Parameters(arity = "1", paramLabel = "WHAT")
    String what;
    @Option(names = "--customer", paramLabel = "CUSTOMER")
    String customer;
    @Option(names = "--reveal", paramLabel = "REASON")
    String reveal;

    @Override
    int work(CommandContext context) throws CampaignException, StoreException {
        Orders orders = context.service(Orders.class);
        if (what.equals("verify")) {
            Orders.Verification verification = orders.verify();
            context.out().println(verification.ok() ? context.messages().text("Evidence_Ok", verification.links()) : verification.reason());
            context.json(verification);
            return verification.ok() ? ExitCode.DONE : ExitCode.CONDITION;
        }
        if (!what.equals("export") || customer == null) {
            throw new UsageException(context.messages().text("Evidence_What"));
        }
        List<Orders.Evidence> links = orders.evidence(customer, Optional.ofNullable(reveal));
        links.forEach(link -> context.out().println(link.number() + " " + link.time() + " " + link.event() + " " + link.order() + " "
                + link.address() + System.lineSeparator() + "  " + link.text().replace("\n", System.lineSeparator() + "  ")));
        context.json(Map.of("customer", customer, "links", links));
        return ExitCode.DONE;
    }
}
