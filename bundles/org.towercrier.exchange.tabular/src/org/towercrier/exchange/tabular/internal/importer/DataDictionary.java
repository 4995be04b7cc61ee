package org.towercrier.exchange.tabular.internal.importer;

import java.util.List;
import java.util.Set;

import org.towercrier.exchange.tabular.internal.table.Headers;

/** Tables that describe the columns of other tables; makers put them beside their data. */
final class DataDictionary {

    private static final int WIDEST = 4;
    private static final Set<String> WHAT = Set.of("field", "fields", "fieldname", "column", "columnname", "columns", "variable",
            "variablename", "variables",
            "attribute", "feature", "acronym", "acronyms", "abbreviation", "字段", "字段名", "字段名称", "欄位", "欄位名稱", "列名", "变量", "变量名", "champ",
            "colonne",
            "feld", "spalte", "campo", "columna", "variabile");
    private static final Set<String> MEANS = Set.of("description", "descriptions", "meaning", "definition", "explanation", "notes", "说明",
            "字段说明", "含义", "描述",
            "說明", "解释", "signification", "beschreibung", "bedeutung", "descripción", "descripcion", "significado", "descrizione",
            "definición");

    private DataDictionary() {
    }

    /** Do these columns describe columns? */
    static boolean describes(List<String> header) {
        return header.size() <= WIDEST && header.stream().map(Headers::key).anyMatch(WHAT::contains)
                && header.stream().map(Headers::key).anyMatch(MEANS::contains);
    }
}
