package org.towercrier.store.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.EcorePackage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.towercrier.store.RowWriter;
import org.towercrier.store.StoreException;
import org.towercrier.store.StoreLayoutException;
import org.towercrier.store.TableSchema;

/** Workspaces of earlier builds open, whatever has become of the model since. */
public abstract class LayoutConformance extends StoreConformance {

    private static final EcorePackage TYPES = EcorePackage.eINSTANCE;

    private void append(Object... values) throws StoreException {
        store().write(tx -> {
            try (RowWriter row = tx.insert(model.thing())) {
                for (Object value : values) {
                    row.addObject(value);
                }
                row.endRow();
                return row.rows();
            }
        });
    }

    private TableSchema today() throws StoreException {
        temporary.reopen().ensure(List.of(model.thing()));
        return TableSchema.of(model.thing());
    }

    private EStructuralFeature feature(String name) {
        return model.thing().getEStructuralFeature(name);
    }

    private void retype(String name, EDataType type) {
        feature(name).setEType(type);
    }

    @Test
    @DisplayName("a feature that was put between others has its column there, and rows appended later stand right")
    void inTheMiddle() throws StoreException {
        append("A", "old", 1.5);
        EClass thing = model.thing();
        thing.getEStructuralFeatures().move(1, model.attribute(thing, "position", TYPES.getEIntegerObject()));
        TableSchema newer = today();
        append("B", 7, "new", 2.5);
        assertEquals(List.of("A null old 1.5", "B 7 new 2.5"), rows(newer, "id", "position", "name", "height"));
    }

    @Test
    @DisplayName("a table that is as the model wants it is left alone, whatever types its columns have")
    void leftAlone() throws StoreException {
        // A table made anew would have forgotten this.
        store().write(tx -> tx.sql().execute("alter table thing alter column name set default 'kept'"));
        today();
        store().write(tx -> tx.sql().execute("insert into thing (id) values ('A')"));
        assertEquals(List.of("A kept"), rows(today(), "id", "name"));
    }

    @Test
    @DisplayName("types become wider, and narrower where every value allows it")
    void types() throws StoreException {
        append("A", "12", 3.0, 5, 6L);
        append("B", null, null, null, null);
        retype("name", TYPES.getELongObject());
        retype("height", TYPES.getEIntegerObject());
        retype("count", TYPES.getEDoubleObject());
        retype("total", TYPES.getEString());
        TableSchema newer = today();
        append("C", 13L, 4, 5.5, "six");
        assertEquals(List.of("A 12 3 5.0 6", "B null null null null", "C 13 4 5.5 six"),
                rows(newer, "id", "name", "height", "count", "total"));
    }

    @Test
    @DisplayName("a value that the new type cannot take refuses the workspace, names the place and leaves it as it was")
    void refused() throws StoreException {
        append("A", "12 m", 3.5);
        retype("name", TYPES.getEDoubleObject());
        StoreLayoutException failure = assertThrows(StoreLayoutException.class, this::today);
        String said = failure.what(Locale.ENGLISH);
        for (String part : List.of("thing", "name", "varchar", "double", "12 m")) {
            assertTrue(said.contains(part), said);
        }
        retype("name", TYPES.getEString());
        retype("height", TYPES.getEIntegerObject());
        assertTrue(assertThrows(StoreLayoutException.class, this::today).what(Locale.ENGLISH).contains("3.5"));
        retype("height", TYPES.getEDoubleObject());
        assertEquals(List.of("A 12 m 3.5"), rows(today(), "id", "name", "height"));
    }

    @Test
    @DisplayName("what a plug-in that is gone has stored stays, rows are written beside it, and it is there again with the plug-in")
    void unknownColumns() throws StoreException {
        EClass thing = model.thing();
        model.attribute(thing, "colour", TYPES.getEString());
        temporary.reopen().ensure(List.of(thing));
        store().write(tx -> tx.sql().execute("insert into thing (id, colour) values ('A', 'red')"));
        EStructuralFeature colour = feature("colour");
        thing.getEStructuralFeatures().remove(colour);
        today();
        append("B", "plain");
        thing.getEStructuralFeatures().add(1, colour);
        TableSchema again = today();
        append("C", "blue", "both");
        assertEquals(List.of("A red null", "B null plain", "C blue both"), rows(again, "id", "colour", "name"));
        assertEquals(Set.of("A", "B", "C"), store().read(sql -> sql.selectFrom(again.table()).fetchSet(again.field("id"))));
    }
}
