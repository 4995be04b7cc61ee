package org.towercrier.campaign.internal.command;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.CampaignTexts;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.Reason;
import org.towercrier.campaign.internal.CampaignMessages;
import org.towercrier.command.CommandContext;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.RefusedException;
import org.towercrier.command.UsageException;
import org.towercrier.customer.CustomerException;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.store.CancelSwitch;
import org.towercrier.store.Cancellation;
import org.towercrier.model.campaign.CampaignStep;
import org.towercrier.store.StoreException;
import org.towercrier.store.Versioned;

/** What the commands about campaigns share. */
abstract class CampaignWork implements HeadlessCommand {

    static final String MESSAGES = "OSGI-INF/l10n/campaign-commands";

    @Override
    public final int run(CommandContext context) throws Exception {
        try {
            return work(context);
        } catch (CampaignException refused) {
            throw new RefusedException(refused.text(context.locale()), refused);
        } catch (CustomerException refused) {
            throw new RefusedException(refused.getMessage(), refused);
        }
    }

    /** The work itself. */
    abstract int work(CommandContext context) throws Exception;

    @Override
    public String messages() {
        return MESSAGES;
    }

    /** Stops statements when the user stops the command. */
    static Cancellation cancellation(CommandContext context) {
        CancelSwitch cancel = new CancelSwitch();
        context.monitor().onCancel(cancel::cancel);
        return cancel;
    }

    /** A moment that a user wrote: with an offset, or local time of the user; now when nothing was written. */
    static Instant moment(String text, CommandContext context) {
        if (text == null) {
            return Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noOffset) {
            try {
                return (text.length() == "2026-12-31".length() ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text))
                        .atZone(context.zone()).toInstant();
            } catch (DateTimeException wrong) {
                throw new UsageException(context.messages().text("Time", text), wrong);
            }
        }
    }

    /** A day that a user wrote; today when nothing was written. */
    static LocalDate day(String text, CommandContext context) {
        try {
            return text == null ? LocalDate.now(context.zone()) : LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            throw new UsageException(context.messages().text("Time", text), wrong);
        }
    }

    /** A literal of the model that a user wrote. */
    static <T> T literal(String text, List<T> all, CommandContext context) {
        String wanted = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return all.stream().filter(each -> each.toString().equals(wanted)).findFirst()
                .orElseThrow(() -> new UsageException(context.messages().text("Literal", text, all)));
    }

    static Versioned<Campaign> open(CommandContext context, String id) throws CampaignException, StoreException {
        return context.service(Campaigns.class).open(id).orElseThrow(() -> new CampaignException("Campaign_Unknown", id));
    }

    /** Reads a document from a file; what is wrong in it is refused with file, line and reason. */
    static <T extends EObject> T read(CommandContext context, Path file, Class<T> type) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (MalformedInputException wrong) {
            throw new RefusedException(context.messages().text("NoText", file), wrong);
        } catch (IOException unreadable) {
            throw new RefusedException(context.messages().text("NoFile", file), unreadable);
        }
        CampaignTexts.Reading<T> reading = context.service(CampaignTexts.class).read(text, type);
        if (!reading.faults().isEmpty()) {
            StringBuilder faults = new StringBuilder();
            for (CampaignTexts.Fault fault : reading.faults()) {
                faults.append(faults.isEmpty() ? "" : System.lineSeparator()).append(CampaignMessages.text(context.locale(), "File_Line",
                        file.toString(), String.valueOf(fault.line()), fault.reason().text(context.locale())));
            }
            throw new RefusedException(faults.toString());
        }
        return reading.root();
    }

    /** Writes a document, to a file when one is named. */
    static void write(CommandContext context, EObject root, Path file) {
        String text = context.service(CampaignTexts.class).write(root);
        if (file == null) {
            context.out().print(text);
            context.json(Map.of("text", text));
            return;
        }
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new RefusedException(context.messages().text("NoWrite", file, unwritable.getMessage()), unwritable);
        }
        context.out().println(context.messages().text("Written", file));
        context.json(Map.of("file", file.toString()));
    }

    /** The step that a campaign stands at; the stored one where its exit tests cannot be asked. */
    static CampaignStep step(Campaigns campaigns, String id, CampaignStep stored, CommandContext context) throws StoreException {
        Optional<Versioned<Campaign>> found = campaigns.open(id);
        return found.isEmpty() ? stored : campaigns.step(found.get().root(), cancellation(context));
    }

    /** Sentences for scripts. */
    static List<Map<String, Object>> reasons(List<Reason> reasons, CommandContext context) {
        return reasons.stream().map(reason -> {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("key", reason.key());
            map.put("text", reason.text(context.locale()));
            return map;
        }).toList();
    }
}
