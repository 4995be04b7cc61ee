package org.towercrier.exchange.internal;

import org.towercrier.model.PrivacyAnnotations;
import org.towercrier.store.MergeOutcome.Conflict;
import org.towercrier.store.TableSchema;

/**
 * A row that contradicts what is known, as it may be told: the report on it is a file that anybody may read, so personal values are not repeated.
 *
 * @param key of the row
 * @param kept value that is kept
 * @param refused value that is not
 */
record ConflictWords(String key, String kept, String refused) {

    private static final String HIDDEN = "•••";

    /** @param key of the row as people read it */
    static ConflictWords of(TargetTable table, Conflict conflict, String key) {
        TableSchema schema = table.schema();
        boolean people = PrivacyAnnotations.isPersonal(table.type());
        boolean personal = schema.column(conflict.column()).filter(ConflictWords::isPersonal).isPresent();
        boolean named = schema.key().stream().anyMatch(ConflictWords::isPersonal) || people && PrivacyAnnotations.looksPersonal(key);
        return new ConflictWords(named ? HIDDEN : key, told(conflict.kept(), personal, people), told(conflict.refused(), personal, people));
    }

    private static boolean isPersonal(TableSchema.Column column) {
        return column.feature().flatMap(PrivacyAnnotations::personal).isPresent();
    }

    private static String told(String value, boolean personal, boolean people) {
        return personal || people && value != null && PrivacyAnnotations.looksPersonal(value) ? HIDDEN : value;
    }
}
