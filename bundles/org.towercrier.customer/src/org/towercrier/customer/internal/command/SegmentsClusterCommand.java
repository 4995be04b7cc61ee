package org.towercrier.customer.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.RefusedException;
import org.towercrier.command.Table;
import org.towercrier.command.UsageException;
import org.towercrier.customer.Clusters;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.customer.internal.cluster.TableClusters;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.tabular.BadCellException;
import org.towercrier.exchange.tabular.TableColumn;
import org.towercrier.exchange.tabular.TableFile;
import org.towercrier.exchange.tabular.TableLayout;
import org.towercrier.exchange.tabular.TableRows;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code segments cluster [FILE] [--columns A,B]}: groups that are found, among the customers of the workspace or the rows of any table. */
@Command(name = "cluster")
public final class SegmentsClusterCommand implements HeadlessCommand {

    @Parameters(arity = "0..1", paramLabel = "FILE")
    Path file;
    @Option(names = "--columns", paramLabel = "COL", split = ",")
    List<String> columns = List.of();
    @Option(names = "--k", paramLabel = "N")
    int clusters = 4;
    @Option(names = "--sample", paramLabel = "N")
    int sample = Clusters.Request.USUAL.sample();
    @Option(names = "--restarts", paramLabel = "N")
    int restarts = Clusters.Request.USUAL.restarts();
    @Option(names = "--seed", paramLabel = "N")
    long seed = Clusters.Request.USUAL.seed();

    @Override
    public int run(CommandContext context) throws StoreException {
        if (clusters < 0 || clusters == 1 || clusters > 50 || sample < 10 || restarts < 1) {
            throw new UsageException(context.messages().text("Cluster_Options"));
        }
        try {
            Clusters.Request request = new Clusters.Request(columns, clusters, sample, restarts, seed);
            Clusters.Report report = file == null
                    ? context.service(Clusters.class).learn(request, CustomerCommands.cancellation(context.monitor()))
                    : table(request, context);
            print(report, context);
            context.json(report);
        } catch (CustomerException wrong) {
            throw new UsageException(wrong.getMessage(), wrong);
        }
        return ExitCode.DONE;
    }

    private Clusters.Report table(Clusters.Request request, CommandContext context) {
        if (!Files.isRegularFile(file)) {
            throw new RefusedException(CustomerMessages.text("Command_NoFile", file));
        }
        try {
            TableFile table = TableFile.open(file, TableLayout.BY_CONTENT);
            List<String> names = new ArrayList<>();
            List<Integer> positions = new ArrayList<>();
            for (String column : columns.isEmpty() ? table.columns() : columns) {
                OptionalInt position = table.find(column);
                if (position.isEmpty()) {
                    throw new UsageException(context.messages().text("Cluster_NoColumn", column, String.join(", ", table.columns())));
                }
                positions.add(position.getAsInt());
                names.add(table.columns().get(position.getAsInt()));
            }
            TableRows rows = table.read(positions.stream().mapToInt(Integer::intValue).toArray(),
                    count -> context.monitor().checkCancelled());
            List<String> used = new ArrayList<>();
            List<double[]> values = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                numbers(rows.columns().get(i), !columns.isEmpty()).ifPresent(values::add);
                if (values.size() > used.size()) {
                    used.add(names.get(i));
                }
            }
            if (used.isEmpty()) {
                throw new UsageException(context.messages().text("Cluster_NoNumbers", file.toString()));
            }
            return TableClusters.of(used, values.toArray(double[][]::new), request);
        } catch (ImportRefusedException | IOException | IllegalArgumentException refused) {
            throw new RefusedException(file + ": " + refused.getMessage(), refused);
        }
    }

    /** The numbers of a column; of columns that nobody named only those that vary and are numbers throughout. */
    private java.util.Optional<double[]> numbers(TableColumn column, boolean named) {
        try {
            double[] values = column.numbers();
            boolean varies = Arrays.stream(values).filter(value -> !Double.isNaN(value)).distinct().limit(2).count() > 1;
            return named || varies ? java.util.Optional.of(values) : java.util.Optional.empty();
        } catch (BadCellException words) {
            if (named) {
                throw new RefusedException(org.towercrier.customer.internal.CustomerMessages.text("Command_BadCell", file.toString(),
                        String.valueOf(words.line()), words.column(), words.getMessage()), words);
            }
            return java.util.Optional.empty();
        }
    }

    private static void print(Clusters.Report report, CommandContext context) {
        context.out().println(context.messages().text("Cluster_Title", report.clusters().size(), report.customers(), report.sample(),
                report.silhouette()));
        if (!Double.isNaN(report.agreement())) {
            context.out().println(context.messages().text("Cluster_Agreement", report.agreement()));
        }
        if (report.blank() > 0) {
            context.out().println(context.messages().text("Cluster_Blank", report.blank()));
        }
        report.tried().forEach((k, silhouette) -> context.out().println(context.messages().text("Cluster_Tried", k, silhouette)));
        Table table = Table.in(context).text(context.messages().text("Segments_Name"))
                .number(context.messages().text("Segments_Customers"), "", 0)
                .number(context.messages().text("Segments_Share"), "%", 1);
        report.features().forEach(feature -> table.number(feature, "", 2));
        table.text(context.messages().text("Cluster_Apart"));
        for (Clusters.Profile profile : report.clusters()) {
            List<Object> row = new ArrayList<>(List.of(profile.name(), profile.customers(), 100 * profile.share()));
            report.features().forEach(feature -> row.add(profile.centroid().get(feature)));
            Map.Entry<String, Double> first = profile.apart().entrySet().iterator().next();
            row.add(context.messages().text("Cluster_Deviations", first.getKey(), first.getValue()));
            table.row(row.toArray());
        }
        table.print(context.out());
    }

    @Override
    public String messages() {
        return CustomerCommands.MESSAGES;
    }
}
