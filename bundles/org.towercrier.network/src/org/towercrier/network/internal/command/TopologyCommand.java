package org.towercrier.network.internal.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.Enumerator;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.Messages;
import org.towercrier.command.Table;
import org.towercrier.network.Inconsistency;
import org.towercrier.network.Topology;
import org.towercrier.network.Topology.RegionInfo;
import org.towercrier.network.TopologyService;
import org.towercrier.store.StoreException;
import picocli.CommandLine.Command;

/** {@code topology}: counts by technology, region and scenario, and what does not fit. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "topology")
public final class TopologyCommand implements HeadlessCommand {

    @Override
    public int run(CommandContext context) throws StoreException {
        Topology topology = context.service(TopologyService.class).load();
        print(topology, context);
        context.json(document(topology));
        return ExitCode.DONE;
    }

    private static Map<String, Object> document(Topology topology) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("synthetic", topology.synthetic());
        document.put("networks", topology.networks());
        document.put("regions", topology.regions());
        document.put("sites", topology.sites().size());
        document.put("baseStations", topology.baseStations());
        document.put("cells", topology.cells().size());
        document.put("physicalSectors", topology.sectors().size());
        document.put("neighbourRelations", topology.neighbours());
        document.put("byTechnology", literals(topology.byTechnology()));
        document.put("byScenario", literals(topology.byScenario()));
        document.put("inconsistencies", topology.inconsistencies());
        return document;
    }

    private static Map<String, Long> literals(Map<? extends Enumerator, Long> counts) {
        return counts.entrySet().stream().collect(Collectors.toMap(entry -> entry.getKey().getLiteral(),
                Map.Entry::getValue, Long::sum, LinkedHashMap::new));
    }

    private static void print(Topology topology, CommandContext context) {
        Messages texts = context.messages();
        if (topology.synthetic()) {
            context.out().println(texts.text("Network_Synthetic"));
            context.out().println();
        }
        Table totals = Table.in(context).text(texts.text("Network_What")).number(texts.text("Network_Count"), "", 0);
        totals.row(texts.text("Network_Networks"), topology.networks().size());
        totals.row(texts.text("Network_Regions"), topology.regions().size());
        totals.row(texts.text("Network_Sites"), topology.sites().size());
        totals.row(texts.text("Network_BaseStations"), topology.baseStations());
        totals.row(texts.text("Network_Cells"), topology.cells().size());
        totals.row(texts.text("Network_PhysicalSectors"), topology.sectors().size());
        totals.row(texts.text("Network_NeighbourRelations"), topology.neighbours());
        totals.print(context.out());
        printCounts(texts.text("Network_Technology"), literals(topology.byTechnology()), context);
        printCounts(texts.text("Network_Scenario"), literals(topology.byScenario()), context);
        printCounts(texts.text("Network_Region"), regions(topology.regions()), context);
        printInconsistencies(topology.inconsistencies(), context);
    }

    private static Map<String, Long> regions(List<RegionInfo> regions) {
        Map<String, Long> counts = new LinkedHashMap<>();
        regions.forEach(region -> counts.merge(region.name(), region.cells(), Long::sum));
        return counts;
    }

    private static void printCounts(String label, Map<String, Long> counts, CommandContext context) {
        if (counts.isEmpty()) {
            return;
        }
        context.out().println();
        Table table = Table.in(context).text(label).number(context.messages().text("Network_Cells"), "", 0);
        counts.forEach(table::row);
        table.print(context.out());
    }

    private static void printInconsistencies(List<Inconsistency> inconsistencies, CommandContext context) {
        Messages texts = context.messages();
        context.out().println();
        if (inconsistencies.isEmpty()) {
            context.out().println(texts.text("Network_Consistent"));
            return;
        }
        Table table = Table.in(context).text(texts.text("Network_Inconsistency"))
                .number(texts.text("Network_Count"), "", 0).text(texts.text("Network_Examples"));
        for (Inconsistency found : inconsistencies) {
            table.row(texts.text("Network_Kind_" + found.kind()), found.count(),
                    String.join(", ", found.examples().stream().limit(3).toList()));
        }
        table.print(context.out());
    }

    @Override
    public String messages() {
        return "OSGI-INF/l10n/network";
    }
}
