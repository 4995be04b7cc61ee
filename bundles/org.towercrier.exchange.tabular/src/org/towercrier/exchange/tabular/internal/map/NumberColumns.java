package org.towercrier.exchange.tabular.internal.map;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.towercrier.exchange.ImportContext;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.table.Table;
import org.towercrier.exchange.tabular.internal.table.TableSource;
import org.towercrier.exchange.tabular.internal.value.BadValueException;
import org.towercrier.exchange.tabular.internal.value.NumberEvidence;
import org.towercrier.exchange.tabular.internal.value.NumberStyle;
import org.towercrier.exchange.tabular.internal.value.Numbers;

/**
 * Reads the numbers of a table, each column in the style that its values prove. A beginning of the file is looked at first; only when a value turns up that the
 * beginning cannot explain is the whole file searched for evidence, once.
 */
final class NumberColumns {

    private enum Decision {
        POINT, COMMA, OPEN, AMBIGUOUS
    }

    private final TableSource source;
    private final List<String> header;
    private final ImportContext context;
    private final NumberEvidence[] evidence;
    private final Decision[] decisions;
    private boolean complete;

    NumberColumns(TableSource source, List<String> header, Sample sample, String decimal, ImportContext context) {
        this.source = source;
        this.header = header;
        this.context = context;
        this.complete = sample.complete();
        this.evidence = new NumberEvidence[header.size()];
        this.decisions = new Decision[header.size()];
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
            java.util.Arrays.fill(decisions, decimal.equals(",") ? Decision.COMMA : Decision.POINT);
            complete = true;
        }
    }

    private void decide() {
        boolean anyComma = false;
        boolean anyPoint = false;
        for (NumberEvidence one : evidence) {
            Optional<NumberStyle> proven = one.proven();
            anyComma |= proven.filter(NumberStyle.COMMA::equals).isPresent();
            anyPoint |= proven.filter(NumberStyle.POINT::equals).isPresent();
        }
        for (int i = 0; i < evidence.length; i++) {
            NumberEvidence one = evidence[i];
            Optional<NumberStyle> proven = one.proven();
            if (one.contradictory()) {
                decisions[i] = one.majority() == NumberStyle.COMMA ? Decision.COMMA : Decision.POINT;
            } else if (proven.isPresent()) {
                decisions[i] = proven.get() == NumberStyle.COMMA ? Decision.COMMA : Decision.POINT;
            } else if (one.ambiguousComma()) {
                decisions[i] = anyComma == anyPoint ? Decision.AMBIGUOUS : anyComma ? Decision.COMMA : Decision.POINT;
            } else if (one.ambiguousPoint()) {
                decisions[i] = anyComma && !anyPoint ? Decision.COMMA : Decision.POINT;
            } else {
                decisions[i] = anyComma && !anyPoint ? Decision.COMMA : Decision.OPEN;
            }
        }
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
        Decision decision = decisions[column];
        if (decision == Decision.OPEN || decision == Decision.AMBIGUOUS) {
            decision = settle(text, column, decision);
        }
        double value = Numbers.parse(text, decision == Decision.COMMA ? NumberStyle.COMMA : NumberStyle.POINT);
        if (Double.isNaN(value)) {
            throw bad(text, column);
        }
        return value;
    }

    private Decision settle(String text, int column, Decision decision) throws BadValueException {
        if (text.indexOf(',') < 0) {
            return Decision.POINT;
        }
        if (!complete) {
            searchAll();
            return settle(text, column, decisions[column]);
        }
        if (decision == Decision.AMBIGUOUS) {
            NumberEvidence own = new NumberEvidence();
            own.add(text);
            if (own.ambiguousComma()) {
                throw new BadValueException(header.get(column), text,
                        Messages.of("number.ambiguous", text, text.replace(',', '.'), text.replace(",", "")));
            }
        }
        return Decision.POINT;
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
