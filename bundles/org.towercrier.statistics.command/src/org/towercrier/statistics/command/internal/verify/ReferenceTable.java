package org.towercrier.statistics.command.internal.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

import org.towercrier.command.verify.CheckContext;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.tabular.BadCellException;
import org.towercrier.exchange.tabular.TableColumn;
import org.towercrier.exchange.tabular.TableFile;
import org.towercrier.exchange.tabular.TableLayout;
import org.towercrier.statistics.survival.CoxFit;
import org.towercrier.statistics.survival.CoxModel;
import org.towercrier.statistics.survival.EventTable;

/** A table of the reference data. */
final class ReferenceTable {

    private final TableFile file;

    ReferenceTable(CheckContext context, String relative) throws IOException, ImportRefusedException {
        Path path = context.data(relative);
        this.file = TableFile.open(path, TableLayout.BY_CONTENT);
    }

    TableColumn column(String name) throws IOException, ImportRefusedException {
        OptionalInt position = file.find(name);
        if (position.isEmpty()) {
            throw new ImportRefusedException("There is no column " + name);
        }
        return file.read(new int[]{ position.getAsInt() }, rows -> {}).columns().get(0);
    }

    double[] numbers(String name) throws IOException, ImportRefusedException, BadCellException {
        return column(name).numbers();
    }

    private boolean[] events(String name) throws IOException, ImportRefusedException, BadCellException {
        double[] truth = column(name).truth();
        boolean[] events = new boolean[truth.length];
        for (int i = 0; i < truth.length; i++) {
            events[i] = truth[i] == 1;
        }
        return events;
    }

    EventTable events(String duration, String event) throws IOException, ImportRefusedException, BadCellException {
        return EventTable.of(numbers(duration), events(event));
    }

    List<EventTable> events(String duration, String event, String by, List<String> groups)
            throws IOException, ImportRefusedException, BadCellException {
        return EventTable.byGroup(numbers(duration), events(event), column(by).codes(groups), groups.size());
    }

    CoxFit cox(String duration, String event, List<String> covariates) throws IOException, ImportRefusedException, BadCellException {
        double[][] columns = new double[covariates.size()][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = numbers(covariates.get(j));
        }
        return CoxModel.fit(numbers(duration), events(event), covariates, columns).fit();
    }
}
