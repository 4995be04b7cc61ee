package org.towercrier.exchange.tabular.internal.map;

import java.io.IOException;
import java.util.List;

import org.towercrier.exchange.ImportContext;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.table.Table;
import org.towercrier.exchange.tabular.internal.table.TableSource;
import org.towercrier.exchange.tabular.internal.value.BadValueException;
import org.towercrier.exchange.tabular.internal.value.NumberDecision;
import org.towercrier.exchange.tabular.internal.value.NumberEvidence;
import org.towercrier.exchange.tabular.internal.value.NumberStyle;
import org.towercrier.exchange.tabular.internal.value.Numbers;

/**
 * Reads the numbers of a table, each column in the style that its values prove. A beginning of the file is looked at first; only when a value turns up that the
 * beginning cannot explain is the whole file searched for evidence, once.
 */
final class NumberColumns {

    private final TableSource source;
    private final List<String> header;
    private final ImportContext context;
    private final NumberEvidence[] evidence;
    private final NumberDecision[] decisions;
    private boolean complete;

    NumberColumns(TableSource source, List<String> header, Sample sample, String decimal, ImportContext context) {
        this.source = source;
        this.header = header;
        this.context = context;
        this.complete = sample.complete();
        this.evidence = new NumberEvidence[header.size()];
        this.decisions = new NumberDecision[header.size()];
        for (int i = 0; i < evidence.length; i++) {
            evidence[i] = new NumberEvidence();
        }
        for (String[] row : sample.rows()) {
            for (int i = 0; i < row.length && i < evidence.length; i++) {
                if (row[i] != null) {
                    evidence[i].add(row[i]);
                }
            }
        }
        if (decimal.equals(ImportProfile.AUTO)) {
            decide();
        } else {
            java.util.Arrays.fill(decisions, decimal.equals(",") ? NumberDecision.COMMA : NumberDecision.POINT);
            complete = true;
        }
    }

    private void decide() {
        System.arraycopy(NumberDecision.of(evidence), 0, decisions, 0, decisions.length);
    }

    /** Reads the number in a column of the row. @throws BadValueException when it is none, or may be two different ones */
    double number(Table row, int column) throws BadValueException {
        String text = row.text(column);
        return row.typed(column) ? typed(text, column) : number(text, column);
    }

    private double typed(String text, int column) throws BadValueException {
        double value = Numbers.parse(text, NumberStyle.POINT);
        if (Double.isNaN(value)) {
            throw bad(text, column);
        }
        return value;
    }

    /** Reads a number as the column writes them. */
    double number(String text, int column) throws BadValueException {
        NumberDecision decision = decisions[column];
        if (decision == NumberDecision.OPEN || decision == NumberDecision.AMBIGUOUS) {
            decision = settle(text, column, decision);
        }
        double value = Numbers.parse(text, decision == NumberDecision.COMMA ? NumberStyle.COMMA : NumberStyle.POINT);
        if (Double.isNaN(value)) {
            throw bad(text, column);
        }
        return value;
    }

    private NumberDecision settle(String text, int column, NumberDecision decision) throws BadValueException {
        if (text.indexOf(',') < 0) {
            return NumberDecision.POINT;
        }
        if (!complete) {
            searchAll();
            return settle(text, column, decisions[column]);
        }
        if (decision == NumberDecision.AMBIGUOUS) {
            NumberEvidence own = new NumberEvidence();
            own.add(text);
            if (own.ambiguousComma()) {
                throw new BadValueException(header.get(column), text,
                        Messages.of("number.ambiguous", text, text.replace(',', '.'), text.replace(",", "")));
            }
        }
        return NumberDecision.POINT;
    }

    private BadValueException bad(String text, int column) {
        return new BadValueException(header.get(column), text, Messages.of("number.none", text));
    }

    private void searchAll() {
        complete = true;
        try (Table table = source.open()) {
            while (table.next()) {
                context.checkCancelled();
                for (int i = 0; i < evidence.length; i++) {
                    if (!table.typed(i)) {
                        evidence[i].add(table.text(i));
                    }
                }
            }
        } catch (IOException | ImportRefusedException unreadable) {
            // the pass that reads the rows meets the same trouble and reports it
            context.warn(Messages.of("number.evidence", unreadable.getMessage()));
        }
        decide();
    }
}
