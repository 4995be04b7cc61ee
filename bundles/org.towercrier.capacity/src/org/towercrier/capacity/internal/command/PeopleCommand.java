package org.towercrier.capacity.internal.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.areas.AreaException;
import org.towercrier.areas.CellPeople;
import org.towercrier.areas.CustomersOfCell;
import org.towercrier.areas.PeopleQuestion;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.RefusedException;
import org.towercrier.command.Table;
import org.towercrier.command.TroubleException;
import org.towercrier.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code people ID…}: who lives and works in a cell, or in the cell of an alarm. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "people", showDefaultValues = true)
public final class PeopleCommand implements HeadlessCommand {

    @Parameters(arity = "1..*", paramLabel = "ID")
    List<String> ids = List.of();

    @Option(names = "--contract-months", paramLabel = "N")
    int contractMonths = PeopleQuestion.USUAL.contractMonths();

    @Option(names = "--spend-months", paramLabel = "N")
    int spendMonths = PeopleQuestion.USUAL.spendMonths();

    @Override
    public String messages() {
        return "OSGI-INF/l10n/alarms";
    }

    @Override
    public int run(CommandContext context) throws StoreException {
        AlarmService alarms = context.service(AlarmService.class);
        CustomersOfCell customers = context.optionalService(CustomersOfCell.class)
                .orElseThrow(() -> new RefusedException(context.messages().text("people.noCustomers")));
        Map<String, Optional<String>> cells = new LinkedHashMap<>();
        for (String id : ids) {
            Optional<Alarm> alarm = alarms.find(id);
            cells.putIfAbsent(alarm.map(Alarm::cell).orElse(id), alarm.map(Alarm::id));
        }
        try {
            Map<String, CellPeople> people = customers.of(cells.keySet(), new PeopleQuestion(Math.max(1, spendMonths),
                    Math.max(0, contractMonths)));
            print(context, people);
            List<Map<String, Object>> document = new ArrayList<>();
            people.forEach((cell, here) -> document.add(document(here, cells.getOrDefault(cell, Optional.empty()))));
            context.json(Map.of("people", document));
        } catch (AreaException trouble) {
            throw new TroubleException(trouble.getMessage(), trouble);
        }
        return ExitCode.DONE;
    }

    private void print(CommandContext context, Map<String, CellPeople> people) {
        Table table = Table.in(context).text(context.messages().text("people.cell"))
                .number(context.messages().text("people.living"), "", 0).number(context.messages().text("people.working"), "", 0)
                .number(context.messages().text("people.people"), "", 0).number(context.messages().text("people.spend"), "", 2)
                .number(context.messages().text("people.ending", contractMonths), "", 0)
                .number(context.messages().text("people.risk"), "", 2);
        people.values().forEach(here -> table.row(here.cell(), here.living(), here.working(), here.people(), here.monthlySpend(),
                here.contractsEnding(), here.spendAtRisk()));
        table.print(context.out());
        for (CellPeople here : people.values()) {
            here.tiers().forEach(tier -> context.out().println(context.messages().text("people.tier", here.cell(),
                    context.messages().text("people.tier." + tier.tier()), tier.people(), tier.monthlySpend())));
            here.groups().forEach(group -> context.out().println(context.messages().text("people.group", here.cell(), group.name(),
                    group.peopleHere(), group.members(), group.monthlySpend(), group.clientManager(),
                    group.contractEnd().map(Object::toString).orElse("–"))));
        }
        if (people.values().stream().anyMatch(CellPeople::synthetic)) {
            context.out().println(context.messages().text("people.synthetic"));
        }
    }

    private static Map<String, Object> document(CellPeople here, Optional<String> alarm) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cell", here.cell());
        json.put("alarm", alarm);
        json.put("living", here.living());
        json.put("working", here.working());
        json.put("people", here.people());
        json.put("tiers", here.tiers());
        json.put("groups", here.groups());
        json.put("contractsEnding", here.contractsEnding());
        json.put("contractMonths", here.contractMonths());
        json.put("monthlySpend", here.monthlySpend());
        json.put("spendAtRisk", here.spendAtRisk());
        json.put("asOf", here.asOf());
        json.put("synthetic", here.synthetic());
        return json;
    }
}
