package org.towercrier.capacity.ui.internal.parts;

import java.util.List;
import java.util.Optional;

import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.CellInfo;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.theme.Severity;

/** The columns of the cell table. */
final class CellColumns {

    /**
     * A row.
     *
     * @param cell  the cell
     * @param worst severity of its worst alarm that is up
     */
    record Row(CellInfo cell, Optional<PerceivedSeverity> worst) {
    }

    private CellColumns() {
    }

    static List<TableColumn<Row>> of(Texts texts) {
        return List.of(
                TableColumn.<Row>text("name", texts.get("Column_Cell"), row -> row.cell().name()).wide(200),
                TableColumn.<Row>severity("worst", texts.get("Column_Worst"),
                        row -> row.worst().flatMap(severity -> Severity.named(severity.getLiteral()))),
                TableColumn.<Row>text("site", texts.get("Column_Site"), row -> row.cell().site()).wide(180),
                TableColumn.<Row>text("region", texts.get("Column_Region"), row -> row.cell().region()),
                TableColumn.<Row>choice("technology", texts.get("Column_Technology"), List.of(),
                        row -> Literals.technology(row.cell().technology())),
                TableColumn.<Row>text("band", texts.get("Column_Band"), row -> row.cell().band()).wide(90),
                TableColumn.<Row>number("bandwidth", texts.get("Column_Bandwidth"), "MHz", 1,
                        row -> row.cell().bandwidth().orElse(Double.NaN)),
                TableColumn.<Row>number("azimuth", texts.get("Column_Azimuth"), "°", 0, row -> row.cell().azimuth()),
                TableColumn.<Row>choice("scenario", texts.get("Column_Scenario"), List.of(), row -> row.cell().scenario().isEmpty() ? ""
                        : texts.get("Scenario_" + row.cell().scenario())).wide(130),
                TableColumn.<Row>text("sector", texts.get("Column_Sector"), row -> row.cell().sector()).hidden(),
                TableColumn.<Row>number("longitude", texts.get("Column_Longitude"), "°", 5, row -> row.cell().longitude()).hidden(),
                TableColumn.<Row>number("latitude", texts.get("Column_Latitude"), "°", 5, row -> row.cell().latitude()).hidden(),
                TableColumn.<Row>text("id", texts.get("Column_Id"), row -> row.cell().id()).hidden());
    }
}
