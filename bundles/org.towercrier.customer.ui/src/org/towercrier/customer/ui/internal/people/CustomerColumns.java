package org.towercrier.customer.ui.internal.people;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EEnum;
import org.towercrier.customer.CriterionAttribute.Kind;
import org.towercrier.customer.CustomerTable;
import org.towercrier.customer.ui.internal.Texts;
import org.towercrier.model.edit.Labels;
import org.towercrier.ui.table.ColumnType;
import org.towercrier.ui.table.TableColumn;

/** The columns of customers as the table shows them: literals and truths in words, dates in ISO. */
final class CustomerColumns {

    private static final int NARROW = 84;
    private static final int MIDDLE = 112;
    private static final int WIDE = 150;
    private static final int LETTER = 8;
    private static final int FIRST_IDEOGRAPH = 0x2E80;

    private final CustomerTable table;
    private final Texts texts;
    private final Labels labels;

    CustomerColumns(CustomerTable table, Texts texts) {
        this.table = table;
        this.texts = texts;
        labels = new Labels(texts.locale());
    }

    List<TableColumn<CustomerRow>> all() {
        return table.columns().stream().map(this::column).toList();
    }

    private TableColumn<CustomerRow> column(CustomerTable.Column column) {
        String label = table.label(column, texts.locale());
        ColumnType type = switch (column.kind()) {
            case NUMBER -> whole(column) ? ColumnType.INTEGER : ColumnType.NUMBER;
            case TRUTH, CHOICE -> ColumnType.CHOICE;
            case DATE, TEXT -> ColumnType.TEXT;
        };
        int least = switch (column.kind()) {
            case NUMBER, DATE -> NARROW;
            case TRUTH, CHOICE -> MIDDLE;
            case TEXT -> WIDE;
        };
        String unit = column.unit().map(each -> switch (each) {
            case "1", "currency" -> "";
            case "mo" -> texts.get("Unit_Month");
            case "a" -> texts.get("Unit_Year");
            default -> each;
        }).orElse("");
        int width = Math.clamp((letters(label) + letters(unit) + 4L) * LETTER, least, 2 * WIDE);
        return new TableColumn<>(column.name(), label, unit, type, type == ColumnType.NUMBER ? 1 : 0, width, column.usual(),
                choices(column), row -> shown(column, row.shown(column.name())));
    }

    /** Ideographs are twice as wide. */
    private static long letters(String text) {
        return text.length() + text.chars().filter(sign -> sign >= FIRST_IDEOGRAPH).count();
    }

    private static boolean whole(CustomerTable.Column column) {
        return column.window().isEmpty() && column.feature().isEmpty()
                || column.feature().filter(feature -> Integer.class == feature.getEType().getInstanceClass()).isPresent()
                        && column.window().isEmpty();
    }

    private List<String> choices(CustomerTable.Column column) {
        return switch (column.kind()) {
            case TRUTH -> List.of(texts.get("Truth_true"), texts.get("Truth_false"));
            case CHOICE -> literals(column).stream().flatMap(choice -> choice.getELiterals().stream()).map(labels::of).toList();
            default -> List.of();
        };
    }

    private static Optional<EEnum> literals(CustomerTable.Column column) {
        return column.feature().map(feature -> feature.getEType()).filter(EEnum.class::isInstance).map(EEnum.class::cast);
    }

    private Object shown(CustomerTable.Column column, Object value) {
        if (value == null) {
            return null;
        }
        return switch (column.kind()) {
            case TRUTH -> texts.get("Truth_" + value);
            case CHOICE -> literals(column).map(choice -> choice.getEEnumLiteralByLiteral(value.toString())).map(labels::of)
                    .orElse(value.toString());
            case NUMBER -> value;
            case DATE, TEXT -> value.toString();
        };
    }

    /** What a word of a column stands for in criteria. */
    static String literal(CustomerTable.Column column, String word, Texts texts) {
        if (column.kind() == Kind.TRUTH) {
            return String.valueOf(word.equals(texts.get("Truth_true")));
        }
        Labels labels = new Labels(texts.locale());
        return literals(column).stream().flatMap(choice -> choice.getELiterals().stream()).filter(each -> labels.of(each).equals(word))
                .map(each -> each.getLiteral()).findFirst().orElse(word);
    }
}
