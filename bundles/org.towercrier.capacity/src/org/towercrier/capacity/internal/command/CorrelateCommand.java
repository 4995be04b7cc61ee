package org.towercrier.capacity.internal.command;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.towercrier.capacity.situation.CorrelationSettings;
import org.towercrier.capacity.situation.Situations;
import org.towercrier.command.CommandContext;
import org.towercrier.command.UsageException;
import org.towercrier.model.alarm.SituationScope;
import org.towercrier.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Joins the alarms anew, with other settings if some are named; these are kept. */
@Command(name = "correlate")
final class CorrelateCommand extends SituationsCommand.Part {
    @Option(names = "--window")
    Duration window;
    @Option(names = "--radius")
    Double radius;
    @Option(names = "--area")
    Integer area;
    @Option(names = "--scopes", split = ",")
    List<String> scopes;

    @Override
    void apply(CommandContext context, Situations situations) throws StoreException {
        CorrelationSettings now = situations.settings();
        CorrelationSettings wanted;
        try {
            Set<SituationScope> named = scopes == null ? now.scopes() : AlarmsCommand.parse(SituationScope.class, scopes, "--scopes");
            wanted = new CorrelationSettings(window == null ? now.window() : window, radius == null ? now.areaRadius() : radius,
                    area == null ? now.areaMinimum() : area, named);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(wrong.getMessage());
        }
        if (!wanted.equals(now)) {
            situations.settings(wanted);
        }
        SituationsCommand.print(context, situations.correlate());
    }
}
