package org.towercrier.campaign.internal.command;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.ContactRights;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.UsageException;
import org.towercrier.model.customer.ConsentPurpose;
import org.towercrier.model.customer.ConsentState;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.privacy.Disclosure;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code campaign rights CUSTOMER}: consents and the list of those who must not be contacted; shows the history when nothing is changed. */
@Command(name = "rights")
public final class RightsCommand extends CampaignWork {

    @Parameters(arity = "1", paramLabel = "CUSTOMER")
    String customer;
    @Option(names = "--consent", paramLabel = "STATE")
    String consent;
    @Option(names = "--purpose", paramLabel = "PURPOSE", defaultValue = "MARKETING")
    String purpose;
    @Option(names = "--channel", paramLabel = "CHANNEL", split = ",")
    List<String> channels;
    @Option(names = "--do-not-contact", paramLabel = "REASON")
    String barred;
    @Option(names = "--contact-again")
    boolean again;
    @Option(names = "--until", paramLabel = "DAY")
    String until;
    @Option(names = "--at", paramLabel = "T")
    String at;

    @Override
    int work(CommandContext context) throws CampaignException, StoreException {
        ContactRights rights = context.service(ContactRights.class);
        Instant moment = moment(at, context);
        String user = context.service(Disclosure.class).user();
        LocalDate today = moment.atZone(context.zone()).toLocalDate();
        if ((consent == null ? 0 : 1) + (barred == null ? 0 : 1) + (again ? 1 : 0) > 1) {
            throw new UsageException(context.messages().text("Rights_One"));
        }
        if (consent != null) {
            List<ContactChannel> on = channels == null ? List.of()
                    : channels.stream().map(each -> literal(each, ContactChannel.VALUES, context)).toList();
            rights.change(customer, literal(purpose, ConsentPurpose.VALUES, context), on, literal(consent, ConsentState.VALUES, context),
                    moment,
                    user);
        } else if (barred != null) {
            rights.doNotContact(customer, barred, today, Optional.ofNullable(until).map(text -> day(text, context)), user);
        } else if (again) {
            rights.contactAgain(customer, today, user);
        }
        List<ContactRights.Change> history = rights.history(customer);
        history.forEach(
                change -> context.out().println(change.time() + " " + change.purpose() + " " + change.channel() + " " + change.state()));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("customer", customer);
        document.put("changes", history.stream().map(change -> {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("purpose", change.purpose().getLiteral());
            map.put("channel", change.channel().getLiteral());
            map.put("state", change.state().getLiteral());
            map.put("time", change.time());
            map.put("source", change.source());
            return map;
        }).toList());
        context.json(document);
        return ExitCode.DONE;
    }
}
