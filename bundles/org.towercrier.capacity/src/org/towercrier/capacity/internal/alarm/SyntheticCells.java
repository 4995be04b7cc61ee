package org.towercrier.capacity.internal.alarm;

import java.util.Set;
import java.util.stream.Collectors;

import org.jooq.DSLContext;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.store.TableSchema;

/** The cells of the sample city, so that what is said about them is marked as synthetic. */
record SyntheticCells(Set<String> ids) {

    static SyntheticCells read(DSLContext sql) {
        NetworkPackage model = NetworkPackage.eINSTANCE;
        TableSchema cells = TableSchema.of(model.getCell());
        return new SyntheticCells(sql.select(cells.field(model.getCell_Id())).from(cells.table())
                .where(cells.field(model.getCell_Synthetic()).coerce(Boolean.class).isTrue()).fetch()
                .stream().map(row -> String.valueOf(row.value1())).collect(Collectors.toSet()));
    }

    boolean contains(String cell) {
        return ids.contains(cell);
    }
}
