package org.towercrier.exchange.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.towercrier.exchange.FileReport;
import org.towercrier.exchange.ImportContext;
import org.towercrier.exchange.ImportRequest;
import org.towercrier.exchange.ImportSource;
import org.towercrier.exchange.Importer;
import org.towercrier.exchange.ImporterInfo;
import org.towercrier.exchange.Probe;
import org.towercrier.exchange.Recognition;
import org.towercrier.exchange.RowSink;
import org.towercrier.model.network.NetworkPackage;

/** Measurements find their cells, whichever of the two came first. */
class CellAdoptionTest {

    private static CellIndex index() {
        CellIndex index = new CellIndex();
        index.add("460-0-1234", "North 1", 1001, 1);
        index.add("460-0-1235", "North 2", 1001, 2);
        index.add("460-0-2001", "South", 2002, 1);
        index.add("a", "Twin", null, null);
        index.add("b", "Twin", null, null);
        return index;
    }

    @Test
    void cellsAreFoundByIdNameAndTheLastPartOfADistinguishedName() {
        assertEquals(Optional.of("460-0-1234"), index().find("460-0-1234"));
        assertEquals(Optional.of("460-0-2001"), index().find("South"));
        assertEquals(Optional.of("460-0-1235"), index().find("SubNetwork=1,ManagedElement=x,ENodeBFunction=1,EUtranCellTDD=North 2"));
    }

    @Test
    void cellsAreFoundByBaseStationAndLocalNumber() {
        assertEquals(Optional.of("460-0-1235"), index().find("ManagedElement=eNB-1001,ENodeBFunction=1,EUtranCellTDD=2"));
        assertEquals(Optional.of("460-0-2001"), index().find("ManagedElement=site,GNBDUFunction=2002,NRCellDU=1"));
        assertEquals(Optional.empty(), index().find("ManagedElement=site,GNBDUFunction=2002,NRCellDU=9"));
    }

    @Test
    void whatFitsTwoCellsFitsNoneAndWhatIsNoCellFitsNone() {
        assertEquals(Optional.empty(), index().find("ManagedElement=1,EUtranCellTDD=Twin"));
        assertEquals(Optional.empty(), index().find("ManagedElement=eNB1001,X2UTermination=2"));
        assertEquals(Optional.empty(), index().find(""));
        assertEquals(Optional.empty(), index().find("=,=,="));
    }

    @Test
    void measurementsOfUnknownCellsAreKeptAndAdoptedWhenTheTopologyArrives(@TempDir Path folder) throws Exception {
        try (Workspace workspace = new Workspace(folder)) {
            workspace.add(new CellLines());
            FileReport before = workspace.one(workspace.file("pm.xml", PmFiles.good()));
            assertTrue(before.warnings().stream().anyMatch(text -> text.startsWith("2 of 2 measured objects")), before.toString());
            assertEquals(2, workspace.count("cell_measurement"));
            FileReport cells = workspace.one(workspace.file("cells.lines", "cells\nX-1;7;1\nX-2;7;2\n"));
            assertEquals(2, cells.stored());
            assertEquals(List.of("X-1", "X-2"),
                    workspace.rows("select cell from managed_object order by cell").stream().map(row -> row.get("cell")).toList());
            FileReport after = workspace.one(workspace.file("later.xml", PmFiles.changed(text -> text.replace("10:15", "10:30"))));
            assertEquals(List.of(), after.warnings());
        }
    }

    @Test
    void objectsOfRefusedFilesLeaveNoName(@TempDir Path folder) throws Exception {
        try (Workspace workspace = new Workspace(folder)) {
            workspace.run(ImportRequest.of(workspace.file("a.xml", PmFiles.changed(text -> text.replace(">99<", ">999<")))));
            assertEquals(0, workspace.count("managed_object"));
        }
    }

    /** An importer of its own: lines of cell, base station and local number. */
    private static final class CellLines implements Importer {

        @Override
        public ImporterInfo info() {
            return new ImporterInfo("lines", "Cells in lines", List.of("lines"), List.of("Cell"));
        }

        @Override
        public Recognition recognise(Probe probe) {
            return probe.text().filter(text -> text.startsWith("cells\n")).map(text -> new Recognition(90, "first line"))
                    .orElse(Recognition.NONE);
        }

        @Override
        public void read(ImportSource source, ImportContext context) throws java.io.IOException {
            RowSink rows = context.rows(NetworkPackage.Literals.CELL);
            try (var reader = new java.io.BufferedReader(
                    new java.io.InputStreamReader(source.open(), java.nio.charset.StandardCharsets.UTF_8))) {
                List<String> lines = reader.lines().skip(1).toList();
                for (int i = 0; i < lines.size(); i++) {
                    String[] parts = lines.get(i).split(";");
                    rows.set(rows.column("id"), parts[0]).set(rows.column("nodeId"), Long.parseLong(parts[1]))
                            .set(rows.column("localCellId"), Long.parseLong(parts[2]));
                    rows.end(i + 2L);
                }
            }
        }
    }
}
