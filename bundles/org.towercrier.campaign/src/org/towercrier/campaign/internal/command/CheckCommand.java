package org.towercrier.campaign.internal.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.campaign.Audiences;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.CapacityChecks;
import org.towercrier.campaign.StepCheck;
import org.towercrier.campaign.internal.CampaignMessages;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.Table;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignStep;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code campaign check ID}: exit tests, audience, load on the cells. With {@code --fail} exit 1 when the campaign cannot be launched. */
@Command(name = "check")
public final class CheckCommand extends CampaignWork {

    @Parameters(arity = "1", paramLabel = "ID")
    String id;
    @Option(names = "--cells", paramLabel = "N", defaultValue = "20")
    int cells;
    @Option(names = "--fail")
    boolean fail;

    @Override
    int work(CommandContext context) throws CampaignException, StoreException {
        Campaign campaign = open(context, id).root();
        Cancellation cancel = cancellation(context);
        List<StepCheck> checks = context.service(Campaigns.class).check(campaign, cancel);
        boolean ok = checks.stream().filter(check -> check.step() != CampaignStep.EXECUTION)
                .allMatch(check -> check.status() == StepCheck.Status.PASSED);
        Optional<Audiences.Size> audience = attempt(() -> context.service(Audiences.class).size(campaign, cancel));
        Optional<CapacityChecks.Report> capacity = attempt(() -> context.service(CapacityChecks.class).check(campaign, cancel));
        print(checks, context);
        capacity.ifPresent(report -> print(report, context));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("campaign", id);
        document.put("ok", ok);
        document.put("steps", checks.stream().map(check -> step(check, context)).toList());
        document.put("audience", audience);
        document.put("capacity", capacity.map(this::capacity));
        context.json(document);
        return ok || !fail ? ExitCode.DONE : ExitCode.CONDITION;
    }

    /** Something that may not be known for a draft. */
    private interface Attempt<T> {
        T get() throws CampaignException, StoreException;
    }

    private static <T> Optional<T> attempt(Attempt<T> attempt) throws StoreException {
        try {
            return Optional.of(attempt.get());
        } catch (CampaignException notYet) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> step(StepCheck check, CommandContext context) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("step", check.step().getLiteral());
        map.put("status", check.status().name());
        map.put("reasons", reasons(check.reasons(), context));
        map.put("notes", reasons(check.notes(), context));
        return map;
    }

    private Map<String, Object> capacity(CapacityChecks.Report report) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("limit", report.limit());
        map.put("members", report.members());
        map.put("unplaced", report.unplaced());
        map.put("admitted", report.admitted());
        map.put("unknown", report.unknown());
        map.put("leftOut", report.leftOut());
        map.put("delayed", report.delayed());
        map.put("offPeak", report.offPeak());
        map.put("idle", report.idle());
        map.put("reachLost", report.reachLost());
        map.put("value", report.value());
        map.put("valueForgone", report.valueForgone());
        map.put("cells", report.cells());
        return map;
    }

    private static void print(List<StepCheck> checks, CommandContext context) {
        for (StepCheck check : checks) {
            context.out().println(CampaignMessages.text(context.locale(), "Step_" + check.step().getLiteral()) + ": "
                    + CampaignMessages.text(context.locale(), "Status_" + check.status()));
            check.reasons().forEach(reason -> context.out().println("  – " + reason.text(context.locale())));
            check.notes().forEach(note -> context.out().println("  · " + note.text(context.locale())));
        }
    }

    private void print(CapacityChecks.Report report, CommandContext context) {
        context.out().println();
        context.out().println(context.messages().text("Capacity", report.members(), report.admitted(), report.leftOut(), report.delayed(),
                report.offPeak(), 100 * report.reachLost(), report.valueForgone(), report.limit()));
        Table table = Table.in(context).text(context.messages().text("Cell")).number(context.messages().text("BusyHour"), "h", 0)
                .number(context.messages().text("Use"), "%", 1).number(context.messages().text("UseAfter"), "%", 1)
                .number(context.messages().text("Room"), "Mbit", 0).number(context.messages().text("Wanted"), "Mbit", 0)
                .number(context.messages().text("Added"), "Mbit", 0).number(context.messages().text("Members"), "", 0)
                .number(context.messages().text("TurnedAway"), "", 0);
        List<CapacityChecks.CellLoad> first = new ArrayList<>(report.cells().subList(0, Math.min(cells, report.cells().size())));
        first.forEach(cell -> table.row(cell.cell(), cell.busyHour(), cell.use(), cell.useAfter(), cell.room(), cell.wanted(), cell.added(),
                cell.members(), cell.turnedAway()));
        table.print(context.out());
    }
}
