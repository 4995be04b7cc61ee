package org.towercrier.customer.internal.command;

import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.RefusedException;
import org.towercrier.customer.CustomerPages;
import org.towercrier.privacy.DisclosureRefusedException;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code customer ID}: the page of one customer, personal data masked unless a reason to see them is given. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "customer")
public final class CustomerCommand implements HeadlessCommand {

    @Parameters(arity = "1", paramLabel = "ID")
    String id;
    @Option(names = "--reveal", paramLabel = "REASON")
    String reveal;

    @Override
    public int run(CommandContext context) throws StoreException {
        try {
            CustomerPages.Page page = context.service(CustomerPages.class).page(id, Optional.ofNullable(reveal))
                    .orElseThrow(() -> new RefusedException(context.messages().text("Customer_Unknown", id)));
            print(page, context);
            context.json(page);
        } catch (DisclosureRefusedException refused) {
            throw new RefusedException(refused.getMessage(), refused);
        }
        return ExitCode.DONE;
    }

    private static void print(CustomerPages.Page page, CommandContext context) {
        section("Customer_Person", page.person(), context);
        section("Customer_Value", page.value(), context);
        page.contract().ifPresent(contract -> section("Customer_Contract", contract, context));
        page.household().ifPresent(household -> section("Customer_Household", household, context));
        page.group().ifPresent(group -> section("Customer_Group", group, context));
        page.products().forEach(product -> section("Customer_Product", product, context));
        page.segments().forEach(segment -> section("Customer_Segment", segment, context));
        page.loyalty().ifPresent(scores -> context.out().println(context.messages().text("Customer_Loyalty", score(scores.overall()),
                score(scores.behavioural()), score(scores.attitudinal()), score(scores.emotional()))));
        page.tickets().forEach(ticket -> section("Customer_Ticket", ticket, context));
        page.contacts().forEach(contact -> section("Customer_Contact", contact, context));
        page.home().ifPresent(cell -> context.out().println(context.messages().text("Customer_Home", cell.cell(), cell.alarms())));
        page.work().ifPresent(cell -> context.out().println(context.messages().text("Customer_Work", cell.cell(), cell.alarms())));
        if (page.recommendations().isEmpty()) {
            context.out().println(context.messages().text("Customer_NoOffer"));
        }
        page.recommendations().forEach(each -> context.out().println("→ " + each.reason()));
    }

    private static String score(Optional<Double> score) {
        return score.map(value -> String.valueOf(Math.round(value))).orElse("–");
    }

    private static void section(String title, Map<String, Object> values, CommandContext context) {
        context.out().println(context.messages().text(title) + ": " + values);
    }

    @Override
    public String messages() {
        return CustomerCommands.MESSAGES;
    }
}
